import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const sections = [
  'walk',
  'tag',
  'bar',
  'options',
  'mode',
  'perspective',
  'problem',
  'pack',
  'catalogue',
  'channel',
  'byHand',
];
const folders = [
  'walk-panel',
  'tagging',
  'in-page-bar',
  'options',
  'pack-editor',
  'pack-problem',
  'catalogue',
  'hand-entry',
  'stated-review',
];

function flatten(value: unknown, path: string): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, each]) => [...flatten(each, `${path}.${key}`)]));
}

async function sentences(language: string): Promise<Map<string, string>> {
  const all = parse(await readFile(`locales/${language}.yml`, 'utf8')) as Record<string, unknown>;
  return new Map(sections.flatMap((section) => [...flatten(all[section], section)]));
}

const placeholders = (sentence: string | undefined) => [...new Set(sentence?.match(/\$\d/g))].sort();

test('the walker’s screens have every sentence in both languages, with the same places to fill', async () => {
  const [chinese, english] = [await sentences('zh_CN'), await sentences('en')];
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, sentence] of chinese) {
    expect([key, placeholders(english.get(key))]).toEqual([key, placeholders(sentence)]);
  }
});

test('every key that the walker’s screens name exists', async () => {
  const chinese = await sentences('zh_CN');
  const named = new Set<string>();
  for (const folder of folders) {
    for (const name of await readdir(`components/${folder}`)) {
      const code = await readFile(`components/${folder}/${name}`, 'utf8');
      for (const [, key] of code.matchAll(
        /'((?:walk|tag|bar|options|problem|pack|catalogue|byHand)\.[A-Za-z.]+)'/g,
      ))
        named.add(key ?? '');
    }
  }
  const isGroup = (name: string) => [...chinese.keys()].some((key) => key.startsWith(`${name}.`));
  const unknown = [...named].filter((key) => !chinese.has(key) && !isGroup(key));
  expect(named.size).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
});
