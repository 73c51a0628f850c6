import { useMemo, useSyncExternalStore } from 'react';
import type { ReplayState } from '../session-review/review-source.ts';
import { createReplayHandle, type ReplayHandle } from './create-replay-handle.ts';

/** The handle of one report's replay; the same one as long as the report is the same. */
export function useReplayHandle(reportId: string, startAt: number): ReplayHandle {
  return useMemo(() => createReplayHandle(startAt), [reportId]);
}

/** What `select` makes of the player's state; renders again only when that changes (compare by Object.is). */
export function useReplay<T>(replay: ReplayHandle, select: (state: ReplayState) => T): T {
  const read = () => select(replay.getState());
  return useSyncExternalStore(replay.subscribe, read, read);
}
