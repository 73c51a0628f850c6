import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Chromium refuses a whole extension when a script holds a non-character such as U+FFFE, and says only that the
 * file is not UTF-8. Emitted scripts are therefore ASCII; anything else fails the build here, where it is seen.
 */
export async function failOnNonAscii(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((each) => each.endsWith('.js'))) {
    const text = await readFile(join(folder, name), 'utf8');
    const at = [...text].findIndex((character) => (character.codePointAt(0) ?? 0) > 127);
    if (at >= 0)
      throw new Error(`${name}: a character beyond ASCII near "${text.slice(Math.max(0, at - 40), at)}"`);
  }
}
