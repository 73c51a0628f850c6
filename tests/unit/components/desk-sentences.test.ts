import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sections } from '../../../server/web/locale-plugin.ts';

/** Sources that the desk's pages reach, from its first file on. */
function reached(): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.tsx?)'/g);
    for (const [, path = ''] of imports) {
      const target = join(file, '..', path);
      if (/^(server\/web|components)\//.test(target)) visit(target);
    }
  };
  visit('server/web/main.tsx');
  return [...found];
}

test('the desk carries every section of sentences that its screens name', () => {
  const files = reached();
  expect(files).toContain('components/forms/forms-dialog.tsx');
  expect(files.length).toBeGreaterThan(readdirSync('server/web').length);
  const named = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\btext\(\s*(?:keyOf\()?['`]([a-zA-Z]+)[.'`]/g)].map(
      ([, name]) => name,
    ),
  );
  const known = new Set<string | undefined>(sections);
  expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
});
