import type { BrowserApi } from './types.ts';

/** Chromium asks again by itself for a page in whose place it shows an error, this long after each failure, ms. */
const retriesAfterMs = [1000, 5000, 30_000, 60_000, 300_000, 600_000, 1_800_000] as const;
/** Its clock runs from when the error is shown, which comes a little later than the failure, ms. */
const lateMs = 500;
const key = 'failedPages';

type Failed = { url: string; at: number; retries: number };

/**
 * Tells the browser's own retries of a page that failed from those of the walker. The browser says nothing of who asked,
 * and no recorder runs in its error page; but its own come on the tick. Retries of half an hour's distance outlive the
 * worker, so what they follow is written down.
 */
export function createRetryWatch(area: BrowserApi['storage']['session']) {
  let failed: Promise<Record<string, Failed>> | undefined;
  const read = () =>
    (failed ??= area
      .get(key)
      .then((stored) => (stored[key] ?? {}) as Record<string, Failed>)
      .catch((): Record<string, Failed> => ({})));
  const write = (all: Record<string, Failed>) => area.set({ [key]: all }).catch(() => undefined);

  return {
    /** A page did not come: says whether the walker had nothing to do with it. */
    async isOwn(page: { tabId: number; url: string; begunAt: number; failedAt: number }): Promise<boolean> {
      const all = await read();
      const before = all[page.tabId];
      const known = before?.url === page.url ? before : undefined;
      const due = retriesAfterMs[Math.min(known?.retries ?? 0, retriesAfterMs.length - 1)] ?? 0;
      const late = known ? page.begunAt - known.at - due : -1;
      const isOwn = late >= 0 && late <= lateMs;
      all[page.tabId] = {
        url: page.url,
        at: page.failedAt,
        retries: isOwn && known ? known.retries + 1 : 0,
      };
      void write(all);
      return isOwn;
    },
    /** Another page, or the same at last, has come into this tab. */
    async forget(tab: number): Promise<void> {
      const all = await read();
      if (!(tab in all)) return;
      delete all[tab];
      void write(all);
    },
    /** The walk is over. */
    async forgetAll(): Promise<void> {
      failed = Promise.resolve({});
      await area.remove(key).catch(() => undefined);
    },
  };
}
