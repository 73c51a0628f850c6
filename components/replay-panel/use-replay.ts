import { useMemo, useSyncExternalStore } from 'react';
import { createReplayHandle, type ReplayHandle } from './create-replay-handle.ts';
import type { ReplayState } from '../session-review/review-source.ts';

/** The handle of one report's replay; the same one as long as the report is the same. */
export function useReplayHandle(reportId: string, startAt: number): ReplayHandle {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a report that changes keeps its player
  return useMemo(() => createReplayHandle(startAt), [reportId]);
}

/** What `select` makes of the player's state; renders again only when that changes (compare by Object.is). */
export function useReplay<T>(replay: ReplayHandle, select: (state: ReplayState) => T): T {
  const read = () => select(replay.getState());
  return useSyncExternalStore(replay.subscribe, read, read);
}
