import { describe, expect, test } from 'vitest';
import { pagePictures } from '../../../../components/hand-in/page-pictures.ts';
import type { Store } from '../../../../lib/store/open-store.ts';
import { element, everything, keyframe, soundReport, startedAt, walked } from './walked.ts';

const face = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7, 7]);
const hall = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);

const planted = () =>
  walked(
    [[...keyframe(startedAt, [element(16, 'img', [], { src: 'zyb-asset:0' })])]],
    async (store: Store) => {
      const own = await store.objects.keep('s1', 'image/png', face);
      const other = await store.objects.keep('s1', 'image/png', hall);
      const svg = await store.objects.keep('s1', 'image/svg+xml', new TextEncoder().encode('<svg/>'));
      const css = await store.objects.keep(
        's1',
        'text/css',
        new TextEncoder().encode(`.a{background:url("zyb-asset:${own}")}`),
      );
      const of = { sessionId: 's1', stream: 'st1', why: '' };
      await store.db.streamAssets.bulkPut([
        { ...of, n: 0, kind: 'image', url: 'https://portal.example/zs.png', object: own, bytes: face.length },
        {
          ...of,
          n: 2,
          kind: 'image',
          url: 'https://portal.example/hall.png',
          object: other,
          bytes: hall.length,
        },
        { ...of, n: 3, kind: 'image', url: 'https://portal.example/a.svg', object: svg, bytes: 6 },
        { ...of, n: 4, kind: 'style', url: 'https://portal.example/a.css', object: css, bytes: 60 },
        { ...of, n: 5, kind: 'image', url: 'https://portal.example/lost.png', bytes: 0, why: 'failed' },
      ]);
    },
  );
const objectOf = async (store: Store, url: string) =>
  (await soundReport(store)).assets.find((each) => each.url.endsWith(url))?.object ?? '';

describe('a picture of the pages', () => {
  test('is listed, the largest first; drawings, sheets and what was not kept are not', async () => {
    expect(pagePictures(await soundReport(await planted())).map(({ url, bytes }) => [url, bytes])).toEqual([
      ['https://portal.example/zs.png', face.length],
      ['https://portal.example/hall.png', hall.length],
    ]);
  });

  test('taken out is in no object, and its place says so; the rest is sound', async () => {
    const store = await planted();
    const object = await objectOf(store, 'zs.png');
    await store.walkerEdits.apply(await store.walkerEdits.planTakeOut('s1', object));
    const report = await soundReport(store);
    expect(
      report.assets.map(({ url, why, object: kept }) => [url.split('/').at(-1), why, Boolean(kept)]),
    ).toEqual([
      ['zs.png', 'taken-out', false],
      ['hall.png', '', true],
      ['a.svg', '', true],
      ['a.css', '', true],
      ['lost.png', 'failed', false],
    ]);
    expect(await store.db.objects.get(object)).toBeUndefined();
    expect(report.objects.map((each) => each.object)).not.toContain(object);
    expect(report.edits?.pictures).toEqual([{ at: expect.any(Number) }]);
  });

  test('undone, everything is as it was to the last byte', async () => {
    const store = await planted();
    const before = await everything(store);
    const undo = await store.walkerEdits.apply(
      await store.walkerEdits.planTakeOut('s1', await objectOf(store, 'zs.png')),
    );
    await store.walkerEdits.apply(undo);
    expect(await everything(store)).toBe(before);
  });

  test('that is none, or not there any more, cannot be taken out', async () => {
    const store = await planted();
    const object = await objectOf(store, 'zs.png');
    for (const other of [await objectOf(store, 'a.css'), '0'.repeat(64)])
      await expect(store.walkerEdits.planTakeOut('s1', other)).rejects.toThrow('picture-missing');
    await store.walkerEdits.apply(await store.walkerEdits.planTakeOut('s1', object));
    await expect(store.walkerEdits.planTakeOut('s1', object)).rejects.toThrow('picture-missing');
  });
});
