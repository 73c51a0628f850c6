import { useSyncExternalStore } from 'react';
import type { ReplayState } from '../session-review/review-source.ts';
import type { ReplayHandle } from './create-replay-handle.ts';

/** What `select` makes of the player's state; renders again only when that changes (compare by Object.is). */
export function useReplay<T>(replay: ReplayHandle, select: (state: ReplayState) => T): T {
  const read = () => select(replay.getState());
  return useSyncExternalStore(replay.subscribe, read, read);
}
