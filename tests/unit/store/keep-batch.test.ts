import { beforeEach, expect, test, vi } from 'vitest';
import { gunzip } from '../../../lib/store/gzip.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { action, batch, eventsOf, freshStore, openWalk, startedAt } from './fresh-store.ts';

let store: Store;
beforeEach(async () => {
  store = freshStore();
  await openWalk(store);
});

const rowsOf = async () => {
  const { batches, actions, costs, sessions } = store.db;
  return {
    batches: await batches.toArray(),
    actions: await actions.toArray(),
    costs: await costs.toArray(),
    session: await sessions.get('s1'),
  };
};

test('a batch is kept whole: events, rows, masked counts, the recorder’s cost', async () => {
  await store.keepBatch(batch(0, { actions: [action('a1')], masked: { mobile: 2 } }));
  const { batches, actions, costs, session } = await rowsOf();
  expect(batches).toMatchObject([
    { stream: 'st1', seq: 0, keyframe: true, events: 4, from: startedAt, to: startedAt + 20 },
  ]);
  expect(JSON.parse(await gunzip(batches[0]?.data ?? new Uint8Array()))).toEqual(eventsOf(0));
  expect(actions).toMatchObject([{ id: 'a1', sessionId: 's1' }]);
  expect(costs).toEqual([
    { sessionId: 's1', stream: 'st1', snapshotMs: 1, eventsMs: 2, longestMs: 1, events: 4, bytes: 100 },
  ]);
  expect(session?.masked).toEqual({ mobile: 2 });
});

test('the same batch again changes nothing, also when both come at once', async () => {
  const one = batch(0, { actions: [action('a1')], masked: { mobile: 2 } });
  await Promise.all([store.keepBatch(one), store.keepBatch(one), store.keepBatch(one)]);
  const before = await rowsOf();
  await store.keepBatch(one);
  expect(await rowsOf()).toEqual(before);
  expect(before.session?.masked).toEqual({ mobile: 2 });
  expect(before.costs[0]?.events).toBe(4);
  expect(before.batches).toHaveLength(1);
});

test('counts and costs add up over batches', async () => {
  await store.keepBatch(batch(0, { masked: { mobile: 2, name: 1 } }));
  await store.keepBatch(batch(1, { masked: { mobile: 3 } }));
  const { session, costs } = await rowsOf();
  expect(session?.masked).toEqual({ mobile: 5, name: 1 });
  expect(costs[0]).toMatchObject({ snapshotMs: 2, eventsMs: 4, events: 6, bytes: 200 });
});

test('a batch of a session that was deleted leaves nothing', async () => {
  await store.sessions.remove('s1');
  await expect(store.keepBatch(batch(0, { actions: [action('a1')] }))).rejects.toThrow();
  expect(await rowsOf()).toEqual({ batches: [], actions: [], costs: [], session: undefined });
});

test('when the disk is full, nothing of the batch is kept, nothing kept before is lost, and sent again it is kept', async () => {
  await store.keepBatch(batch(0, { actions: [action('a1')], masked: { mobile: 1 } }));
  const before = await rowsOf();
  const real = IDBObjectStore.prototype.put;
  // Costs are written last: the disk runs full in the middle of the transaction.
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    if (this.name === 'costs') throw new DOMException('The disk is full.', 'QuotaExceededError');
    return real.apply(this, row);
  });
  const next = batch(1, { actions: [action('a2')], masked: { mobile: 1 } });
  await expect(store.keepBatch(next)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  expect(await rowsOf()).toEqual(before);
  full.mockRestore();
  await store.keepBatch(next);
  const after = await rowsOf();
  expect(after.batches.map((row) => row.seq)).toEqual([0, 1]);
  expect(after.actions.map((row) => row.id)).toEqual(['a1', 'a2']);
  expect(after.session?.masked).toEqual({ mobile: 2 });
});
