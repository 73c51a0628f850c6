import { freshId, type PageWait, type Report } from './watcher.ts';

/** The waits under way in this document, by a key of the caller's. Each is told when it begins and when it ends. */
export function trackWaits(report: Pick<Report, 'wait'>, signal: AbortSignal) {
  const open = new Map<unknown, PageWait>();
  const end = (key: unknown, to: number, outcome: PageWait['outcome'] = 'unknown') => {
    const wait = open.get(key);
    if (!wait) return;
    open.delete(key);
    report.wait({ ...wait, to: Math.max(wait.at, to), outcome });
  };
  signal.addEventListener('abort', () => {
    for (const key of open.keys()) end(key, Date.now());
  });
  return {
    begin(key: unknown, kind: PageWait['kind'], at: number, detail = ''): void {
      if (open.has(key) || signal.aborted) return;
      const wait: PageWait = { id: freshId(), at, to: at, kind, outcome: 'unknown', detail };
      open.set(key, wait);
      report.wait({ ...wait });
    },
    end,
    /** The same wait goes on under another key. */
    move(key: unknown, to: unknown): void {
      const wait = open.get(key);
      if (!wait || open.has(to)) return;
      open.delete(key);
      open.set(to, wait);
    },
    begunAt: (key: unknown): number | undefined => open.get(key)?.at,
    has: (key: unknown) => open.has(key),
    underWay: (kind?: PageWait['kind']) =>
      [...open].filter(([, wait]) => kind === undefined || wait.kind === kind).map(([key]) => key),
    kindOf: (key: unknown) => open.get(key)?.kind,
  };
}
