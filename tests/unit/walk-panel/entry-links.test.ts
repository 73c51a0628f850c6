import { expect, test } from 'vitest';
import { entryLinks } from '../../../components/walk-panel/entry-links.ts';
import { CatalogueItem } from '../../../lib/model/catalogue.ts';

const none = { suggested: [], named: [], name: '失业登记', code: undefined, sites: [] };
const listed = (code: string, guideUrl: string) =>
  CatalogueItem.parse({ row: 2, name: '失业登记', code, guideUrl });

test('an item opens where the programme says, its guide where the catalogue says', () => {
  const links = entryLinks({
    ...none,
    suggested: [{ name: '失业登记', startUrl: 'https://zwfw.example/apply/7' }],
    named: [listed('A1', 'https://zwfw.example/guide/7')],
  });
  expect(links.map(({ kind, url }) => [kind, url])).toEqual([
    ['item', 'https://zwfw.example/apply/7'],
    ['guide', 'https://zwfw.example/guide/7'],
  ]);
});

test('of several items of one name no guide is offered until one is chosen', () => {
  const named = [listed('A1', 'https://a.example/1'), listed('B1', 'https://b.example/1')];
  expect(entryLinks({ ...none, named })).toEqual([]);
  expect(entryLinks({ ...none, named, code: 'B1' }).map(({ url }) => url)).toEqual(['https://b.example/1']);
});

test('what is no web address is no link: packs and catalogues are files', () => {
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'https://', 'guide/7'])
    expect(entryLinks({ ...none, named: [listed('A1', url)] })).toEqual([]);
});

test('a portal without a beginning of its own is not offered', () => {
  const sites = [
    { id: 'a', name: '甲', startUrl: 'https://a.example/' },
    { id: 'b', name: '乙' },
  ];
  expect(entryLinks({ ...none, sites }).map(({ name }) => name)).toEqual(['甲']);
});
