import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtensionBrowser } from './launch-browser.ts';

/** Kills the browser of this profile with SIGKILL, as a power cut or a crash would; its own lock names its process. */
export async function killBrowser(browser: ExtensionBrowser, profile: string): Promise<void> {
  const lock = await readlink(join(profile, 'SingletonLock'));
  const pid = Number(lock.slice(lock.lastIndexOf('-') + 1));
  if (!Number.isInteger(pid) || pid <= 1) throw new Error(`the lock names no process: ${lock}`);
  const gone = new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
  process.kill(pid, 'SIGKILL');
  await gone;
}
