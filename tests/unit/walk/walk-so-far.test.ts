import { expect, test } from 'vitest';
import { createWalkSoFar } from '../../../lib/walk/walk-so-far.ts';
import { action, freshStore, startedAt } from '../store/fresh-store.ts';

const put = (store: ReturnType<typeof freshStore>, id: string, at: number) =>
  store.db.actions.put({ ...action(id, at), sessionId: 's1' });

test('a long walk is read once; later looks read what is new', async () => {
  const store = freshStore();
  for (let n = 0; n < 50; n += 1) await put(store, `a${n}`, startedAt + n * 60_000);
  const readSoFar = createWalkSoFar(store);
  await readSoFar('s1');
  let read = 0;
  store.db.actions.hook('reading', (row) => {
    read += 1;
    return row;
  });
  await put(store, 'new', startedAt + 50 * 60_000);
  const soFar = await readSoFar('s1');
  expect(soFar.actions).toBe(51);
  expect(soFar.actionTimes.at(-1)).toBe(startedAt + 50 * 60_000);
  expect(read).toBeLessThan(6);
});

test('what came late, behind everything read, is counted all the same', async () => {
  const store = freshStore();
  await put(store, 'a', startedAt + 600_000);
  const readSoFar = createWalkSoFar(store);
  await readSoFar('s1');
  await put(store, 'late', startedAt);
  expect((await readSoFar('s1')).actionTimes).toEqual([startedAt, startedAt + 600_000]);
});

test('another session begins from nothing', async () => {
  const store = freshStore();
  await put(store, 'a', startedAt);
  const readSoFar = createWalkSoFar(store);
  await readSoFar('s1');
  expect(await readSoFar('s2')).toEqual({ visits: [], actionTimes: [], actions: 0 });
});
