import type { WalkState } from '../../lib/model/walk-state.ts';

type OpenSession = NonNullable<WalkState['session']>;

/** Milliseconds walked at `now`, pauses left out (also the one that is on); never below zero. */
export function elapsedMs(
  session: Pick<OpenSession, 'startedAt' | 'pausedMs' | 'pausedSince'>,
  now: number,
): number {
  const until = session.pausedSince ?? now;
  return Math.max(0, until - session.startedAt - session.pausedMs);
}
