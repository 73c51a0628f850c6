import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomToken } from './hash.ts';

/**
 * Reads a secret from `keys/` in the data folder, making it first where there is none. Of several instances
 * starting together one wins and all read the same. Kept outside the database: a leaked dump forges nothing.
 */
export async function keyFile(dataFolder: string, name: string, make: () => string): Promise<string> {
  const folder = join(dataFolder, 'keys');
  const path = join(folder, name);
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found) return found;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${name}.${randomToken()}`);
  await writeFile(draft, make(), { mode: 0o600, flush: true });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(path, 'utf8');
}
