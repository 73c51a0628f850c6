import { expect, test } from 'vitest';
import { createOwnRows } from '../../../lib/walk/own-rows.ts';
import { startedAt } from '../store/fresh-store.ts';
import { fillDisk, openBackground, openWalking } from './open-background.ts';

const visit = (id: string, at = startedAt) => ({
  id,
  sessionId: 's1',
  at,
  tab: 1,
  frame: 0,
  kind: 'document' as const,
  url: 'https://portal.example/',
  title: '',
  identity: false,
  back: false,
  redirects: 0,
});

test('what the database takes is not held, and nobody is troubled', async () => {
  const { store, rows, fake, troubles } = await openWalking();
  await rows.put('visits', visit('v1'));
  expect(await store.db.visits.get('v1')).toMatchObject({ id: 'v1' });
  expect(rows.held()).toBe(0);
  expect(fake.storage.local.kept.size).toBe(0);
  expect(troubles).toEqual([]);
});

test('what begins when the walk is over is not put; what began before is, and may change', async () => {
  const { store, browser } = await openWalking();
  const { local, session } = browser.storage;
  const isOver = (at: number) => at > startedAt;
  const rows = createOwnRows({ store, area: local, spare: session, isOver, onTrouble: () => undefined });
  await rows.put('visits', visit('v1'));
  await rows.put('visits', visit('v2', startedAt + 1));
  await rows.update('visits', 'v1', 's1', { title: '读者证' });
  expect(await store.db.visits.toArray()).toMatchObject([{ id: 'v1', title: '读者证' }]);
});

test('what a full disk refuses is held, changes to it included, and written once there is room', async () => {
  const { store, rows, troubles } = await openWalking();
  fillDisk(store, true);
  await rows.put('visits', visit('v1'));
  await rows.update('visits', 'v1', 's1', { title: '读者证' });
  expect(troubles).toHaveLength(1);
  expect(await rows.settle()).toBe(false);
  expect(await store.db.visits.count()).toBe(0);
  fillDisk(store, false);
  expect(await rows.settle()).toBe(true);
  expect(await store.db.visits.get('v1')).toMatchObject({ title: '读者证' });
  expect(rows.held()).toBe(0);
});

test('a worker that was stopped with rows in its hands leaves them to the one after it', async () => {
  const { store, rows, fake } = await openWalking();
  fillDisk(store, true);
  await rows.put('visits', visit('v1'));
  fillDisk(store, false);
  const after = openBackground({ store, fake });
  await after.rows.takeUp();
  expect(await store.db.visits.get('v1')).toMatchObject({ id: 'v1', sessionId: 's1' });
  expect(fake.storage.local.kept.size).toBe(0);
});

test('also when the extension’s own storage is on the full disk too', async () => {
  const { store, rows, fake } = await openWalking();
  fillDisk(store, true);
  fake.storage.local.fail = true;
  await rows.put('visits', visit('v1'));
  fillDisk(store, false);
  const after = openBackground({ store, fake });
  await after.rows.takeUp();
  expect(await store.db.visits.get('v1')).toMatchObject({ id: 'v1', sessionId: 's1' });
  expect([...fake.storage.session.kept.keys()].filter((key) => key.startsWith('held.'))).toEqual([]);
});

test('beyond what can be held the oldest go, and a gap says from when to when', async () => {
  const { store, rows } = await openWalking();
  fillDisk(store, true);
  for (let n = 0; n < 2010; n += 1) await rows.put('visits', visit(`v${n}`, startedAt + n));
  expect(rows.held()).toBe(2000);
  fillDisk(store, false);
  await rows.settle();
  expect(await store.db.visits.count()).toBe(2000);
  expect(await store.db.gaps.toArray()).toMatchObject([
    { why: 'not-stored', sessionId: 's1', from: startedAt, to: startedAt + 9, detail: '10' },
  ]);
});

test('a storage that fails as well costs nothing while the worker lives', async () => {
  const { store, rows, fake } = await openWalking();
  fillDisk(store, true);
  fake.storage.local.fail = true;
  await rows.put('visits', visit('v1'));
  fillDisk(store, false);
  await rows.settle();
  expect(await store.db.visits.count()).toBe(1);
});

test('at the end of a walk what is still being written, and what was held for a moment, is waited for', async () => {
  const { store, rows } = await openWalking();
  fillDisk(store, true);
  await rows.put('visits', visit('v1'));
  fillDisk(store, false);
  void rows.put('visits', visit('v2'));
  expect(await rows.finish()).toBe(true);
  expect((await store.db.visits.toArray()).map(({ id }) => id).sort()).toEqual(['v1', 'v2']);
  expect(rows.held()).toBe(0);
});
