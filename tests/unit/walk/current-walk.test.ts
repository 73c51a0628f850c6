import { expect, test, vi } from 'vitest';
import { fillDisk, openBackground, openWalking } from './open-background.ts';

test('a worker that begins while the database is broken still knows the walk', async () => {
  const { store, fake } = await openWalking();
  vi.spyOn(store.sessions, 'findOpen').mockRejectedValue(new DOMException('broken', 'DataError'));
  const after = openBackground({ store, fake });
  expect((await after.current.findFor(1))?.session.id).toBe('s1');
});

test('and knows that there is none', async () => {
  const { store, fake, current } = openBackground();
  expect(await current.find()).toBeUndefined();
  vi.spyOn(store.sessions, 'findOpen').mockRejectedValue(new DOMException('broken', 'DataError'));
  expect(await openBackground({ store, fake }).current.find()).toBeUndefined();
});

test('what was changed is in what it knows', async () => {
  const { store, fake, current } = await openWalking();
  await current.change({ tabs: [1, 2] });
  vi.spyOn(store.sessions, 'findOpen').mockRejectedValue(new DOMException('broken', 'DataError'));
  expect((await openBackground({ store, fake }).current.findFor(2))?.session.id).toBe('s1');
});

test('a tab that joined while nothing could be written is of the walk for the next worker too', async () => {
  const { store, fake, current } = await openWalking();
  fillDisk(store, true);
  await current.note(() => ({ tabs: [1, 2] }));
  // The worker is stopped before there is room; the one after it begins when there is.
  fillDisk(store, false);
  const after = openBackground({ store, fake });
  expect((await after.current.findFor(2))?.session.id).toBe('s1');
  await after.current.settle();
  expect((await store.sessions.find('s1'))?.tabs).toEqual([1, 2]);
  // Written, it is the database's word again.
  await store.db.sessions.update('s1', { tabs: [1, 2, 3] });
  expect((await openBackground({ store, fake }).current.find())?.session.tabs).toEqual([1, 2, 3]);
});

test('also when the database answers the next worker only later', async () => {
  const { store, fake, current } = await openWalking();
  fillDisk(store, true);
  await current.note(() => ({ tabs: [1, 2] }));
  const broken = vi.spyOn(store.sessions, 'findOpen').mockRejectedValue(new DOMException('', 'DataError'));
  const after = openBackground({ store, fake });
  expect((await after.current.find())?.session.tabs).toEqual([1, 2]);
  fillDisk(store, false);
  broken.mockRestore();
  await after.current.settle();
  expect((await store.sessions.find('s1'))?.tabs).toEqual([1, 2]);
});

test('a copy from another run of the browser is not taken for the walk of this one', async () => {
  const { store, fake } = await openWalking();
  fake.storage.session.kept.set('run', 'another');
  vi.spyOn(store.sessions, 'findOpen').mockRejectedValue(new DOMException('broken', 'DataError'));
  expect(await openBackground({ store, fake }).current.find()).toBeUndefined();
});

test('what the database took back at the last moment is not taken for changed', async () => {
  const { store, current } = await openWalking();
  const { db } = store;
  const transaction = db.transaction.bind(db) as (...all: unknown[]) => Promise<unknown>;
  // A full disk may refuse a transaction when it is committed, everything in it done.
  vi.spyOn(db, 'transaction').mockImplementation(((mode: never, tables: never, scope: () => Promise<void>) =>
    transaction(mode, tables, async () => {
      await scope();
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    })) as never);
  await expect(current.change({ state: 'finished' })).rejects.toThrow('The disk is full.');
  expect((await current.find())?.session.state).toBe('recording');
  vi.restoreAllMocks();
  expect((await store.sessions.find('s1'))?.state).toBe('recording');
  await current.change({ state: 'paused' });
  expect((await current.find())?.session.state).toBe('paused');
});
