import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { isAnswer } from './field-key.ts';
import { createFormPlaces, plainLabel } from './form-places.ts';
import { findReturns } from './return-moments.ts';
import { counted, unseenActions, unseenForms } from './seen.ts';

/** Typed again for another purpose than to tell something. */
const noDatum = /密码|口令|验证码|校验码|动态码|搜索|检索|关键[字词]|password|search|captcha/i;

/** Labels that say nothing about what is asked. */
const vague = /^(请选择|请输入|选择|输入|备注|其他|说明|日期|时间|数量|金额|是|否|同意)?$/;

type Entry = {
  id: string;
  at: number;
  tab: number;
  label: string;
  place: string;
  /** True for what the walker filled in, false for what was only asked. */
  filled: boolean;
  mark?: string | undefined;
};

/**
 * The same datum asked for again: a value typed once more into another field (by its mark, a keyed hash that dies with
 * the session), or a label asked again on another form and not filled in by the portal. A field counts once; the same
 * field filled again, after a refusal or a lost draft, does not count; nor do two steps of one wizard ask for the same
 * label unless the walker filled in both: when a step's fields came up is told less exactly than what was done to them.
 *
 * Null where no recorder ran and on walks that keep figures only; in reports from before fields were watched only marks
 * are compared. Threshold 0: WCAG 2.2, success criterion 3.3.7, and the checklists (数据是否高效共享).
 */
export const duplicateEntry = defineSignal({
  code: 'duplicate_entry',
  unit: 'count',
  threshold: 0,
  source: 'WCAG 2.2, success criterion 3.3.7, redundant entry: none',
  measure(report) {
    const typed = report.actions.some((action) => action.value?.mark !== undefined);
    const unseen =
      typed && unseenForms(report) === 'old-report' ? unseenActions(report) : unseenForms(report);
    return counted(report, repeats(report), unseen);
  },
});

function repeats(report: SessionReport): SignalEvidence[] {
  const backAt = findReturns(report).map(({ at }) => at);
  /** Gone back in between, the same label on the same address is the same field, emptied and filled in again. */
  const isRefill = (a: Entry, b: Entry) =>
    addressIn(a) === addressIn(b) &&
    plainLabel(a.label) === plainLabel(b.label) &&
    backAt.some((at) => at > a.at && at < b.at);
  const [byMark, byLabel] = [new Map<string, Entry>(), new Map<string, Entry>()];
  const counts = new Set<string>();
  const evidence: SignalEvidence[] = [];
  for (const entry of byTime(entriesIn(report))) {
    const label = plainLabel(entry.label);
    const own = `${entry.place} ${label}`;
    const alike = vague.test(label) ? undefined : byLabel.get(label);
    const known =
      (entry.mark && byMark.get(entry.mark)) || (alike && canCompare(alike, entry) ? alike : undefined);
    const before = known && keyOf(known) !== own && !isRefill(known, entry) ? known : undefined;
    if (before && !counts.has(own)) {
      counts.add(own);
      const text = before.label === entry.label ? entry.label : `${before.label} → ${entry.label}`;
      evidence.push(evidenceOf(entry, { text, refs: [before.id] }));
    }
    if (entry.mark && !byMark.has(entry.mark)) byMark.set(entry.mark, entry);
    if (!alike || (entry.filled && !alike.filled)) byLabel.set(label, entry);
  }
  return evidence;
}

const addressIn = ({ place }: Entry) => place.split('|', 1)[0];

/** On one address, steps of a wizard: only what was filled in tells surely which step it stood on. */
const canCompare = (a: Entry, b: Entry) => (a.filled && b.filled) || addressIn(a) !== addressIn(b);

const keyOf = (entry: Entry) => `${entry.place} ${plainLabel(entry.label)}`;

/** What was typed, and what was asked and not filled in already. */
function entriesIn(report: SessionReport): Entry[] {
  const placeOf = createFormPlaces(report);
  const proofs = new Set(
    report.fields
      .filter((field) => !isAnswer(field))
      .map((field) => `${placeOf(field, true)} ${plainLabel(field.label)}`),
  );
  const entries: Entry[] = [
    ...report.actions
      .filter((action) => action.kind === 'type')
      .map((action) => ({
        ...action,
        label: action.label || (action.selectors[0] ?? ''),
        place: placeOf(action),
        filled: true,
        mark: action.value?.mark,
      })),
    ...report.fields
      .filter((field) => isAnswer(field) && field.kind !== 'check' && field.kind !== 'file')
      .filter((field) => !field.prefilled && !field.readonly && field.label !== '')
      .map((field) => ({ ...field, place: placeOf(field, true), filled: false })),
  ];
  return entries.filter((entry) => !noDatum.test(entry.label) && !proofs.has(keyOf(entry)));
}
