import type { SessionReport } from '../../model/report.ts';
import type { Visit } from '../../model/visit.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { isLoginPage, pageVisits } from './places.ts';
import { unseenActions } from './seen.ts';

/** Clicking into a field is no level of a menu. */
const fields = new Set(['textbox', 'searchbox', 'combobox', 'textarea', 'input']);
const formKinds = new Set(['text', 'choice', 'date', 'file']);

/**
 * Clicks from the first page to the item's way in: the first page to apply on or to log in to, or, on portals without
 * stage rules, the first form elsewhere than on the first page.
 *
 * Null when no recorder ran, when the walk never came there, and when it began there. Threshold 5, ours: search, result,
 * guide, way in, and one for a wrong turn.
 */
export const entryDepth = defineSignal({
  code: 'entry_depth',
  unit: 'count',
  threshold: 5,
  source: 'ours: search, result, guide, way in, one wrong turn',
  measure(report) {
    const unseen = unseenActions(report);
    if (unseen) return { value: null, unseen };
    const first = pageVisits(report)[0];
    const entry = first && findEntry(report, first);
    if (!entry || entry.at <= first.at) return { value: null, unseen: 'nothing-to-measure' };
    const clicks = report.actions.filter(
      ({ kind, at, role }) => kind === 'click' && at >= first.at && at < entry.at && !fields.has(role),
    );
    return {
      value: clicks.length,
      evidence: [
        ...clicks.map((action) => evidenceOf(action, { text: action.label })),
        { at: entry.at, tab: entry.tab, refs: [entry.id], text: '' },
      ],
    };
  },
});

function findEntry(report: SessionReport, first: Visit): { at: number; tab: number; id: string } | undefined {
  const staged = byTime(report.visits).find((visit) => isLoginPage(visit) || visit.stage === 'apply');
  if (staged) return staged;
  return byTime(report.fields).find((field) => formKinds.has(field.kind) && field.url !== first.url);
}
