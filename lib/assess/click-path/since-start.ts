import { pausedBetween, type Session } from '../../model/session.ts';

/** Walking time between two moments: milliseconds without pauses, never below zero. */
export type WalkedBetween = (from: number, to: number) => number;

export function walkedIn(session: Pick<Session, 'pauses'>): WalkedBetween {
  return (from, to) => Math.max(0, to - from - pausedBetween(session.pauses, from, to));
}

/** The middle of the values, or the mean of the two in the middle; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
