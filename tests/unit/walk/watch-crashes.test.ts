import { beforeEach, expect, test, vi } from 'vitest';
import { watchCrashes } from '../../../lib/walk/watch-crashes.ts';
import { batch, startedAt, streamRow } from '../store/fresh-store.ts';
import { fakeEvent } from './fake-browser.ts';
import { openWalking } from './open-background.ts';

let all: Awaited<ReturnType<typeof openWalking>>;
let crashes: ReturnType<typeof watchCrashes>;
const gaps = () => all.store.db.gaps.toArray();
const crash = () => all.fake.tabs.all.set(1, { id: 1, url: '', status: 'unloaded', discarded: false });

beforeEach(async () => {
  vi.setSystemTime(startedAt + 60_000);
  all = await openWalking();
  crashes = watchCrashes(all);
  await all.store.db.streams.put(streamRow());
  await all.store.keepBatch(batch(3));
});

test('a crashed tab is a gap from its last batch on, and the walker is told since when', async () => {
  crash();
  await crashes.lookAtAll(all.walk);
  expect(await gaps()).toMatchObject([
    { why: 'tab-crashed', tab: 1, from: startedAt + 3020, to: startedAt + 60_000 },
  ]);
  const session = await all.store.sessions.find('s1');
  expect(session?.warnings).toMatchObject([
    { code: 'tabCrashed', detail: expect.stringMatching(/^\d\d:\d\d:\d\d–$/) },
  ]);
});

test('it is noticed at once by the line to its page, which breaks', async () => {
  const onDisconnect = fakeEvent();
  const port = { name: 'zyb-line', sender: { tab: { id: 1 } }, onDisconnect };
  await all.fake.runtime.onConnect.fire(port);
  all.fake.tabs.all.set(1, { id: 1, url: '', status: 'loading' });
  await onDisconnect.fire();
  expect(await gaps(), 'a page that was left').toEqual([]);
  crash();
  await onDisconnect.fire();
  expect(await gaps()).toMatchObject([{ why: 'tab-crashed', tab: 1 }]);
});

test('it ends with the next document of the tab, however often it was looked at', async () => {
  crash();
  await all.fake.webNavigation.onBeforeNavigate.fire({ tabId: 1, frameId: 0 });
  await crashes.lookAtAll(all.walk);
  await crashes.documentCame(all.walk, 1, startedAt + 90_000);
  expect(await gaps()).toMatchObject([{ from: startedAt + 3020, to: startedAt + 90_000 }]);
  await crashes.documentCame(all.walk, 1, startedAt + 99_000);
  expect(await gaps()).toMatchObject([{ to: startedAt + 90_000 }]);
});

test('noticed by several at once it is one gap, and a document without recorder ends it as well', async () => {
  crash();
  const before = all.fake.webNavigation.onBeforeNavigate.fire({ tabId: 1, frameId: 0 });
  await Promise.all([crashes.lookAtAll(all.walk), before]);
  const timeStamp = startedAt + 80_000;
  await all.fake.webNavigation.onCommitted.fire({ tabId: 1, frameId: 0, timeStamp });
  expect(await gaps()).toMatchObject([{ from: startedAt + 3020, to: timeStamp }]);
});

test('another worker still knows of a crash that is on', async () => {
  crash();
  await crashes.lookAtAll(all.walk);
  const after = watchCrashes(all);
  await after.documentCame(all.walk, 1, startedAt + 90_000);
  expect(await gaps()).toMatchObject([{ to: startedAt + 90_000 }]);
});

test.each([
  ['a page that is there', { status: 'complete' }],
  ['a page that is loading', { status: 'loading' }],
  ['a tab that was put away to save memory', { status: 'unloaded', discarded: true }],
])('%s has not crashed', async (_what, state) => {
  all.fake.tabs.all.set(1, { id: 1, url: '', ...state });
  await crashes.lookAtAll(all.walk);
  expect(await gaps()).toEqual([]);
});

test('in a pause nothing is recorded, so nothing is missing', async () => {
  crash();
  all.walk.session.state = 'paused';
  await crashes.lookAtAll(all.walk);
  expect(await gaps()).toEqual([]);
});
