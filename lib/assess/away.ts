import type { Gap } from '../model/gap.ts';
import type { Pause } from '../model/session.ts';
import { type Interval, union } from './intervals.ts';

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
