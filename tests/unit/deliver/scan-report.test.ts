import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mustBeClean } from '../../../lib/deliver/must-be-clean.ts';
import { scanReport } from '../../../lib/deliver/scan-report.ts';
import { encodeEvents } from '../../../lib/model/chunk-codec/index.ts';
import { SessionReport } from '../../../lib/model/report.ts';
import { scan as scanText } from '../../../lib/redact/index.ts';
import golden from '../../golden/session-report-v1.json' with { type: 'json' };
import { fakeReport } from '../../support/fake-report.ts';

const scan = (text: string) => scanText(text);
const phone = '13800005678';
const at = Date.UTC(2026, 4, 12, 1, 30);
const point = (more: object) => ({
  id: 'n1',
  at,
  interval: { from: at, to: at },
  dimensionId: 'd',
  checkItemId: 'c',
  severity: 'minor',
  ...more,
});
const reportOf = (overrides: object) => SessionReport.parse({ ...fakeReport(), ...overrides });

/** A report with one chunk of these events, one style sheet and one drawing. */
function withReplay(events: object[], css = '', svg = '<svg/>') {
  const gzip = new Uint8Array(gzipSync(encodeEvents(events)));
  const texts = [
    { object: 'b'.repeat(64), type: 'text/css', data: new TextEncoder().encode(css || ' ') },
    { object: 'c'.repeat(64), type: 'image/svg+xml', data: new TextEncoder().encode(svg) },
  ];
  const bytes = new Map([['a'.repeat(64), gzip], ...texts.map((each) => [each.object, each.data] as const)]);
  const report = reportOf({
    chunks: [
      {
        stream: 'st1',
        n: 0,
        keyframe: true,
        from: at,
        to: at,
        events: 1,
        bytes: 9,
        object: 'a'.repeat(64),
        codec: 'compact-1',
        chain: 'd'.repeat(64),
      },
    ],
    assets: texts.map(({ object, type }) => ({ kind: type === 'text/css' ? 'style' : 'image', object })),
    objects: [...bytes].map(([object, data]) => ({
      object,
      bytes: data.length,
      type: texts.find((each) => each.object === object)?.type ?? 'application/gzip',
    })),
  });
  const readObject = async (object: string) => bytes.get(object) ?? new Uint8Array();
  return { report, readObject };
}
const textNode = (textContent: string) => ({ type: 3, id: 3, textContent });
const snapshot = (child: object) => ({
  type: 2,
  timestamp: at + 5,
  data: { node: { type: 0, id: 1, childNodes: [child] } },
});

