import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeEventTexts } from '../../../lib/deliver/scan/event-texts.ts';
import { scanReport } from '../../../lib/deliver/scan-report.ts';
import { encodeEvents } from '../../../lib/model/chunk-codec/index.ts';
import { SessionReport } from '../../../lib/model/report.ts';
import {
  createRedactor,
  createScanner,
  createSessionDigests,
  type ScannerOptions,
  scanEvent,
} from '../../../lib/redact/index.ts';
import { fakeReport } from '../../support/fake-report.ts';
import { element, snapshot, type Tree } from '../redact/trees.ts';

const at = Date.UTC(2026, 4, 12, 1, 30);
const object = 'a'.repeat(64);

/** What the last look finds in a replay of these events: the values, in the order found. */
async function valuesFound(
  events: object[],
  known: ScannerOptions = {},
  more: object = {},
): Promise<string[]> {
  const bytes = new Uint8Array(gzipSync(encodeEvents(events)));
  const chunk = { stream: 'st1', n: 0, keyframe: true, from: at, to: at, events: 1, bytes: 9, object };
  const report = SessionReport.parse({
    ...fakeReport(),
    ...more,
    chunks: [{ ...chunk, codec: 'compact-1', chain: 'd'.repeat(64) }],
    objects: [{ object, bytes: bytes.length, type: 'application/gzip' }],
  });
  const found = await scanReport(report, { ...createScanner(known), readObject: async () => bytes });
  return [...new Set(found.map(({ text, start, end }) => text.slice(start, end)))];
}
const page = (...body: Tree[]) => [snapshot(body)];
const later = (data: object) => ({
  type: 3,
  timestamp: at + 5,
  data: { source: 0, adds: [], removes: [], attributes: [], texts: [], ...data },
});

describe('the last look reads a page as people do', () => {
  test('a number spread over elements is found whole, and found once', async () => {
    const split = element('p', {}, [element('span', {}, ['110105']), element('b', {}, ['19491231']), '002X']);
    expect(await valuesFound(page(split))).toEqual(['11010519491231002X']);
  });

  test('a value is found by the label beside it: in a row, a list, and what a script adds', async () => {
    const row = element('tr', {}, [element('th', {}, ['姓名']), element('td', {}, ['张晓禾'])]);
    const list = element('dl', {}, [element('dt', {}, ['现住址']), element('dd', {}, ['桂湖区桂花路12号'])]);
    expect(await valuesFound(page(element('table', {}, [row]), list))).toEqual([
      '张晓禾',
      '桂湖区桂花路12号',
    ]);
    const form = element('div', {}, []);
    const added = [element('label', {}, ['社保号']), element('span', {}, ['990100458213'])];
    const adds = added.flatMap((node, i) => [
      { parentId: form.id, nextId: added[i + 1]?.id ?? null, node: { ...node, childNodes: [] } },
      { parentId: node.id, nextId: null, node: node.childNodes?.[0] },
    ]);
    expect(await valuesFound([...page(form), later({ adds })])).toEqual(['990100458213']);
  });

  test('a name that a label names stands bare elsewhere in the page', async () => {
    const row = element('tr', {}, [element('th', {}, ['姓名']), element('td', {}, ['张晓禾'])]);
    expect(
      await valuesFound(page(element('h1', {}, ['张晓禾的办件']), element('table', {}, [row]))),
    ).toContain('张晓禾');
  });

  test('what the pages of the session told each other is found while the key lives, in rows as in the replay', async () => {
    const told = createSessionDigests('k');
    told.add('name', '张晓禾');
    const digests = createSessionDigests('k', told.takeFresh());
    const incidents = [{ id: 'i1', at, tab: 1, frame: 0, kind: 'toast', message: '张晓禾尚未确认' }];
    const bare = page(element('h1', {}, ['张晓禾的办件']));
    expect(await valuesFound(bare, {}, { incidents })).toEqual([]);
    expect(await valuesFound(bare, { digests }, { incidents })).toEqual(['张晓禾']);
  });

  test('identifiers and styles are read too: names of elements, variables, declarations set by script', async () => {
    const id = '370102_19900307_1234';
    const named = element('div', {
      id: `p_${id}`,
      class: 'el-col-24 u_138_0013_8000 row_000000000000000000',
    });
    const styled = element('p', { style: '--p:13900139000;width:1px' });
    expect(await valuesFound(page(named, styled))).toEqual([id, '138_0013_8000', '13900139000']);
    const known = page(element('p', {}, ['姓名：张晓禾']), element('div', { class: 'u-张晓禾' }));
    expect(await valuesFound(known)).toContain('张晓禾');
    const style = { '--p': ['13900139000', ''], content: '"致电13900139001"', '--on': false };
    const set = {
      type: 3,
      timestamp: at + 6,
      data: { source: 13, id: 9, set: { property: '--q', value: '13900139002' } },
    };
    expect(
      await valuesFound([...page(), later({ attributes: [{ id: 9, attributes: { style } }] }), set]),
    ).toEqual(['13900139000', '13900139001', '13900139002']);
    // Where no event scanner is given, texts are looked at by themselves.
    const { scan } = createScanner();
    const seen: string[] = [];
    for (const event of page(named, styled))
      seeEventTexts(event, (text) =>
        seen.push(...scan(text).map(({ start, end }) => text.slice(start, end))),
      );
    expect(seen).toEqual([id, '13900139000']);
  });

  test('the session’s policy counts: what it asks for beyond the floor is refused, and only there', async () => {
    const line = page(element('p', {}, ['办件编号：2026112200017']));
    expect(await valuesFound(line)).toEqual([]);
    expect(await valuesFound(line, { policy: { caseNumbers: true } })).toEqual(['2026112200017']);
    expect(await valuesFound(line, { policy: { terms: ['2026112200017'] } })).toEqual(['2026112200017']);
  });

  test('events that no recorder wrote are still looked through text by text', async () => {
    const odd = {
      type: 2,
      timestamp: at,
      data: { node: { type: 0, id: 1, childNodes: [null, { textContent: '致电13800138000' }] } },
    };
    expect(await valuesFound([odd])).toEqual(['13800138000']);
  });
});

