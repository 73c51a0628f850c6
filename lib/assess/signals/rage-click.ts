import type { Action } from '../../model/action.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf, groupBy } from './evidence-of.ts';
import { counted, unseenActions } from './seen.ts';

const clicksNeeded = 3;
const windowMs = 1000;
const spotPx = 30;
/** A page that answered every press this soon, ms, was pressed as often as somebody wanted: ours, three times Nielsen's 100 ms. */
const answeredMs = 300;
/** A label's click and the one it passes on to its field come together, ms; no hand is so quick. */
const samePressMs = 50;
/** What is pressed in these depends on the place: words of a captcha in their order, a map, a signature. */
const drawnRoles = /^(canvas|img|image|svg|video|picture)$/;
/** Here three clicks mark the text. */
const textRoles = /^(textbox|searchbox|spinbutton)$/;

/**
 * Bursts of clicking: at least three clicks within one second on the same spot (30 px) or the same element, not all of
 * which the page answered at once. A burst counts once however long it lasts; clicks in text fields are none of it, and
 * what one press brings about is one click. In pictures and drawings only the spot counts.
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
    const clicks = byTime(
      report.actions.filter(({ kind, role }) => kind === 'click' && !textRoles.test(role)),
    );
    const frames = groupBy(clicks, (action) => `${action.tab}.${action.frame}`);
    const evidence = [...frames.values()]
      .map(pressesIn)
      .flatMap(burstsIn)
      .map((burst) => {
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

/** Clicks without those that an earlier one of the same press, on another thing, passed on. */
function pressesIn(clicks: readonly Action[]): Action[] {
  const presses: Action[] = [];
  for (const click of clicks) {
    const last = presses.at(-1);
    const together = last && click.at - last.at <= samePressMs && !isSameThing(last, click);
    if (!together || (isPlaced(last) && isPlaced(click) && !isNear(last, click))) presses.push(click);
  }
  return presses;
}

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
      if (third === undefined || third.at - click.at > windowMs) return false;
      return !run.slice(index, index + clicksNeeded).every(isAnswered);
    }),
  );
}

function sameSpot(a: Action, b: Action): boolean {
  if (isPlaced(a) && isPlaced(b) && isNear(a, b)) return true;
  if (drawnRoles.test(b.role) && isPlaced(a) && isPlaced(b)) return false;
  const selector = a.selectors[0];
  return selector !== undefined && selector === b.selectors[0];
}

const isSameThing = (a: Action, b: Action) =>
  a.role === b.role && a.label === b.label && a.selectors[0] === b.selectors[0];

const isAnswered = ({ reactedMs }: Action) => typeof reactedMs === 'number' && reactedMs <= answeredMs;

/** A press by the keyboard has no place; it is told as the corner of the page. */
const isPlaced = ({ point }: Action) => point !== undefined && (point.x !== 0 || point.y !== 0);

const isNear = ({ point: a }: Action, { point: b }: Action) =>
  a !== undefined && b !== undefined && Math.hypot(a.x - b.x, a.y - b.y) <= spotPx;
