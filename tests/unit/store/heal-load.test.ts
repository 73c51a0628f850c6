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

test('the page that came after one that was left at once does not get that one’s', async () => {
  const url = 'https://portal.example/about';
  await visit({ id: 'v0', url });
  await visit({ at: startedAt + 1900, url: 'https://portal.example/slow' });
  await store.keepBatch(batch(0, { timings: [{ ...timing, url }] }));
  expect((await store.db.visits.get('v0'))?.loadMs).toBe(1000);
  expect(await loadMs()).toBeUndefined();
});

test('a page that changed its address while it loaded gets its own', async () => {
  await visit({ url: 'https://portal.example/' });
  await store.keepBatch(batch(0, { timings: [{ ...timing, url: 'https://portal.example/home' }] }));
  expect(await loadMs()).toBe(1000);
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
