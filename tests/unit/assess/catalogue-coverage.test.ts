import { describe, expect, it } from 'vitest';
import { type CoverageWalk, coverCatalogue } from '../../../lib/assess/catalogue-coverage.ts';
import { coverageCsv } from '../../../lib/export/coverage-csv.ts';
import { CatalogueItem } from '../../../lib/model/catalogue.ts';

const county = '11370828553372795B4373014006001';
const city = '11440100696927671X3373014006001';
const item = (row: number, name: string, more: Partial<CatalogueItem> = {}) =>
  CatalogueItem.parse({ row, name, ...more });
const items = [
  item(1, '失业登记', { code: county, oneThing: true }),
  item(2, '失业登记', { code: city }),
  item(3, '读者证办理', { highFrequency: true }),
  item(4, '企业开办', { oneThing: true }),
];
let walks = 0;
const walk = (name: string, more: Partial<CoverageWalk> & { code?: string } = {}): CoverageWalk => ({
  id: `w${(walks += 1)}`,
  item: { name, oneThing: false, crossRegion: false, ...(more.code ? { code: more.code } : {}) },
  mode: more.mode ?? 'self',
  channel: more.channel ?? '云岭省政务服务网 PC端',
  channelKind: more.channelKind,
  entry: more.entry,
  startedAt: 1_790_000_000_000,
  practice: more.practice ?? false,
});
const walked = (list: CoverageWalk[]) =>
  coverCatalogue(items, list)
    .items.filter((each) => each.walks.length > 0)
    .map((each) => each.item.row);

describe('coverage of a catalogue', () => {
  it('counts a walk entered by hand by the channel that was chosen, and tells it from a recorded one', () => {
    const coverage = coverCatalogue(items, [
      walk('读者证办理'),
      walk('读者证办理', { channel: '“视频办”', channelKind: 'window', entry: 'by-hand' }),
    ]);
    expect(coverage.byChannel).toEqual({ pc: 1, window: 1 });
    expect(coverage.items[2]?.walks.map(({ channel, byHand }) => [channel, byHand])).toEqual([
      ['pc', false],
      ['window', true],
    ]);
  });

  it('takes the code before the name: another authority’s item of the same name is not walked', () => {
    expect(walked([walk('失业登记', { code: county })])).toEqual([1]);
    expect(walked([walk('失业登记', { code: `${city}03` })])).toEqual([2]);
  });

  it('does so where the catalogue has the base codes beside: they decide between no authorities', () => {
    const base = ['373014006001'];
    const both = [
      item(1, '失业登记', { code: county, otherCodes: base }),
      item(2, '失业登记', { code: city, otherCodes: base }),
      item(3, '失业登记', { code: base[0] }),
    ];
    const rows = (...codes: string[]) =>
      coverCatalogue(
        both,
        codes.map((code) => walk('失业登记', { code })),
      )
        .items.filter((each) => each.walks.length > 0)
        .map((each) => each.item.row);
    expect(rows(county)).toEqual([1]);
    expect(rows(`${county}02`)).toEqual([1]);
    expect(rows(city)).toEqual([2]);
    const third = '11330100002489559X3373014006001';
    expect(rows(third), 'an authority that has no row of its own').toEqual([3]);
    const listed = coverCatalogue(both.slice(0, 2), [walk('失业登记', { code: third })]);
    expect([listed.walked, listed.elsewhere.length]).toEqual([0, 1]);
    const local = [
      item(1, '失业登记', { code: 'YL-1', otherCodes: base }),
      item(2, '失业登记', { code: base[0] }),
    ];
    const hits = (code: string) =>
      coverCatalogue(local, [walk('失业登记', { code })]).items.map((each) => each.walks.map(({ by }) => by));
    expect(hits('YL-1')).toEqual([['code'], []]);
    expect(hits(county), 'a base code alone tells the two no better than their name').toEqual([
      ['name'],
      ['name'],
    ]);
  });

  it('takes the name where the walk has no code, minding no quotes, and says so', () => {
    expect(walked([walk('“读者证办理”')])).toEqual([3]);
    expect(coverCatalogue(items, [walk('读者证办理')]).items[2]?.walks).toMatchObject([{ by: 'name' }]);
  });

  it('claims nothing for a base code that stands for the items of many authorities', () => {
    expect(walked([walk('失业登记（基本）', { code: '373014006001' })])).toEqual([]);
  });

  it('counts an item once for a mode and a channel, however often it was walked', () => {
    const coverage = coverCatalogue(items, [
      walk('企业开办'),
      walk('企业开办'),
      walk('企业开办', { mode: 'selfcheck' }),
      walk('读者证办理', { channel: '市图书馆窗口' }),
      walk('读者证办理', { mode: 'accompany', channel: '读者通小程序' }),
    ]);
    expect(coverage.walked).toBe(2);
    expect(coverage.byMode).toEqual({ self: 2, selfcheck: 1, accompany: 1 });
    expect(coverage.byChannel).toEqual({ pc: 1, window: 1, miniProgram: 1 });
    expect(coverage.marked).toEqual({
      oneThing: { items: 2, walked: 1 },
      crossRegion: { items: 0, walked: 0 },
      highFrequency: { items: 1, walked: 1 },
    });
  });

  it('leaves out walks on the practice portal and lists walks of items it does not have', () => {
    const coverage = coverCatalogue(items, [
      walk('读者证办理', { practice: true }),
      walk('户口迁移'),
      walk('户口迁移', { code: county }),
    ]);
    expect(coverage.practice).toBe(1);
    expect(coverage.elsewhere.map((each) => each.item.name)).toEqual(['户口迁移']);
    expect(coverage.items[0]?.walks).toHaveLength(1);
    expect(coverage.walked).toBe(1);
  });

  it('is written as a list in which no name can run as a formula and no code is rounded', () => {
    const risky = [item(1, '=cmd|calc'), item(2, '编码事项', { code: '442111817001' })];
    const text = coverageCsv(coverCatalogue(risky, []), { mode: String, channel: String });
    const rows = text.slice(1).split('\r\n');
    expect(rows[0]).toContain('事项名称');
    expect(rows[1]).toContain("'=cmd|calc");
    expect(rows[2]).not.toMatch(/,442111817001,/);
    expect(rows[2]?.split(',')[2], 'held as text by a tab alone').toBe('"\t442111817001"');
  });
});
