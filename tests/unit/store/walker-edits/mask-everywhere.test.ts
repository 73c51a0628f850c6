import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasUnsentChanges } from '../../../../lib/model/delivery.ts';
import { gunzip } from '../../../../lib/store/gzip.ts';
import type { Store } from '../../../../lib/store/open-store.ts';
import { createTextMasker } from '../../../../lib/store/walker-edits/text-masker.ts';
import { action } from '../fresh-store.ts';
import {
  append,
  element,
  eventsLeft,
  everything,
  keyframe,
  retext,
  second,
  soundReport,
  startedAt,
  text,
  walked,
} from './walked.ts';

const name = '张小三';
const styles = new TextEncoder().encode(
  `.a::after{content:"${name}"} .b{background:url("zyb-asset:${'0'.repeat(64)}")}`,
);
const drawing = new TextEncoder().encode(`<svg><title>${name}</title></svg>`);

const planted = () =>
  walked(
    [
      [
        ...keyframe(startedAt, [
          element(10, 'p', [
            text(11, `您好，${name}`),
            element(12, 'b', [text(13, '张')]),
            element(14, 'i', [text(15, '小三')]),
          ]),
          element(16, 'img', [], { alt: name, src: 'zyb-asset:0', class: 'portrait' }),
        ]),
        retext(startedAt + second, 11, `${name}的申请`),
      ],
      [
        append(
          startedAt + 5 * second,
          element(20, 'a', [text(21, '详情')], { href: `/p/${encodeURIComponent(name)}` }),
        ),
      ],
    ],
    async (store: Store) => {
      await store.db.actions.put({
        ...action('a1'),
        sessionId: 's1',
        label: `查看${name}`,
        selectors: [`text/${name}`],
      });
      await store.db.visits.update('v1', { title: `${name} - 申请` });
      await store.db.steps.put({
        id: 'p1',
        sessionId: 's1',
        from: startedAt,
        to: startedAt + second,
        stage: 'apply',
        name: `${name}的材料`,
        tab: 1,
        url: '',
        edited: true,
        identity: false,
        times: { wall: 1, active: 1, waiting: 0, idle: 0, paused: 0 },
      });
      await store.db.painPoints.put({
        id: 'n1',
        sessionId: 's1',
        kind: 'pain',
        at: startedAt,
        interval: { from: startedAt, to: startedAt },
        dimensionId: 'd',
        checkItemId: 'c',
        severity: 'minor',
        note: `帮${name}办的`,
        need: '',
        measure: '',
        element: {
          label: `${name}的办件`,
          role: 'link',
          selectors: [],
          rect: { x: 1, y: 1, width: 9, height: 9 },
          url: '',
        },
        drawing: [{ kind: 'text', color: 'red', at: { x: 1, y: 1 }, text: `这是${name}` }],
        url: '',
        title: '',
      });
      await store.db.bookmarks.put({
        id: 'b1',
        sessionId: 's1',
        at: startedAt,
        interval: { from: startedAt, to: startedAt },
        url: '',
        title: `${name}的空间`,
      });
      await store.db.gaps.put({
        id: 'g1',
        sessionId: 's1',
        from: startedAt,
        to: startedAt,
        why: 'not-shown',
        detail: name,
      });
      const svg = await store.objects.keep('s1', 'image/svg+xml', drawing);
      const css = await store.objects.keep(
        's1',
        'text/css',
        new TextEncoder().encode(new TextDecoder().decode(styles).replace('0'.repeat(64), svg)),
      );
      const of = { sessionId: 's1', stream: 'st1', why: '' };
      const address = `https://portal.example/${encodeURIComponent(name)}.css`;
      await store.db.streamAssets.bulkPut([
        { ...of, n: 0, kind: 'image', url: '', object: svg, bytes: drawing.length },
        { ...of, n: 1, kind: 'style', url: address, object: css, bytes: styles.length },
      ]);
    },
  );

