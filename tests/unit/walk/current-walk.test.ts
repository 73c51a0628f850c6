import { expect, test, vi } from 'vitest';
import { openBackground, openWalking } from './open-background.ts';

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

test('a copy from another run of the browser is not taken for the walk of this one', async () => {
  const { store, fake } = await openWalking();
  fake.storage.session.kept.set('run', 'another');
  vi.spyOn(store.sessions, 'findOpen').mockRejectedValue(new DOMException('broken', 'DataError'));
  expect(await openBackground({ store, fake }).current.find()).toBeUndefined();
});
