import * as fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { chainOf } from '../../../lib/deliver/verify-report.ts';
import { decodeEvents } from '../../../lib/model/chunk-codec/index.ts';
import { gunzip } from '../../../lib/store/gzip.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { batch, type Event, eventsOf, freshStore, openWalk, startedAt } from './fresh-store.ts';

let store: Store;
beforeEach(async () => {
  store = freshStore();
  await openWalk(store);
});

const chunks = () => store.db.chunks.orderBy('[stream+n]').toArray();
const eventsIn = async (object: string) =>
  decodeEvents(await gunzip(await store.objects.mustRead(object))) as Event[];
const whole = async () => (await Promise.all((await chunks()).map((chunk) => eventsIn(chunk.object)))).flat();
async function keep(seqs: number[], keyframes: number[] = [0]) {
  for (const seq of seqs)
    await store.keepBatch(batch(seq, { events: eventsOf(seq, keyframes.includes(seq)) }));
}

describe('chunks', () => {
  test('are closed at each keyframe and hold every event once, in order', async () => {
    await keep([0, 1, 2, 3, 4, 5], [0, 3]);
    await store.sealChunks('s1');
    const sealed = await chunks();
    expect(sealed.map(({ n, keyframe, events }) => [n, keyframe, events])).toEqual([
      [0, true, 8],
      [1, true, 8],
    ]);
    expect(sealed.map(({ from, to }) => [from, to])).toEqual([
      [startedAt, startedAt + 2020],
      [startedAt + 3000, startedAt + 5020],
    ]);
    expect(await whole()).toEqual([0, 1, 2, 3, 4, 5].flatMap((seq) => eventsOf(seq, seq === 0 || seq === 3)));
  });

  test('are spelled compactly, or as plain JSON when something nests too deeply for that', async () => {
    let deep: unknown[] = [];
    for (let depth = 0; depth < 2500; depth += 1) deep = [deep];
    const strange = [
      ...eventsOf(1, true),
      { type: 5, timestamp: startedAt + 1500, data: { tag: 't', payload: deep } },
    ];
    await store.keepBatch(batch(0, { events: eventsOf(0, true) }));
    await store.keepBatch(batch(1, { events: strange }));
    await store.sealChunks('s1');
    const [compact, plain] = await chunks();
    expect([compact?.codec, plain?.codec]).toEqual(['compact-1', 'json']);
    const text = await gunzip(await store.objects.mustRead(plain?.object ?? ''));
    expect(text).toBe(JSON.stringify(strange));
  });

  test('are chained from the first on, stream by stream', async () => {
    await openWalk(store, 's1', 'st2');
    await keep([0, 1, 2], [0, 1, 2]);
    await store.keepBatch(batch(0, { stream: 'st2' }));
    await store.sealChunks('s1');
    const last: Record<string, string> = {};
    for (const chunk of await chunks()) {
      const chain: string = await chainOf(last[chunk.stream] ?? '', chunk.object);
      expect(chunk.chain).toBe(chain);
      last[chunk.stream] = chain;
    }
    expect(Object.keys(last)).toEqual(['st1', 'st2']);
  });

  test('take the place of the batches, and leave none behind', async () => {
    await keep([0, 1]);
    await store.keepBatch(batch(2, { events: [] }));
    await store.keepBatch(batch(0, { stream: 'metrics-only', events: [] }));
    await store.sealChunks('s1');
    expect(await store.db.batches.count()).toBe(0);
  });

  test('a long stretch without a keyframe is cut by size, never within an event', async () => {
    const noise = () => Array.from({ length: 400_000 }, () => Math.random().toString(36)[2]).join('');
    for (let seq = 0; seq < 6; seq += 1) {
      const events = eventsOf(seq, seq === 0).map((event) => ({ ...event, data: noise() }));
      await store.keepBatch(batch(seq, { events }));
    }
    await store.sealChunks('s1');
    const sealed = await chunks();
    expect(sealed.length).toBeGreaterThan(1);
    expect(sealed.map((chunk) => chunk.keyframe)).toEqual([true, ...sealed.slice(1).map(() => false)]);
    expect((await whole()).map((event) => event.timestamp)).toEqual(
      [0, 1, 2, 3, 4, 5].flatMap((seq) => eventsOf(seq, seq === 0).map((event) => event.timestamp)),
    );
  });
});