describe('masking a text everywhere', () => {
  test('leaves it in no row, no replay event, no style sheet and no drawing, and the chain is sound', async () => {
    const store = await planted();
    expect(await everything(store)).toContain(name);
    const { patch, places, total } = await store.walkerEdits.planMask('s1', name);
    expect(places).toEqual({
      actions: 2,
      visits: 1,
      steps: 1,
      painPoints: 3,
      bookmarks: 1,
      gaps: 1,
      assets: 2,
      session: 1,
      replay: 5,
    });
    expect(total).toBe(17);
    await store.walkerEdits.apply(patch);
    const left = await everything(store);
    expect(left).not.toContain(name);
    expect(left).not.toContain(encodeURIComponent(name));
    const report = await soundReport(store);
    expect(report.actions[0]?.label).toBe('查看〔已遮盖〕');
    expect(report.painPoints[0]?.drawing).toMatchObject([{ text: '这是〔已遮盖〕' }]);
    expect(report.bookmarks[0]?.title).toBe('〔已遮盖〕的空间');
    expect(report.edits?.masked).toEqual([{ at: expect.any(Number), places: 17 }]);
    const [, snapshot] = await eventsLeft(store);
    const [head, body] = snapshot!.data.node.childNodes[0].childNodes;
    expect(head.tagName).toBe('head');
    expect(
      body.childNodes[0].childNodes.map((each: any) => each.textContent ?? each.childNodes[0].textContent),
    ).toEqual(['您好，〔已遮盖〕', '〔已遮盖〕', '']);
    expect(body.childNodes[1].attributes).toEqual({
      alt: '〔已遮盖〕',
      src: 'zyb-asset:0',
      class: 'portrait',
    });
  });

  test('a sheet that names a drawing names the new one', async () => {
    const store = await planted();
    await store.walkerEdits.apply((await store.walkerEdits.planMask('s1', name)).patch);
    const { assets } = await soundReport(store);
    const css = new TextDecoder().decode(await store.objects.mustRead(assets[1]?.object ?? ''));
    expect(css).toContain(`zyb-asset:${assets[0]?.object}`);
  });

  test('a sheet kept gzipped is masked as any other, names the new drawing, and lies gzipped again', async () => {
    const rules = '.a{color:red}'.repeat(40);
    const store = await walked([keyframe(startedAt, [])], async ({ db, objects }) => {
      const svg = await objects.keep('s1', 'image/svg+xml', drawing);
      const css = `.a::after{content:"${name}"} .b{background:url("zyb-asset:${svg}")}${rules}`;
      const kept = await objects.keepText('s1', 'text/css', new TextEncoder().encode(css));
      const of = { sessionId: 's1', stream: 'st1', url: '', why: '' };
      await db.streamAssets.bulkPut([
        { ...of, n: 0, kind: 'image', object: svg, bytes: drawing.length },
        { ...of, n: 1, kind: 'style', ...kept },
      ]);
    });
    expect(await everything(store)).toContain(name);
    const { patch, places } = await store.walkerEdits.planMask('s1', name);
    expect(places).toEqual({ assets: 2 });
    await store.walkerEdits.apply(patch);
    expect(await everything(store)).not.toContain(name);
    const { assets, objects } = await soundReport(store);
    const css = objects.find(({ object }) => object === assets[1]?.object);
    expect(css).toMatchObject({ type: 'application/gzip', bytes: assets[1]?.bytes });
    expect(await gunzip(await store.objects.mustRead(css?.object ?? ''))).toBe(
      `.a::after{content:"〔已遮盖〕"} .b{background:url("zyb-asset:${assets[0]?.object}")}${rules}`,
    );
  });

  test('undone, everything is as it was to the last byte; done again, it is masked again', async () => {
    const store = await planted();
    const before = await everything(store);
    const undo = await store.walkerEdits.apply((await store.walkerEdits.planMask('s1', name)).patch);
    const masked = await everything(store);
    const redo = await store.walkerEdits.apply(undo);
    expect(await everything(store)).toBe(before);
    await store.walkerEdits.apply(redo);
    expect(await everything(store)).toBe(masked);
  });

  test('of a session that was handed in is a change that the collector does not have', async () => {
    const store = await planted();
    const row = { sessionId: 's1', state: 'kept', askedAt: 1, triedAt: 1, updatedAt: 2 } as const;
    await store.db.deliveries.put({ ...row, sent: 1, total: 1, attempts: 1 });
    await store.walkerEdits.apply((await store.walkerEdits.planMask('s1', name)).patch);
    const delivery = await store.deliveries.read('s1');
    expect(delivery && hasUnsentChanges(delivery)).toBe(true);
  });

  test('is refused while the session is being sent, when it changed meanwhile, and when it is open: nothing changes', async () => {
    const store = await planted();
    const { patch } = await store.walkerEdits.planMask('s1', name);
    await store.db.deliveries.put({
      sessionId: 's1',
      state: 'sending',
      sent: 0,
      total: 1,
      attempts: 1,
      updatedAt: 1,
    });
    const before = await everything(store);
    await expect(store.walkerEdits.apply(patch)).rejects.toThrow('being-sent');
    expect(await everything(store)).toBe(before);
    await store.db.deliveries.clear();
    await store.walkerEdits.apply((await store.walkerEdits.planMask('s1', '详情')).patch);
    await expect(store.walkerEdits.apply(patch)).rejects.toThrow('changed-meanwhile');
    await store.db.sessions.update('s1', { state: 'recording' });
    await expect(store.walkerEdits.planMask('s1', name)).rejects.toThrow('session-open');
  });

  test('an object that another session rests on too stays there', async () => {
    const store = await planted();
    const svg = (await store.db.sessions.get('s1'))?.assets?.[0]?.object ?? '';
    await store.db.objectUses.put({ sessionId: 'other', object: svg });
    await store.walkerEdits.apply((await store.walkerEdits.planMask('s1', name)).patch);
    expect((await store.db.objects.get(svg))?.object).toBe(svg);
    expect(await store.db.objectUses.get(['s1', svg])).toBeUndefined();
  });

  test('any text that stands anywhere in labels, titles, notes or the replay is nowhere afterwards', async () => {
    const words = fc.string({
      unit: fc.constantFrom(...'王小明〔〕已 a1%&<"\\-é😀'),
      minLength: 2,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        words.filter((word) => [...word.trim()].length >= 2),
        words,
        async (word, around) => {
          const wanted = word.trim();
          const store = await walked(
            [
              [
                ...keyframe(startedAt, [
                  element(10, 'p', [text(11, around + wanted)], { title: wanted + around }),
                ]),
              ],
            ],
            async ({ db }) => {
              await db.actions.put({
                ...action('a1'),
                sessionId: 's1',
                label: `${wanted}${around}${wanted}`,
              });
            },
          );
          const { patch } = await store.walkerEdits.planMask('s1', wanted);
          await store.walkerEdits.apply(patch);
          const report = await soundReport(store);
          const { tag } = createTextMasker(wanted);
          const [, snapshot] = await eventsLeft(store);
          const p = snapshot?.data.node.childNodes[0].childNodes[1].childNodes[0];
          for (const left of [report.actions[0]?.label, p.attributes.title, p.childNodes[0].textContent]) {
            expect(left?.replaceAll(tag, '')).not.toContain(wanted);
            expect(tag).not.toContain(wanted);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the ways a text is spelled', () => {
  test.each([
    ['张小三', '张 小　三'],
    ['张小三', '%E5%BC%A0%e5%b0%8f%E4%B8%89'],
    ['张小三', '%25E5%25BC%25A0%25E5%25B0%258F%25E4%25B8%2589'],
    ['张小三', '&#24352;&#x5c0f;&#19977;'],
    ['张小三', '\\u5f20\\u5c0f\\u4e09'],
    ['Ab12', 'aB１２'],
  ])('%s is found as %s', (wanted, spelled) => {
    expect(createTextMasker(wanted).mask(`前${spelled}后`)).toEqual({ text: '前〔已遮盖〕后', count: 1 });
  });

  test('names of frozen assets are left alone, and a text of one letter is refused', () => {
    expect(createTextMasker('12').mask('zyb-asset:12 12')).toEqual({
      text: 'zyb-asset:12 〔已遮盖〕',
      count: 1,
    });
    expect(() => createTextMasker(' 张 ')).toThrow('text-short');
    expect(createTextMasker('遮盖').mask('遮盖').text).toBe('〔＊＊〕');
  });
});
