import { spawnSync } from 'node:child_process';
import { cp, glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
/** Stands in the built files for the name of the rule that is left out. */
const place = '@@WITHOUT@@';
const outFolder = 'faulty';

/** Builds the extension once, with a place for the rule that shall be left out. Throws with the tool's own words. */
export function buildFaulty(): void {
  const env = { ...process.env, ZYB_HOSTS: 'granted', ZYB_OUT: outFolder, ZYB_REDACT_WITHOUT: place };
  const { status, stdout, stderr } = spawnSync('wxt', ['build'], { cwd: root, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

/** A copy of that build without one rule, for as long as `use` takes. */
export async function withoutRule<T>(rule: string, use: (extension: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zyb-faulty-'));
  try {
    await cp(join(root, '.output', outFolder, 'chrome-mv3'), folder, { recursive: true });
    let places = 0;
    for await (const name of glob('**/*.js', { cwd: folder })) {
      const path = join(folder, name);
      const text = await readFile(path, 'utf8');
      if (!text.includes(place)) continue;
      places += 1;
      await writeFile(path, text.replaceAll(place, rule));
    }
    if (places < 2) throw new Error('the build has no place for a rule in both pages and background');
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
