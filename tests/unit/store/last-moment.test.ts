import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../lib/store/open-store.ts';
import { action, batch, freshStore, openWalk, startedAt } from './fresh-store.ts';

let store: Store;
beforeEach(async () => {
  store = freshStore();
  await openWalk(store);
});
const of = { sessionId: 's1', id: 'x', tab: 1, frame: 0, stream: 'st1' };
const at = startedAt + 77_000;

test('an empty walk ends where it began', async () => {
  expect(await store.sessions.lastMoment('s1')).toBe(startedAt);
});

test('a walk ends with its newest replay event, also when later batches carried rows alone', async () => {
  await store.keepBatch(batch(2));
  await store.keepBatch(batch(3, { events: [] }));
  expect(await store.sessions.lastMoment('s1')).toBe(startedAt + 2020);
  expect(await store.sessions.lastMomentOfTab('s1', 1)).toBe(startedAt + 2020);
  expect(await store.sessions.lastMomentOfTab('s1', 9)).toBe(0);
});

test('the same once it is sealed', async () => {
  await store.keepBatch(batch(2));
  await store.sealChunks('s1');
  expect(await store.sessions.lastMoment('s1')).toBe(startedAt + 2020);
});

test.each([
  ['an action', () => store.db.actions.put({ ...action('a', at), sessionId: 's1' }), at],
  ['a field', () => store.db.fields.put({ ...of, at } as never), at],
  ['something seen', () => store.db.sightings.put({ ...of, at } as never), at],
  ['a wait, at its end', () => store.db.waits.put({ ...of, at: startedAt, to: at } as never), at],
  [
    'a request, when it was answered',
    () => store.db.requests.put({ ...of, at, duration: 500 } as never),
    at + 500,
  ],
  [
    'a page that had just said hello',
    () => store.db.streams.put({ ...of, id: 's9', startedAt: at } as never),
    at,
  ],
])('%s counts', async (_what, put, moment) => {
  await store.keepBatch(batch(2));
  await put();
  expect(await store.sessions.lastMoment('s1')).toBe(moment);
});
