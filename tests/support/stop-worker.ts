import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch-browser.ts';

type Version = { runningStatus: string; scriptURL: string };

export type WorkerStopper = {
  /** Stops the background's worker if it runs; resolves once the browser says it is stopped. */
  stop(): Promise<void>;
  /** Resolves once it runs again, woken by somebody else. */
  untilRunning(): Promise<void>;
  /** How often it was really stopped. */
  stopped(): number;
  /** An extension page in a window of its own, opened without the worker's help. */
  openInOwnWindow(path: string): Promise<Page>;
  /** A page of the extension that says nothing to the background, to read its tables with. */
  page: Page;
};

/**
 * Stops the background's service worker as the browser does after 30 idle seconds, and proves it: the browser reports
 * `stopped`, and what the worker had in memory is gone. Works through a page of the extension that runs no script.
 */
export async function createWorkerStopper(browser: ExtensionBrowser): Promise<WorkerStopper> {
  const page = await browser.openInOwnWindow('manifest.json');
  const cdp = await browser.context.newCDPSession(page);
  let status = '';
  let count = 0;
  const waiting = new Set<() => void>();
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }: { versions: Version[] }) => {
    const ours = versions
      .filter((version) => version.scriptURL === browser.extensionUrl('background.js'))
      .at(-1);
    if (!ours) return;
    status = ours.runningStatus;
    for (const each of waiting) each();
  });
  await cdp.send('ServiceWorker.enable');
  const until = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the worker is ${status}, not ${wanted}`)), 15_000);
      const look = () => {
        if (status !== wanted) return;
        clearTimeout(late);
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return {
    page,
    async stop() {
      if (status === 'stopped') return;
      await until('running');
      // Seen by the wait below as soon as it comes, also when something wakes the worker again at once.
      const stopped = until('stopped');
      await cdp.send('ServiceWorker.stopAllWorkers');
      await stopped;
      count += 1;
    },
    async openInOwnWindow(path) {
      const opened = browser.context.waitForEvent('page', (each) => each.url().includes(path));
      await page.evaluate(
        (url) => chrome.windows.create({ url, type: 'popup', focused: false }),
        browser.extensionUrl(path),
      );
      const own = await opened;
      await own.waitForLoadState();
      return own;
    },
    untilRunning: () => until('running'),
    stopped: () => count,
  };
}

/** Leaves a word in the worker's memory, or reads it: gone means that the worker is another one than it was. */
export async function wordInWorker(browser: ExtensionBrowser, word?: string): Promise<string | undefined> {
  return (await browser.worker()).evaluate((value) => {
    const memory = globalThis as typeof globalThis & { zybTestWord?: string };
    if (value !== undefined) memory.zybTestWord = value;
    return memory.zybTestWord;
  }, word);
}
