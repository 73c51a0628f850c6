import { createOpenRequests } from '../open-requests.ts';
import { createOpensTab } from '../opened-tabs.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { counted, unseenActions, unseenForms } from './seen.ts';

/** Roles the recorder gives to what looks as if it would do something, `clickable` for what the pointer says so of. */
const interactive =
  /^(button|link|clickable|summary|label|menuitem|menuitemcheckbox|menuitemradio|option|tab|switch|treeitem|checkbox|radio)$/;

/**
 * Clicks on what looks like a button or link after which nothing happened: nothing changed, moved, was asked for or
 * opened.
 *
 * A page hears of a request only when it ends, so one that a press began and that was still open when the watching was
 * over is looked for here. Only clicks on such things that were watched to the end count; null when none was. Threshold 0: a control that does nothing is a
 * fault (visibility of system status, the first of Nielsen's ten heuristics).
 */
export const deadClick = defineSignal({
  code: 'dead_click',
  unit: 'count',
  threshold: 0,
  source: 'Nielsen heuristic 1, visibility of system status: none',
  measure(report) {
    const watched = report.actions.filter(
      (action) => action.kind === 'click' && action.reactedMs !== undefined,
    );
    const isOpenAfter = createOpenRequests(report);
    const opensTab = createOpensTab(report.visits);
    const dead = watched.filter(
      (action) =>
        action.reactedMs === null &&
        interactive.test(action.role) &&
        !isOpenAfter(action) &&
        !opensTab(action),
    );
    const old = unseenForms(report) === 'old-report' && report.actions.length > 0;
    const unwatched = old ? ('old-report' as const) : ('nothing-to-measure' as const);
    const unseen = unseenActions(report) ?? (watched.length ? undefined : unwatched);
    return counted(
      report,
      dead.map((action) => evidenceOf(action, { text: action.label })),
      unseen,
    );
  },
});
