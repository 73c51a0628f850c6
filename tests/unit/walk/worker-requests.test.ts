import { expect, test, vi } from 'vitest';
import { watchRequests } from '../../../lib/walk/watch-requests.ts';
import { typeByName } from '../../../lib/walk/worker-requests.ts';
import { startedAt } from '../store/fresh-store.ts';
import { openWalking, redact } from './open-background.ts';

const origin = 'https://portal.example';
const tab = (id: number, url: string) => ({ id, url });

/** A walk on the portal with these other tabs; `ask` lets its worker ask for something that fails after 200 ms. */
async function walking(others: { id: number; url: string }[], tabs = [1]) {
  const all = await openWalking({ tabs });
  for (const each of others) all.fake.tabs.all.set(each.id, each);
  watchRequests({ ...all, redact, onIncident: () => {} });
  const ask = async (path: string, changes: object = {}) => {
    const call = { requestId: path, tabId: -1, frameId: -1, type: 'xmlhttprequest', method: 'GET' };
    const told = { ...call, initiator: origin, url: `${origin}/${path}`, timeStamp: startedAt, ...changes };
    await all.fake.webRequest.onBeforeRequest.fire(told);
    await all.fake.webRequest.onCompleted.fire({ ...told, timeStamp: startedAt + 200, statusCode: 500 });
  };
  const incidents = async () =>
    (await all.store.db.incidents.toArray()).map((row) => `${row.kind} ${row.tab} ${row.frame}`).sort();
  return { ...all, ask, incidents };
}

test('what a worker of the site asks for is the walk’s page’s, where no other page could have asked', async () => {
  const { ask, incidents, store } = await walking([tab(5, 'https://other.example/')]);
  await ask('api');
  await ask('logo.png?v=2');
  await ask('elsewhere', { initiator: 'https://other.example' });
  await ask('ours', { initiator: 'chrome-extension://abc' });
  await vi.waitFor(async () =>
    expect(await incidents()).toEqual(['dead-resource 1 0', 'failed-request 1 0']),
  );
  const rows = (await store.db.requests.toArray()).sort((a, b) => b.type.localeCompare(a.type));
  expect(rows).toMatchObject([
    { tab: 1, duration: 200, type: 'xmlhttprequest', status: 500 },
    { tab: 1, type: 'image' },
  ]);
  expect(await store.db.gaps.count()).toBe(0);
});

test('of several tabs of the walk it is the one looked at', async () => {
  const { ask, incidents, current } = await walking([tab(2, `${origin}/b`)], [1, 2]);
  await current.change({ visibleTab: 2 });
  await ask('api');
  await vi.waitFor(async () => expect(await incidents()).toEqual(['failed-request 2 0']));
});

test('where a page of the site is open outside the walk nothing is kept but that it is not known', async () => {
  const { ask, store } = await walking([tab(5, `${origin}/private`)]);
  await ask('api');
  await ask('again', { timeStamp: startedAt + 3000 });
  await vi.waitFor(async () =>
    expect(await store.db.gaps.toArray()).toMatchObject([
      { why: 'requests-unseen', from: startedAt, to: startedAt + 3000, detail: '' },
    ]),
  );
  expect(await store.db.requests.count()).toBe(0);
  expect(await store.db.incidents.count()).toBe(0);
});

test('what is a file by its name is no call', () => {
  const types = [
    '/a.PNG',
    '/app.js?v=1',
    '/style.css#x',
    '/font.woff2',
    '/film.mp4',
    '/api/list',
    '/v1.2/list',
  ];
  expect(types.map((path) => typeByName(origin + path))).toEqual([
    'image',
    'script',
    'stylesheet',
    'font',
    'media',
    'xmlhttprequest',
    'xmlhttprequest',
  ]);
});
