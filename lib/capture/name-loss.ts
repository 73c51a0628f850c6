import type { BatchContent } from '../messages.ts';
import { freshId } from './watcher.ts';

type Row = BatchContent['gaps'][number];

/** rrweb's Meta event, with which every snapshot begins. */
const META = 4;
export const beginsAnew = (events: readonly unknown[]): boolean =>
  (events[0] as { type?: number } | undefined)?.type === META;

/**
 * Names what a page had to throw away for want of room: one gap from the first event lost to the snapshot with which
 * the replay goes on, told under one id each time more of it is known.
 */
export function createLossNamer(tell: (row: Row) => void) {
  let open: Row | undefined;
  return {
    /** These events are lost; `to` at least, where there are none. */
    lost(events: readonly unknown[]): void {
      const times = events.map((event) => (event as { timestamp: number }).timestamp);
      if (!times.length) return;
      open ??= { id: freshId(), from: times[0] ?? 0, to: times[0] ?? 0, why: 'not-stored', detail: '' };
      open.to = times.reduce((last, at) => Math.max(last, at), open.to);
    },
    tellSoFar(): void {
      if (open) tell({ ...open });
    },
    /** The replay goes on with a snapshot made now. */
    over(at: number): void {
      if (open) tell({ ...open, to: Math.max(open.to, at) });
      open = undefined;
    },
  };
}
