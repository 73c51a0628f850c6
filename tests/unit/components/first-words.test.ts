import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fillIn, readFirstWords } from '../../../components/in-page-bar/first-words.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const locales = readdirSync(join(root, 'locales')).map(
  (name) =>
    parse(readFileSync(join(root, 'locales', name), 'utf8')) as Record<string, Record<string, string>>,
);
const asked = readFirstWords((key) => key);

describe('the bar’s first words', () => {
  it('stand in every language, and none of them takes more than two values', () => {
    for (const key of Object.keys(asked)) {
      const [part = '', name = ''] = key.split('.');
      for (const locale of locales) {
        expect(locale[part]?.[name], key).toBeTypeOf('string');
        expect(locale[part]?.[name], key).not.toMatch(/\$[3-9]/);
      }
    }
  });

  it('are all that the line says', () => {
    const line = readFileSync(join(root, 'components/in-page-bar/line.ts'), 'utf8');
    const said = [...line.matchAll(/'((?:bar|bookmark)\.\w+)'/g)].map((match) => match[1]);
    expect(said.length).toBeGreaterThan(10);
    // There is no panel to open on a page.
    expect(said.filter((key) => key && !(key in asked))).toEqual(['bar.open']);
  });

  it('keep their places until the values are known', () => {
    const told = readFirstWords((key, ...values) => `${key}: ${values.join(' of ')}`);
    expect(told['bar.counts']).toBe('bar.counts: $1 of $2');
    expect(fillIn(told['bar.counts'] ?? '', [3, 0])).toBe('bar.counts: 3 of 0');
    expect(fillIn('$2 then $1, $1', ['$2', 'b'])).toBe('b then $2, $2');
  });
});
