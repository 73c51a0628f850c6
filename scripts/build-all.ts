import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The extension as tests and `npm start` load it: hosts granted, since a prompt cannot be answered by a script. */
export const builtExtension = process.env.ZYB_EXTENSION || join(root, '.output', 'granted', 'chrome-mv3');
/** The same for Firefox. */
export const builtForFirefox = join(root, '.output', 'granted', 'firefox-mv3');
/** The review desk as the collector serves it. */
export const builtDesk = process.env.ZYB_DESK || join(root, 'dist', 'desk');

function run(command: string, args: string[], env: Record<string, string> = {}): void {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  throw new Error(`${command} ${args.join(' ')} failed`);
}

/**
 * Builds the extension for tests, for Firefox too when asked, and the review desk; throws with the tools' own words when it
 * cannot.
 */
export async function buildAll({ forFirefox = false } = {}): Promise<void> {
  run('wxt', ['build'], { ZYB_HOSTS: 'granted' });
  if (forFirefox) run('wxt', ['build', '-b', 'firefox', '--mv3'], { ZYB_HOSTS: 'granted' });
  run('vite', ['build', '--config', 'server/web/vite.config.ts', '--logLevel', 'warn']);
  for (const folder of [builtExtension, builtDesk, ...(forFirefox ? [builtForFirefox] : [])]) {
    if (!existsSync(folder)) throw new Error(`${folder} was not built`);
  }
}
