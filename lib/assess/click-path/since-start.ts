import { awayIn } from '../../model/away.ts';
import { lengthOf, within } from '../../model/intervals.ts';
import type { SessionReport } from '../../model/report.ts';

/** Walking time between two moments: milliseconds without the time nobody walked, never below zero. */
export type WalkedBetween = (from: number, to: number) => number;

type Told = Pick<SessionReport, 'session' | 'gaps' | 'createdAt'>;

export function walkedIn({ session, gaps, createdAt }: Told): WalkedBetween {
  const away = awayIn(session.pauses, gaps, session.endedAt ?? createdAt);
  return (from, to) => Math.max(0, to - from - lengthOf(within(away, from, to)));
}

/** The middle of the values, or the mean of the two in the middle; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
