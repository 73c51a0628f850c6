import type { Action } from '../../model/action.ts';
import type { Reaction } from '../../model/click-path.ts';

/** Clicks on the same thing that follow each other within this many milliseconds are one line of the list. */
const repeatedMs = 2000;
/** A form is sent this soon after the click that sends it, ms; reading a large form may take the page a while. */
const submitMs = 1000;
/** What a click on the same thing only led up to: the field was entered, the box was hit by its label. */
const ledUpTo: ReadonlySet<Action['kind']> = new Set(['type', 'select', 'check', 'upload']);

/**
 * Actions as people count them: repeated clicks on one thing together, and a click together with what it was for.
 * `cutAt` are moments that nothing goes across, sorted.
 */
export function joinActions(actions: readonly Action[], cutAt: readonly number[]): Action[][] {
  const runs: Action[][] = [];
  let cut = 0;
  for (const action of actions) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    while (before && (cutAt[cut] ?? Number.POSITIVE_INFINITY) <= before.at) cut += 1;
    const cutBetween = (cutAt[cut] ?? Number.POSITIVE_INFINITY) <= action.at;
    if (run && before && !cutBetween && goesOn(run, before, action)) run.push(action);
    else runs.push([action]);
  }
  return runs;
}

function goesOn(run: readonly Action[], before: Action, action: Action): boolean {
  if (before.kind !== 'click' || before.stream !== action.stream || before.frame !== action.frame)
    return false;
  const soon = action.at - before.at;
  if (action.kind === 'click') return soon <= repeatedMs && isSameThing(before, action);
  if (run.length > 1) return false;
  if (action.kind === 'submit') return soon <= submitMs && before.label === action.label;
  return ledUpTo.has(action.kind) && before.label !== '' && before.label === action.label;
}

function isSameThing(a: Action, b: Action): boolean {
  return a.label === b.label && a.role === b.role && (a.selectors[0] ?? '') === (b.selectors[0] ?? '');
}

/** What came of a run: the longest wait, and how often nothing at all happened. */
export function reactionOf(run: readonly Action[]): Reaction {
  const waits = run.flatMap(({ reactedMs }) => (typeof reactedMs === 'number' ? [reactedMs] : []));
  return {
    waitedMs: waits.length ? Math.max(...waits) : undefined,
    unanswered: run.filter(({ reactedMs }) => reactedMs === null).length,
  };
}
