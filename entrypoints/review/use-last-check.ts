import { useEffect, useState } from 'react';
import type { Check } from '../../components/hand-in/hand-in-props.ts';
import { scanReport } from '../../lib/deliver/scan-report.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { store } from './local.ts';
import { sessionScanner } from './session-scanner.ts';

/** Looks through a report whenever it changed, in slices; what was found clean is not opened again. */
export function useLastCheck(report: SessionReport | undefined): { check: Check; again(): void } {
  const [check, setCheck] = useState<Check>({ state: 'running', done: 0, total: 0 });
  const [clean, setClean] = useState(() => new Set<string>());
  useEffect(() => {
    if (!report) return;
    const stop = new AbortController();
    const tell = (next: Check) => {
      if (!stop.signal.aborted) setCheck(next);
    };
    tell({ state: 'running', done: 0, total: 0 });
    const look = async () =>
      scanReport(report, {
        ...(await sessionScanner(report)),
        readObject: (object) => store.objects.mustRead(object),
        clean,
        signal: stop.signal,
        onProgress: (done, total) => tell({ state: 'running', done, total }),
      });
    look().then(
      (findings) => tell({ state: 'done', findings }),
      (error: unknown) =>
        tell({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => stop.abort();
  }, [report, clean]);
  // The same set under a new name asks for another look, and what is known to be clean stays known.
  return { check, again: () => setClean((before) => new Set(before)) };
}
