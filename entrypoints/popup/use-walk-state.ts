import { useCallback, useEffect, useState } from 'react';
import { sendMessage } from '../../lib/messages.ts';
import type { WalkState } from '../../lib/model/walk-state.ts';

/** How often an open panel asks the background for the walk's counts. */
const everyMs = 1000;

/** The open walk, asked for every second while the panel is shown. */
export function useWalkState() {
  const [state, setState] = useState<WalkState>();
  const refresh = useCallback(async () => {
    const next = await sendMessage('readWalk', undefined).catch(() => undefined);
    if (next) setState(next);
  }, []);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => {
      if (!document.hidden) void refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [refresh]);
  return { state, refresh };
}
