import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepTimes } from '../../../../lib/assess/step-times.ts';
import type { Store } from '../../../../lib/store/open-store.ts';
import { action } from '../fresh-store.ts';
import {
  append,
  element,
  eventsLeft,
  everything,
  keyframe,
  mutation,
  retext,
  second,
  soundReport,
  startedAt,
  text,
  walked,
  walkMs,
} from './walked.ts';

const at = (seconds: number) => startedAt + seconds * second;
const options = {
  stepName: '（已剪去）',
  measure: (evidence: any, from: number, to: number) =>
    stepTimes({ ...evidence, pauses: evidence.session.pauses }, from, to),
};
const cut = async (store: Store, from: number, to: number) =>
  store.walkerEdits.apply(await store.walkerEdits.planCut('s1', { from, to }, options));

const pointed = {
  label: '',
  role: 'button',
  selectors: [],
  rect: { x: 1, y: 1, width: 9, height: 9 },
  url: '',
};
const shot = (id: string, seconds: number) => ({
  id,
  sessionId: 's1',
  at: at(seconds),
  tab: 1,
  why: 'step' as const,
  object: '',
  width: 4,
  height: 3,
  masked: 0,
  by: 'tab' as const,
});

/** A page on which a secret is shown at 5 s and taken away at 8 s, and a list grows all the time. */
const planted = () =>
  walked(
    [
      [
        ...keyframe(startedAt, [
          element(10, 'ul', []),
          element(12, 'p', [text(13, '开始')], { 'data-i': 'zyb-asset:0' }),
        ]),
      ],
      [append(at(2), element(20, 'li', [text(21, '第一')]), 10)],
      [append(at(5), element(30, 'div', [text(31, '秘密'), text(32, '旁边')], { 'data-x': 'zyb-asset:1' }))],
      [append(at(6), element(22, 'li', [text(23, '第二')]), 10), retext(at(6), 13, '中间')],
      [mutation(at(8), { removes: [{ parentId: 6, id: 30 }] })],
      [append(at(12), element(24, 'li', [text(25, '第三')]), 10), retext(at(13), 13, '结束')],
    ],
    async (store) => {
      const { db, objects } = store;
      for (const seconds of [1, 6, 12])
        await db.actions.put({
          ...action(`a${seconds}`, at(seconds)),
          sessionId: 's1',
          label: `第${seconds}秒`,
          ...(seconds === 1 && { spans: [{ from: at(1), to: at(14) }] }),
        });
      for (const seconds of [6, 12]) {
        const object = await objects.keep('s1', 'image/jpeg', new Uint8Array([255, 216, 255, seconds]));
        await db.screenshots.put({ ...shot(`p${seconds}`, seconds), object });
      }
      const kept = await objects.keep('s1', 'image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]));
      const gone = await objects.keep('s1', 'image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 2]));
      const of = { sessionId: 's1', stream: 'st1', kind: 'image' as const, bytes: 5, why: '' };
      await db.streamAssets.bulkPut([
        { ...of, n: 0, url: 'https://portal.example/1.png', object: kept },
        { ...of, n: 1, url: 'https://portal.example/秘密.png', object: gone },
      ]);
      await db.sessions.update('s1', { masked: { mobile: 3 } });
      await db.maskCounts.bulkPut([
        { id: 'm1', sessionId: 's1', at: at(1), stream: 'st1', found: { mobile: 1 } },
        { id: 'm2', sessionId: 's1', at: at(6), stream: 'st1', found: { mobile: 2 } },
      ]);
      const times = { wall: 0, active: 0, waiting: 0, idle: 0, paused: 0 };
      const step = {
        sessionId: 's1',
        stage: 'apply' as const,
        tab: 1,
        edited: false,
        identity: false,
        times,
      };
      await db.steps.bulkPut([
        { ...step, id: 't1', from: at(0), to: at(5), name: '甲', url: '' },
        {
          ...step,
          id: 't2',
          from: at(5),
          to: at(9),
          name: '秘密的一步',
          detectedName: '秘密',
          url: 'https://portal.example/x',
        },
        { ...step, id: 't3', from: at(9), to: at(20), name: '丙', url: '' },
      ]);
      await db.painPoints.put({
        id: 'n1',
        sessionId: 's1',
        kind: 'pain',
        at: at(6),
        interval: { from: at(5), to: at(6) },
        dimensionId: 'd',
        checkItemId: 'c',
        severity: 'minor',
        note: '慢',
        need: '',
        measure: '',
        screenshotId: 'p6',
        element: { ...pointed, label: '秘密按钮' },
        drawing: [{ kind: 'text', color: 'red', at: { x: 1, y: 1 }, text: '秘密在这里' }],
        url: 'https://portal.example/x',
        title: '秘密页',
      });
      const bookmark = { sessionId: 's1', url: '', title: '' };
      await db.bookmarks.bulkPut([
        { ...bookmark, id: 'b1', at: at(1), interval: { from: at(0), to: at(1) }, screenshotId: 'p12' },
        { ...bookmark, id: 'b6', at: at(6), interval: { from: at(0), to: at(6) }, title: '秘密页' },
        { ...bookmark, id: 'b12', at: at(12), interval: { from: at(4), to: at(12) }, screenshotId: 'p6' },
      ]);
    },
  );

describe('cutting a stretch', () => {
  test('nothing of what happened in it is left anywhere, and the rest is sound', async () => {
    const store = await planted();
    await cut(store, at(4), at(9));
    expect(await everything(store)).not.toContain('秘密');
    const report = await soundReport(store);
    expect(report.actions.map(({ id }) => id)).toEqual(['a1', 'a12']);
    expect(report.actions[0]?.spans).toEqual([
      { from: at(1), to: at(4) },
      { from: at(9), to: at(14) },
    ]);
    expect(report.screenshots.map(({ id }) => id)).toEqual(['p12']);
    expect(report.objects.filter(({ type }) => type === 'image/jpeg')).toHaveLength(1);
    expect(report.gaps).toEqual([expect.objectContaining({ why: 'cut', from: at(4), to: at(9) })]);
    expect(report.masked).toEqual({ mobile: 1 });
    expect(report.coverage.recordedMs).toBeLessThanOrEqual(report.coverage.walkedMs - 5000);
    expect(report.steps.map(({ name, url }) => [name, url])).toEqual([
      ['甲', ''],
      ['（已剪去）', ''],
      ['丙', ''],
    ]);
    expect(report.painPoints[0]).toMatchObject({ note: '慢', url: '', title: '' });
    expect(report.painPoints[0]?.screenshotId).toBeUndefined();
    expect(report.painPoints[0]?.element).toBeUndefined();
    expect(report.painPoints[0]?.drawing).toBeUndefined();
    // A moment marked in the stretch goes with it; the others keep the pictures that are left.
    expect(report.bookmarks.map(({ id, screenshotId }) => [id, screenshotId])).toEqual([
      ['b1', 'p12'],
      ['b12', undefined],
    ]);
    expect(report.edits?.cuts).toEqual([
      {
        at: expect.any(Number),
        from: at(4),
        to: at(9),
        removed: { events: 4, actions: 1, requests: 0, incidents: 0, screenshots: 1 },
        keyframes: 1,
      },
    ]);
    // A picture that only the stretch showed is gone; the places of the others stay.
    expect(report.assets.map(({ why }) => why)).toEqual(['', 'cut']);
  });

  test('what a sheet that stays names by hash stays with it, gzipped or not; what only a sheet that goes named goes too', async () => {
    const names: Record<string, string> = {};
    const woff2 = (n: number) => new Uint8Array([...new TextEncoder().encode('wOF2'), n]);
    const store = await walked(
      [
        [
          ...keyframe(startedAt, [
            element(10, 'p', [], { 'data-i': 'zyb-asset:0', 'data-j': 'zyb-asset:1' }),
          ]),
        ],
        [append(at(5), element(30, 'p', [], { 'data-x': 'zyb-asset:2' }))],
        [mutation(at(8), { removes: [{ parentId: 6, id: 30 }] })],
      ],
      async ({ db, objects }) => {
        const of = { sessionId: 's1', url: '', why: '' };
        const keepFont = async (n: number, name: string) => {
          const object = await objects.keep('s1', 'font/woff2', woff2(n));
          names[name] = object;
          await db.streamAssets.put({ ...of, stream: 's1.parts', n, kind: 'font', object, bytes: 5 });
          return `a{src:url("zyb-asset:${object}")}`;
        };
        const keepSheet = async (n: number, text: string) => {
          const kept = await objects.keepText('s1', 'text/css', new TextEncoder().encode(text));
          await db.streamAssets.put({ ...of, stream: 'st1', n, kind: 'style', ...kept });
          return (await db.objects.get(kept.object))?.type;
        };
        const rules = '.a{color:red}'.repeat(40);
        expect(await keepSheet(0, (await keepFont(1, 'of a long sheet')) + rules)).toBe('application/gzip');
        expect(await keepSheet(1, await keepFont(2, 'of a short one'))).toBe('text/css');
        expect(await keepSheet(2, (await keepFont(3, 'of one that goes')) + rules)).toBe('application/gzip');
      },
    );
    await cut(store, at(4), at(9));
    const report = await soundReport(store);
    const isThere = (name: string) => report.assets.some(({ object }) => object === names[name]);
    expect(Object.keys(names).map(isThere)).toEqual([true, true, false]);
    const kept = await store.db.objects.bulkGet(Object.values(names));
    expect(kept.map((row) => row !== undefined)).toEqual([true, true, false]);
  });

  test('the replay goes on behind it with a keyframe of the page as it then stood', async () => {
    const store = await planted();
    await cut(store, at(4), at(9));
    const { chunks } = await soundReport(store);
    expect(chunks.map(({ n, keyframe: key, from }) => [n, key, from])).toEqual([
      [0, true, at(0)],
      [1, true, at(9)],
    ]);
    const after = (await eventsLeft(store)).filter((event) => event.timestamp >= at(9));
    expect(after.map(({ type }) => type)).toEqual([4, 2, 3, 3]);
    const body = after[1]?.data.node.childNodes[0].childNodes[1];
    expect(body.childNodes.map(({ id }: { id: number }) => id)).toEqual([10, 12]);
    expect(body.childNodes[0].childNodes.map((li: any) => li.childNodes[0].textContent)).toEqual([
      '第一',
      '第二',
    ]);
    expect(body.childNodes[1].childNodes[0].textContent).toBe('中间');
  });

  test('a frame holds the one document it showed last, told as frames are; those it showed in the stretch are gone', async () => {
    const framed = (id: number, words: string, inner: any[] = []) => ({
      type: 0,
      id,
      childNodes: [element(id + 1, 'html', [element(id + 2, 'body', [text(id + 3, words), ...inner])])],
    });
    const attached = (seconds: number, parentId: number, node: { id: number; type: number }) =>
      mutation(at(seconds), { adds: [{ parentId, nextId: null, node }], isAttachIframe: true });
    const store = await walked([
      [...keyframe(startedAt, [element(10, 'iframe', [])]), attached(1, 10, framed(40, '起初'))],
      [attached(5, 10, framed(50, '秘密'))],
      [attached(7, 10, framed(60, '末了', [element(64, 'iframe', [])]))],
      [attached(8, 64, framed(70, '里面'))],
      [retext(at(12), 73, '以后')],
    ]);
    await cut(store, at(4), at(9));
    const left = await eventsLeft(store);
    expect(JSON.stringify(left)).not.toContain('秘密');
    const after = left.filter((event) => event.timestamp >= at(9));
    expect(after.map(({ type }) => type)).toEqual([4, 2, 3, 3, 3]);
    expect(after[1]?.data.node.childNodes[0].childNodes[1].childNodes[0].childNodes).toEqual([]);
    const told = after.slice(2, 4).map(({ data: { isAttachIframe, adds, removes } }) => ({
      isAttachIframe,
      removes,
      adds: adds.map(({ parentId, node }: any) => [parentId, node.id]),
    }));
    expect(told).toEqual([
      { isAttachIframe: true, removes: [], adds: [[10, 60]] },
      { isAttachIframe: true, removes: [], adds: [[64, 70]] },
    ]);
    expect(JSON.stringify(after[2])).not.toMatch(/里面|起初/);
  });

  test('undone, everything is as it was to the last byte', async () => {
    const store = await planted();
    const before = await everything(store);
    const undo = await cut(store, at(4), at(9));
    await store.walkerEdits.apply(undo);
    expect(await everything(store)).toBe(before);
  });

  test('a stretch outside the walk, or an empty one, is refused', async () => {
    const store = await planted();
    for (const [from, to] of [
      [at(5), at(5)],
      [at(9), at(4)],
      [at(30), at(40)],
    ])
      await expect(
        store.walkerEdits.planCut('s1', { from: from ?? 0, to: to ?? 0 }, options),
      ).rejects.toThrow('stretch-empty');
  });

  test('a page whose changes cannot be followed goes on at its next recorded snapshot, and the gap says until when', async () => {
    const store = await walked([
      [...keyframe(startedAt, [])],
      [{ type: 3, timestamp: at(5), data: { source: 0 } }],
      [{ type: 3, timestamp: at(10), data: { source: 2, id: 6 } }],
      [...keyframe(at(15), [])],
    ]);
    await cut(store, at(4), at(6));
    const report = await soundReport(store);
    expect((await eventsLeft(store)).map(({ timestamp }) => timestamp)).toEqual([
      at(0),
      at(0),
      at(15),
      at(15),
    ]);
    expect(report.gaps.map(({ from, to, stream }) => [from, to, stream])).toEqual([
      [at(4), at(6), undefined],
      [at(6), at(15), 'st1'],
    ]);
  });

  test('whatever stretch is cut: no event inside it is left, the chain is sound, and the page behind it is as recorded', async () => {
    const moment = fc.integer({ min: 0, max: walkMs });
    const change = fc.record({
      when: moment,
      what: fc.constantFrom('append', 'retext', 'remove', 'checkout'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), moment, moment, async (changes, a, b) => {
        fc.pre(a !== b);
        const [from, to] = [startedAt + Math.min(a, b), startedAt + Math.max(a, b)];
        const { batches, linesAt } = makePage(changes);
        const store = await walked(batches);
        await cut(store, from, to);
        const events = await eventsLeft(store);
        const isWhole = to >= startedAt + walkMs;
        expect(events.filter(({ timestamp }) => timestamp >= from && (isWhole || timestamp < to))).toEqual(
          [],
        );
        if (!isWhole && events.some(({ timestamp }) => timestamp >= to))
          expect(linesOf(events)).toEqual(linesAt(startedAt + walkMs + 1));
      }),
      { numRuns: 60 },
    );
  });
});

/** A page of lines, changed at random moments, and what it shows at each of them. */
function makePage(changes: { when: number; what: string }[]) {
  const lines = new Map<number, string>();
  const shown: { at: number; lines: string[] }[] = [{ at: startedAt, lines: [] }];
  const node = (id: number, words: string) => element(id, 'p', [text(id + 1, words)]);
  const batches = [keyframe(startedAt, [])];
  let next = 100;
  for (const { when, what } of [...changes].sort((a, b) => a.when - b.when)) {
    const moment = startedAt + when;
    const [some] = lines.keys();
    if (what === 'checkout')
      batches.push(
        keyframe(
          moment,
          [...lines].map(([id, words]) => node(id, words)),
        ),
      );
    else if (what === 'append' || some === undefined) {
      lines.set((next += 2), `新${next}`);
      batches.push([append(moment, node(next, `新${next}`))]);
    } else if (what === 'retext') {
      lines.set(some, `改${when}`);
      batches.push([retext(moment, some + 1, `改${when}`)]);
    } else {
      lines.delete(some);
      batches.push([mutation(moment, { removes: [{ parentId: 6, id: some }] })]);
    }
    shown.push({ at: moment, lines: [...lines.values()] });
  }
  return { batches, linesAt: (moment: number) => shown.findLast((each) => each.at < moment)?.lines };
}

/** What a player would show at the end, read from the last keyframe on. */
function linesOf(events: { type: number; data: any }[]): string[] {
  const begin = events.findLastIndex(({ type }) => type === 2);
  let body = structuredClone(events[begin]?.data.node.childNodes[0].childNodes[1].childNodes) as any[];
  for (const { type, data } of events.slice(begin + 1)) {
    if (type !== 3 || data.source !== 0) continue;
    for (const { id } of data.removes) body = body.filter((each) => each.id !== id);
    for (const { node } of data.adds) body.push(structuredClone(node));
    for (const { id, value } of data.texts)
      for (const each of body) if (each.childNodes[0].id === id) each.childNodes[0].textContent = value;
  }
  return body.map((each) => each.childNodes[0].textContent);
}
