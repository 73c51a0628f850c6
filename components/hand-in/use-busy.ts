import { useState } from 'react';
import { useTry } from '../session-review/use-try.ts';

export type Busy = { done: number; total: number };

/** Runs one change at a time and tells how far it is; true when it went well. */
export function useBusy() {
  const attempt = useTry();
  const [busy, setBusy] = useState<Busy>();
  const run = async (change: (onProgress: (done: number, total: number) => void) => Promise<void>) => {
    setBusy({ done: 0, total: 0 });
    const went = await attempt(() => change((done, total) => setBusy({ done, total })));
    setBusy(undefined);
    return went;
  };
  return { busy, run };
}

/** Progress in whole percent. */
export const percentOf = ({ done, total }: Busy): number =>
  total > 0 ? Math.round((done / total) * 100) : 0;
