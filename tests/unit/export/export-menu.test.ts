import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exportItems, exportKinds } from '../../../components/session-review/export-menu.tsx';

type Node = { [key: string]: Node | string };
const textIn = (language: string) => {
  const file = new URL(`../../../locales/${language}.yml`, import.meta.url);
  const all = parse(readFileSync(file, 'utf8')) as Node;
  return (key: string) =>
    String(
      key.split('.').reduce<Node | string | undefined>((at, part) => (at as Node | undefined)?.[part], all),
    );
};

describe.each([
  ['zh_CN', /不含填写内容/],
  ['en', /no typed values|typed values are not contained/],
])('the export menu in %s', (language, promise) => {
  const items = exportItems(textIn(language));

  it('has an entry for every form', () => {
    expect(items.map(({ key }) => key)).toEqual([...exportKinds]);
  });

  it('says of each what it is for and that typed values are not in it', () => {
    for (const { label } of items) {
      const shown = renderToStaticMarkup(label);
      expect(shown).not.toContain('undefined');
      expect(shown).toMatch(promise);
    }
  });
});
