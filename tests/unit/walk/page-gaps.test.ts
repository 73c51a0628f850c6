import { expect, test } from 'vitest';
import { receiveBatch } from '../../../lib/walk/receive-batches.ts';
import { batchJson, startedAt } from '../store/fresh-store.ts';
import { openWalking } from './open-background.ts';

const from = { stream: 'st1', tab: 1, frame: 0 };
const content = (gaps: unknown) => batchJson(gaps === undefined ? {} : { gaps });
const gap = { id: 'g1', from: startedAt, to: startedAt + 5, why: 'over-budget', detail: '' };

test('a gap that a page tells of is kept with its stream and tab, under its id the newest word', async () => {
  const { store, walk } = await openWalking();
  await receiveBatch(store, walk, from, 0, content([gap]));
  await receiveBatch(store, walk, from, 1, content([{ ...gap, to: startedAt + 90 }]));
  expect(await store.db.gaps.toArray()).toEqual([
    { ...gap, to: startedAt + 90, sessionId: 's1', stream: 'st1', tab: 1 },
  ]);
});

test('a page may not name gaps that are for the background to find', async () => {
  const { store, walk } = await openWalking();
  const { refused } = await receiveBatch(store, walk, from, 0, content([{ ...gap, why: 'identity-host' }]));
  expect(refused).toBe(1);
  expect(await store.db.gaps.count()).toBe(0);
});

test('a batch set aside by an older version, which knew no gaps, is kept', async () => {
  const { store, walk } = await openWalking();
  expect((await receiveBatch(store, walk, from, 0, content(undefined))).refused).toBe(0);
  expect(await store.db.batches.count()).toBe(1);
});
