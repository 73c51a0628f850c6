import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../lib/store/open-store.ts';
import { action, batch, freshStore, openWalk, startedAt } from './fresh-store.ts';

let store: Store;

beforeEach(async () => {
  store = freshStore();
  for (const id of ['s1', 's2']) await openWalk(store, id, `st-${id}`);
  const actions = Array.from({ length: 200 }, (_, n) => ({
    ...action(`a${n}`, startedAt + n),
    stream: 'st-s1',
  }));
  await store.keepBatch(batch(0, { stream: 'st-s1', actions }));
  await store.keepBatch(batch(0, { sessionId: 's2', stream: 'st-s2', actions: [action('other')] }));
  await store.sealChunks('s1');
});

test('a closed walk reads the same, whether its rows lie one by one or packed', async () => {
  const before = await store.sessions.readWhole('s1');
  await store.packRecords('s1');
  expect(await store.sessions.readWhole('s1')).toEqual(before);
  expect(before?.actions).toHaveLength(200);
  expect(before?.chunks).toHaveLength(1);
});

test('packed rows no longer lie one by one, and take less than a tenth of their room', async () => {
  const plain = JSON.stringify((await store.sessions.readWhole('s1'))?.actions).length;
  await store.packRecords('s1');
  expect(await store.db.actions.where({ sessionId: 's1' }).count()).toBe(0);
  expect((await store.db.packed.get('s1'))?.data.length).toBeLessThan(plain / 10);
});

test('another walk’s rows stay where they are', async () => {
  await store.packRecords('s1');
  expect((await store.sessions.readWhole('s2'))?.actions.map((row) => row.id)).toEqual(['other']);
  expect(await store.db.actions.count()).toBe(1);
});

test('rows are counted without being read, before and after', async () => {
  expect(await store.countRecords('s1', 'actions')).toBe(200);
  await store.packRecords('s1');
  expect(await store.countRecords('s1', 'actions')).toBe(200);
  expect(await store.countRecords('s1', 'requests')).toBe(0);
});

test('packing again adds what came in between and loses nothing', async () => {
  await store.packRecords('s1');
  await store.db.actions.put({ ...action('late', startedAt + 900), sessionId: 's1' });
  await store.packRecords('s1');
  const { actions } = (await store.sessions.readWhole('s1')) ?? {};
  expect(actions?.length).toBe(201);
  expect(actions?.at(-1)?.id).toBe('late');
});

test('a deleted walk leaves no packed rows behind', async () => {
  await store.packRecords('s1');
  await store.sessions.remove('s1');
  expect(await store.db.packed.count()).toBe(0);
});
