import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../lib/store/open-store.ts';
import { batch, freshStore, openWalk, startedAt } from './fresh-store.ts';

let store: Store;
beforeEach(async () => {
  store = freshStore();
  await openWalk(store);
});
const visit = (changes: object = {}) =>
  store.db.visits.put({
    id: 'v1',
    sessionId: 's1',
    at: startedAt + 300,
    tab: 1,
    frame: 0,
    kind: 'document',
    url: '',
    title: '',
    identity: false,
    back: false,
    redirects: 0,
    ...changes,
  });
const timing = { id: 'st1', at: startedAt, stream: 'st1', tab: 1, frame: 0, url: '', load: 1300 };
const loadMs = async () => (await store.db.visits.get('v1'))?.loadMs;

test('a visit without load time gets it from the page’s own timings', async () => {
  await visit();
  await store.keepBatch(batch(0, { timings: [timing] }));
  expect(await loadMs()).toBe(1000);
});

test('what the browser told stays', async () => {
  await visit({ loadMs: 7 });
  await store.keepBatch(batch(0, { timings: [timing] }));
  expect(await loadMs()).toBe(7);
});

test.each([
  ['another tab', { tab: 2 }],
  ['an earlier document', { at: startedAt - 5000 }],
  ['an identity host', { identity: true }],
  ['a route', { kind: 'route' }],
])('%s gets none', async (_what, changes) => {
  await visit(changes);
  await store.keepBatch(batch(0, { timings: [timing] }));
  expect(await loadMs()).toBeUndefined();
});
