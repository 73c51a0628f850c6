import type { Gap } from './gap.ts';
import { type Interval, lengthOf, union, within } from './intervals.ts';
import type { Pause } from './session.ts';

/** Gaps in which nobody walked: the machine slept, or the browser was not running. */
const awayWhy: ReadonlySet<Gap['why']> = new Set(['asleep', 'browser-closed']);

/**
 * When nobody walked: the walker's own pauses, and the time the machine was asleep or the browser closed. An open
 * pause lasts until `end`. Sorted, nothing twice.
 */
export function awayIn(pauses: readonly Pause[], gaps: readonly Gap[], end: number): Interval[] {
  return union([
    ...pauses.map((pause) => ({ from: pause.from, to: pause.to ?? end })),
    ...gaps.filter((gap) => awayWhy.has(gap.why)).map(({ from, to }) => ({ from, to })),
  ]);
}

/** Milliseconds between two moments in which nobody walked; an open pause lasts until `to`. */
export function awayBetween(
  { session, gaps }: { session: { pauses: readonly Pause[] }; gaps: readonly Gap[] },
  from: number,
  to: number,
): number {
  return lengthOf(within(awayIn(session.pauses, gaps, to), from, to));
}
