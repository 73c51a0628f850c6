import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../support/launch-browser.ts';
import { createWorkerStopper } from '../../support/stop-worker.ts';

export const killKinds = ['browser', 'worker', 'renderer'] as const;
export type KillKind = (typeof killKinds)[number];

/** The process of the browser of this profile, by its own lock. */
export async function pidOf(profile: string): Promise<number> {
  const lock = await readlink(join(profile, 'SingletonLock'));
  const pid = Number(lock.slice(lock.lastIndexOf('-') + 1));
  if (!Number.isInteger(pid) || pid <= 1) throw new Error(`the lock names no process: ${lock}`);
  return pid;
}

/** SIGKILL, as a power cut or the system's out-of-memory killer would; the moment it was sent. */
export async function killProcess(browser: ExtensionBrowser, pid: number): Promise<number> {
  const gone = new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
  const at = Date.now();
  process.kill(pid, 'SIGKILL');
  await gone;
  return at;
}

/** The renderer of this page dies, as when it runs out of memory; the moment at which the browser had seen it. */
export async function crashRenderer(browser: ExtensionBrowser, page: Page): Promise<number> {
  const cdp = await browser.context.newCDPSession(page);
  const crashed = new Promise<number>((resolve) => page.once('crash', () => resolve(Date.now())));
  void cdp.send('Page.crash').catch(() => undefined);
  return crashed;
}

/** The worker is stopped at once, whatever it has in its hands, and wakes when the page next speaks to it. */
export async function stopWorker(browser: ExtensionBrowser): Promise<number> {
  const stopper = await createWorkerStopper(browser);
  await stopper.stop();
  const at = Date.now();
  await stopper.untilRunning();
  await stopper.page.close();
  return at;
}
