import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { StreamAsset } from '../../../lib/model/asset.ts';
import { decodeEvents } from '../../../lib/model/chunk-codec/index.ts';
import { openAssetNumbering } from '../../../lib/store/number-assets.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { batch, type Event, freshStore, openWalk, startedAt } from './fresh-store.ts';

const hash = (letter: string) => letter.repeat(64);
const row = (stream: string, n: number, more: Partial<StreamAsset> = {}) => ({
  sessionId: 's1',
  stream,
  n,
  kind: 'image' as const,
  url: '',
  bytes: 1,
  why: '',
  ...more,
});
const listOf = async (store: Store) => (await store.db.sessions.get('s1'))?.assets ?? [];

describe('numbering assets', () => {
  it('lists each object once, whatever streams name it, and each failure', async () => {
    const store = freshStore();
    await openWalk(store);
    await store.db.streamAssets.bulkPut([
      row('st1', 0, { object: hash('a'), url: 'https://x/a.png' }),
      row('st1', 1, { why: 'failed', url: 'https://x/b.png' }),
      row('st2', 0, { why: 'failed', url: 'https://x/b.png' }),
      row('st2', 5, { object: hash('a'), url: 'https://x/a.png?v=2' }),
      row('st2', 6, { object: hash('c') }),
    ]);
    const numbering = await openAssetNumbering(store.db, 's1');
    await numbering.save();
    const list = await listOf(store);
    expect(list.map(({ object, why }) => object ?? why)).toEqual([hash('a'), 'failed', hash('c')]);
    expect(numbering.renumber('st2', '["zyb-asset:5","zyb-asset:0","url(zyb-asset:6)"]')).toBe(
      '["zyb-asset:0","zyb-asset:1","url(zyb-asset:2)"]',
    );
  });

  it('knows names in values and in style texts from words that only look so', async () => {
    const store = freshStore();
    await openWalk(store);
    await store.db.streamAssets.put(row('st1', 3, { object: hash('a') }));
    const numbering = await openAssetNumbering(store.db, 's1');
    const text = JSON.stringify(['a{b:url("zyb-asset:3")}', 'see zyb-asset:3 there', 'zyb-asset:3x']);
    expect(JSON.parse(numbering.renumber('st1', text))).toEqual([
      'a{b:url("zyb-asset:0")}',
      'see zyb-asset:3 there',
      'zyb-asset:3x',
    ]);
  });

  it('gives the same numbers again, and what nobody wrote down is missing for want of an answer', async () => {
    const store = freshStore();
    await openWalk(store);
    await store.db.streamAssets.put(row('st1', 0, { object: hash('a') }));
    const first = await openAssetNumbering(store.db, 's1');
    expect(first.renumber('st1', '"zyb-asset:9"')).toBe('"zyb-asset:1"');
    await first.save();
    await store.db.streamAssets.put(row('st0', 0, { object: hash('b') }));
    const again = await openAssetNumbering(store.db, 's1');
    await again.save();
    expect(again.renumber('st1', '"zyb-asset:0" "zyb-asset:9"')).toBe('"zyb-asset:0" "zyb-asset:1"');
    expect((await listOf(store)).map(({ object, why }) => object ?? why)).toEqual([
      hash('a'),
      'not-finished',
      hash('b'),
    ]);
  });

  it('is part of sealing, also when that stops and goes on', async () => {
    const store = freshStore();
    await openWalk(store);
    await store.db.streamAssets.put(row('st1', 7, { object: hash('a') }));
    const named = (at: number): Event => ({
      type: 3,
      timestamp: startedAt + at,
      data: { source: 0, src: 'zyb-asset:7' },
    });
    await store.keepBatch(batch(0, { events: [{ type: 4, timestamp: startedAt }, named(1)] }));
    await store.sealChunks('s1');
    await store.keepBatch(batch(1, { events: [named(2)] }));
    await store.sealChunks('s1');
    const whole = await store.sessions.readWhole('s1');
    expect(whole?.assets).toEqual([{ kind: 'image', url: '', object: hash('a'), bytes: 1, why: '' }]);
    expect(whole?.chunks).toHaveLength(2);
    for (const chunk of whole?.chunks ?? []) {
      const text = gunzipSync(await store.objects.mustRead(chunk.object)).toString();
      const events = chunk.codec === 'json' ? JSON.parse(text) : decodeEvents(text);
      expect(JSON.stringify(events)).toContain('zyb-asset:0');
    }
  });
});
