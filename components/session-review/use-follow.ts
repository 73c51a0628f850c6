import { type RefObject, useEffect } from 'react';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';

/**
 * Keeps the row of the replay's moment in sight in the open tab. Not while the pointer is over the panel:
 * somebody who reads there does not want the list to move.
 */
export function useFollow(replay: ReplayHandle, panel: RefObject<HTMLElement | null>, tab: string) {
  useEffect(() => {
    let last: Element | null = null;
    let frame = 0;
    const look = () => {
      frame = 0;
      const open = panel.current?.querySelector(`[role="tabpanel"][id$="-panel-${tab}"]`);
      const row = open?.querySelector('[aria-current="true"]') ?? null;
      if (row === last) return;
      last = row;
      if (row && !panel.current?.matches(':hover')) row.scrollIntoView({ block: 'nearest' });
    };
    frame = requestAnimationFrame(look);
    const stop = replay.subscribe(() => {
      frame ||= requestAnimationFrame(look);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [replay, panel, tab]);
}
