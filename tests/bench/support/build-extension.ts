import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, '.output', 'bench', 'chrome-mv3');

/**
 * Builds the extension as shipped, hosts granted, into a folder of the benchmarks' own; throws with the tool's words.
 * `asBuilt` takes what stands there from an earlier run, ZYB_EXTENSION another folder.
 */
export function buildExtension(asBuilt: boolean): string {
  if (process.env.ZYB_EXTENSION) return process.env.ZYB_EXTENSION;
  if (asBuilt && existsSync(folder)) return folder;
  const result = spawnSync('wxt', ['build'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
      ZYB_HOSTS: 'granted',
      ZYB_OUT: 'bench',
    },
  });
  if (result.status !== 0 || !existsSync(folder))
    throw new Error(`the extension was not built\n${result.stdout ?? ''}${result.stderr ?? ''}`);
  return folder;
}