describe('the scan before a report leaves', () => {
  test.each([
    ['streams.st1.title', { streams: [{ ...fakeReport().streams[0], title: `手机 ${phone}` }] }],
    [
      'visits.v1.url',
      {
        visits: [{ id: 'v1', at, tab: 1, frame: 0, kind: 'document', url: `https://a.example/x?k=${phone}` }],
      },
    ],
    [
      'visits.v1.url',
      {
        visits: [
          {
            id: 'v1',
            at,
            tab: 1,
            frame: 0,
            kind: 'document',
            url: `https://a.example/p/${encodeURIComponent(`电话：${phone}`)}`,
          },
        ],
      },
    ],
    [
      'incidents.i1.message',
      { incidents: [{ id: 'i1', at, tab: 1, frame: 0, kind: 'toast', message: `已发送至${phone}` }] },
    ],
    ['painPoints.n1.title', { painPoints: [point({ title: phone })] }],
    ['gaps.g1.detail', { gaps: [{ id: 'g1', from: at, to: at, why: 'not-shown', detail: phone }] }],
  ])('refuses what stands in %s, and says where and what', async (field, overrides) => {
    const findings = await scanReport(reportOf(overrides), { scan });
    expect(findings.map((each) => [each.field, each.kind, each.own])).toEqual([[field, 'mobile', undefined]]);
  });

  test.each<[string, object]>([
    ['a text of a page', snapshot(textNode(`联系：${phone}`))],
    [
      'a title of an element',
      snapshot({ type: 2, id: 3, tagName: 'p', attributes: { title: phone }, childNodes: [] }),
    ],
    [
      'a text that changed',
      {
        type: 3,
        timestamp: at + 5,
        data: { source: 0, adds: [], removes: [], attributes: [], texts: [{ id: 3, value: phone }] },
      },
    ],
    [
      'an element that came later',
      {
        type: 3,
        timestamp: at + 5,
        data: {
          source: 0,
          adds: [{ parentId: 1, nextId: null, node: textNode(phone) }],
          removes: [],
          attributes: [],
          texts: [],
        },
      },
    ],
    ['a typed value', { type: 3, timestamp: at + 5, data: { source: 5, id: 3, text: phone } }],
    [
      'the address of a page',
      { type: 4, timestamp: at + 5, data: { href: `https://a.example/?t=${phone}`, width: 1, height: 1 } },
    ],
    [
      'a style element',
      snapshot({
        type: 2,
        id: 3,
        tagName: 'style',
        attributes: {},
        childNodes: [textNode(`p::after{content:"${phone}"}`)],
      }),
    ],
  ])('opens the replay: %s', async (_what, event) => {
    const { report, readObject } = withReplay([event]);
    expect(await scanReport(report, { scan })).toEqual([]);
    const findings = await scanReport(report, { scan, readObject });
    expect(findings.map((each) => [each.field, each.kind, each.at])).toEqual([
      ['chunks.st1.0', 'mobile', at + 5],
    ]);
  });

  test('opens style sheets and drawings', async () => {
    const { report, readObject } = withReplay(
      [],
      `p::after{content:"${phone}"}`,
      `<svg><text>${phone}</text></svg>`,
    );
    expect((await scanReport(report, { scan, readObject })).map(({ field }) => field)).toEqual([
      'assets.0',
      'assets.1',
    ]);
  });

  test('opens style sheets that lie gzipped, as far as a replay would', async () => {
    const rules = '.a{color:red}'.repeat(40);
    const gzipped = (css: string, kind = 'style') => {
      const { report, readObject } = withReplay([]);
      const data = new Uint8Array(gzipSync(css));
      const entry = { object: 'e'.repeat(64), bytes: data.length, type: 'application/gzip' as const };
      const assets = [{ kind, object: entry.object }];
      return {
        report: SessionReport.parse({ ...report, assets, objects: [...report.objects, entry] }),
        readObject: async (object: string) => (object === entry.object ? data : readObject(object)),
      };
    };
    const fields = async ({ report, readObject }: ReturnType<typeof gzipped>) =>
      (await scanReport(report, { scan, readObject })).map(({ field }) => field);
    const css = `p::after{content:"${phone}"}`;
    expect(await fields(gzipped(css + rules))).toEqual(['assets.0']);
    expect(await fields(gzipped(rules))).toEqual([]);
    // What unpacks to more than any sheet is shown by nobody.
    expect(await fields(gzipped(css + ' '.repeat(17 << 20)))).toEqual([]);
    const { report } = gzipped(css);
    expect(await fields({ report, readObject: async () => new TextEncoder().encode(css) })).toEqual([]);
  });

  test('an address whose values were taken out is clean, one whose value was forgotten is not', async () => {
    const visit = (url: string) =>
      reportOf({ visits: [{ id: 'v1', at, tab: 1, frame: 0, kind: 'document', url }] });
    const masked = 'https://a.example/p?name=_&phone=_&ticket=_#owner=_';
    expect(await scanReport(visit(masked), { scan })).toEqual([]);
    expect(await scanReport(visit(masked.replace('phone=_', `phone=${phone}`)), { scan })).toHaveLength(1);
  });

  test('does not stumble over drawings, class names, style values, data addresses and our own tags', async () => {
    const attributes = {
      d: `M${phone} 1`,
      class: 'c-1380000 r-00000000000',
      style: `width:${phone}px`,
      alt: '〔手机〕',
    };
    const css = `.a{width:33.333333333333336%;background:url("data:image/png;base64,${'A1'.repeat(40)}${phone}")}`;
    const { report, readObject } = withReplay(
      [snapshot({ type: 2, id: 3, tagName: 'path', attributes, childNodes: [] })],
      css,
    );
    expect(await scanReport(report, { scan, readObject })).toEqual([]);
  });

  test('the walker’s own words are asked about until they say they mean to keep them, and again when they change', async () => {
    const painPoints = [point({ note: `请回电 ${phone}` })];
    const [finding] = await scanReport(reportOf({ painPoints }), { scan });
    expect(finding).toMatchObject({ field: 'painPoints.n1.note', kind: 'mobile' });
    const kept = [{ at, field: 'painPoints.n1.note', kind: 'mobile', text: finding?.own }];
    const edits = { masked: [], cuts: [], kept };
    expect(await scanReport(reportOf({ painPoints, edits }), { scan })).toEqual([]);
    const changed = [point({ note: `请回电 ${phone}，或者 13900001111` })];
    expect(await scanReport(reportOf({ painPoints: changed, edits }), { scan })).toHaveLength(2);
  });

  test('who the walker is stands in the report on purpose', async () => {
    const session = {
      ...fakeReport().session,
      walker: { unit: '云岭市', name: '张三', position: '', contact: phone },
    };
    expect(await scanReport(reportOf({ session }), { scan })).toEqual([]);
  });

  test('the golden report leaves', async () => {
    await mustBeClean(SessionReport.parse(golden), { scan });
  });

  test('the refusal names place and kind and never the value', async () => {
    const report = reportOf({ gaps: [{ id: 'g1', from: at, to: at, why: 'not-shown', detail: phone }] });
    const refusal = await mustBeClean(report, { scan }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'still-personal',
      field: 'gaps.g1.detail',
      message: 'mobile',
      passing: false,
    });
    expect(JSON.stringify(refusal) + String((refusal as Error).stack)).not.toContain(phone);
  });

  test('wherever in a page a number stands, it is found', async () => {
    const depth = fc.integer({ min: 0, max: 30 });
    await fc.assert(
      fc.asyncProperty(depth, fc.stringMatching(/^1[3-9]\d{9}$/), async (levels, number) => {
        let node: object = textNode(`（${number}）`);
        for (let level = 0; level < levels; level += 1)
          node = { type: 2, id: 10 + level, tagName: 'div', attributes: {}, childNodes: [node] };
        const { report, readObject } = withReplay([snapshot(node)]);
        expect(await scanReport(report, { scan, readObject })).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  test('clean objects are not opened again, and an abort ends it', async () => {
    const { report, readObject } = withReplay([snapshot(textNode('清楚'))]);
    const clean = new Set<string>();
    await scanReport(report, { scan, readObject, clean });
    expect(clean.size).toBe(3);
    const never = () => Promise.reject(new Error('opened'));
    expect(await scanReport(report, { scan, readObject: never, clean })).toEqual([]);
    const stop = new AbortController();
    stop.abort();
    await expect(scanReport(report, { scan, readObject, signal: stop.signal })).rejects.toThrow();
  });
});
