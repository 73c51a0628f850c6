import type { Action } from '../../model/action.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf, groupBy } from './evidence-of.ts';
import { counted, unseenActions } from './seen.ts';

const clicksNeeded = 3;
const windowMs = 1000;
const spotPx = 30;

/**
 * Bursts of clicking: at least three clicks within one second on the same spot (30 px) or the same element. A burst
 * counts once however long it lasts.
 *
 * Null when no recorder ran. Three clicks, 30 px and 1 s are the figures PostHog's recorder ships with and others
 * follow; threshold 0, because nobody clicks like that on a page that answers.
 */
export const rageClick = defineSignal({
  code: 'rage_click',
  unit: 'count',
  threshold: 0,
  source: "PostHog's defaults: 3 clicks, 30 px, 1 s; none",
  measure(report) {
    const clicks = byTime(report.actions.filter((action) => action.kind === 'click'));
    const frames = groupBy(clicks, (action) => `${action.tab}.${action.frame}`);
    const evidence = [...frames.values()].flatMap(burstsIn).map((burst) => {
      const [first, ...rest] = burst as [Action, ...Action[]];
      return evidenceOf(first, {
        to: rest.at(-1)?.at ?? first.at,
        text: first.label,
        refs: rest.map((action) => action.id),
      });
    });
    return counted(report, evidence, unseenActions(report));
  },
});

/** Runs of clicks on one spot in which some three lie within a second; the clicks are sorted and of one frame. */
function burstsIn(clicks: readonly Action[]): Action[][] {
  const runs: Action[][] = [];
  for (const click of clicks) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && click.at - last.at <= windowMs && sameSpot(last, click)) run.push(click);
    else runs.push([click]);
  }
  return runs.filter((run) =>
    run.some((click, index) => {
      const third = run[index + clicksNeeded - 1];
      return third !== undefined && third.at - click.at <= windowMs;
    }),
  );
}

function sameSpot(a: Action, b: Action): boolean {
  if (a.point && b.point && Math.hypot(a.point.x - b.point.x, a.point.y - b.point.y) <= spotPx) return true;
  const selector = a.selectors[0];
  return selector !== undefined && selector === b.selectors[0];
}