describe('stopped in the middle', () => {
  test('sealing goes on where it stopped: same chunks, same chain, same losses', async () => {
    const seqs = [0, 1, 2, 4, 5, 6, 8, 9];
    const keyframes = [0, 2, 5, 8];
    await keep(seqs, keyframes);
    await store.keepBatch(batch(10, { events: [] }));
    const straight = await store.sealChunks('s1');
    const wanted = await chunks();

    for (let stopAt = 1; stopAt <= 3; stopAt += 1) {
      store = freshStore();
      await openWalk(store);
      await keep(seqs, keyframes);
      await store.keepBatch(batch(10, { events: [] }));
      const { bulkDelete } = store.db.batches;
      let calls = 0;
      const stop = vi.spyOn(store.db.batches, 'bulkDelete').mockImplementation(((keys: never) => {
        calls += 1;
        if (calls > stopAt) throw new Error('the worker was stopped');
        return bulkDelete.call(store.db.batches, keys);
      }) as never);
      await expect(store.sealChunks('s1')).rejects.toThrow('stopped');
      stop.mockRestore();
      expect(await chunks()).toHaveLength(stopAt);
      expect(await store.sealChunks('s1')).toEqual(straight);
      expect(await chunks()).toEqual(wanted);
    }
  });

  test('sealing what is sealed changes nothing and says the same', async () => {
    await keep([0, 2, 3], [0, 3]);
    const first = await store.sealChunks('s1');
    const before = await chunks();
    expect(await store.sealChunks('s1')).toEqual(first);
    expect(await chunks()).toEqual(before);
    expect(first.lost).toHaveLength(1);
  });
});

describe('events that cannot be read', () => {
  const broken = (at: number): Event => ({ type: 2, timestamp: at, data: { node: [1, 5] } });

  test('are left out, and their moments are told as losses, also when sealing goes on later', async () => {
    await store.keepBatch(batch(0));
    await store.keepBatch(batch(1, { events: [...eventsOf(1, false), broken(startedAt + 1500)] }));
    const loss = { stream: 'st1', from: startedAt + 1500, to: startedAt + 1500 };
    expect((await store.sealChunks('s1')).lost).toEqual([loss]);
    expect((await store.sealChunks('s1')).lost).toEqual([loss]);
    expect(await whole()).toEqual([...eventsOf(0), ...eventsOf(1, false)]);
  });

  test('leave no empty chunk', async () => {
    await store.keepBatch(batch(0, { events: [broken(startedAt)] }));
    expect((await store.sealChunks('s1')).lost).toHaveLength(1);
    expect(await chunks()).toEqual([]);
    expect(await store.db.batches.count()).toBe(0);
  });
});

describe('lost batches', () => {
  const lostOf = async () => (await store.sealChunks('s1')).lost;

  test('a hole lasts from the last event before it to the first one after', async () => {
    await keep([0, 1, 4]);
    expect(await lostOf()).toEqual([{ stream: 'st1', from: startedAt + 1020, to: startedAt + 4000 + 10 }]);
  });

  test('a hole at the beginning lasts from the beginning of the stream', async () => {
    await keep([2, 3], [2]);
    expect(await lostOf()).toEqual([{ stream: 'st1', from: startedAt, to: startedAt + 2000 }]);
  });

  test('batches without replay events, which have no times, do not move a hole to 1970', async () => {
    await keep([0]);
    await store.keepBatch(batch(1, { events: [] }));
    await store.keepBatch(batch(3, { events: [] }));
    await keep([4], []);
    expect(await lostOf()).toEqual([{ stream: 'st1', from: startedAt + 20, to: startedAt + 4000 + 10 }]);
  });

  test('nothing is lost where nothing is missing, and every missing stretch is found once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(12), { minLength: 1 }),
        fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }),
        async (some, empty) => {
          store = freshStore();
          await openWalk(store);
          const seqs = some.toSorted((a, b) => a - b);
          for (const seq of seqs)
            await store.keepBatch(batch(seq, { events: empty[seq] ? [] : eventsOf(seq, false) }));
          const holes = seqs.filter((seq, index) => seq !== (seqs[index - 1] ?? -1) + 1);
          const lost = await lostOf();
          // A hole that goes on over a batch without times is one with it.
          expect(lost.length).toBeLessThanOrEqual(holes.length);
          expect(lost.length === 0).toBe(holes.length === 0);
          for (const hole of lost) {
            expect(hole.from).toBeGreaterThanOrEqual(startedAt);
            expect(hole.to).toBeGreaterThanOrEqual(hole.from);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