describe('what has been masked is not found again', () => {
  // Whole values: parts of numbers side by side make others by chance.
  const words = fc.constantFrom(
    ...'姓名|张晓禾|联系电话：|13800138000|住址|某市桂花路12号3幢2单元501室|3个工作日|您好，张三|统一社会信用代码'.split(
      '|',
    ),
    ...'91350211M000100Y43|欧阳晓禾|—|：|，办件编号：2026112200017。|配偶|申请人'.split('|'),
  );
  const leaf = fc
    .tuple(fc.constantFrom('div', 'td', 'th', 'dt', 'dd', 'p', 'label', 'button', 'span'), words)
    .map(([tag, word]) => element(tag, {}, [word]));
  const tree: fc.Arbitrary<Tree> = fc.letrec<{ node: Tree }>((tie) => ({
    node: fc
      .tuple(
        fc.constantFrom(
          'div',
          'span',
          'tr',
          'th',
          'td',
          'dl',
          'dt',
          'dd',
          'p',
          'label',
          'b',
          'table',
          'button',
        ),
        fc.array(fc.oneof({ depthSize: 'small' }, leaf, tie('node')), { maxLength: 4 }),
      )
      .map(([tag, children]) => element(tag, {}, children)),
  })).node;

  test.each([{}, { policy: { caseNumbers: true, loneNames: true } }])('by the same policy %o', (known) => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (body) => {
        const { event } = createRedactor({ ...known, tagKey: 'k' }).redactEvent(snapshot(body));
        expect(createScanner(known).scanEvents()(event)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('the look changes nothing', () => {
    const event = snapshot([element('p', {}, ['致电13800138000'])]);
    const before = JSON.stringify(event);
    expect(scanEvent(event)).toHaveLength(1);
    expect(JSON.stringify(event)).toBe(before);
  });
});
