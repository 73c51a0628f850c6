import { beforeEach, expect, test, vi } from 'vitest';
import { watchFrameCrashes } from '../../../lib/walk/watch-frame-crashes.ts';
import { startedAt, streamRow } from '../store/fresh-store.ts';
import { fakeEvent } from './fake-browser.ts';
import { openWalking } from './open-background.ts';

const inner = 'https://inner.example/form';
let all: Awaited<ReturnType<typeof openWalking>>;
let crashes: ReturnType<typeof watchFrameCrashes>;
const gaps = () => all.store.db.gaps.toArray();
const frame = (more: object = {}) =>
  Object.assign(all.fake.webNavigation.frames, [
    { frameId: 0, parentFrameId: -1, url: 'https://portal.example/' },
    { frameId: 5, parentFrameId: 0, url: inner, ...more },
    { frameId: 7, parentFrameId: 0, url: 'https://portal.example/aside' },
  ]);
/** Frames in which no script runs. */
const dead = (...frames: number[]) => {
  all.fake.scripting.dead = frames;
};

beforeEach(async () => {
  vi.setSystemTime(startedAt + 60_000);
  all = await openWalking();
  crashes = watchFrameCrashes(all);
  await all.store.db.streams.put({
    ...streamRow(),
    id: 'inner',
    frame: 5,
    top: false,
    url: inner,
    startedAt: startedAt + 4000,
  });
  frame();
});

test('a frame in which no script runs, in a page in which one does, is a gap of its own from its last batch on', async () => {
  dead(5);
  await crashes.lookAtAll(all.walk);
  expect(await gaps()).toMatchObject([
    {
      why: 'frame-crashed',
      tab: 1,
      stream: 'inner',
      from: startedAt + 4000,
      to: startedAt + 60_000,
      detail: 'inner.example',
    },
  ]);
  const session = await all.store.sessions.find('s1');
  expect(session?.warnings).toMatchObject([{ code: 'frameCrashed' }]);
});

test('it lasts as long as it is found so, is one gap, and ends with the next document of the frame', async () => {
  dead(5);
  await crashes.lookAtAll(all.walk);
  await crashes.lookAtAll(all.walk, startedAt + 70_000);
  expect(await gaps()).toMatchObject([{ to: startedAt + 70_000 }]);
  const timeStamp = startedAt + 80_000;
  await all.fake.webNavigation.onCommitted.fire({ tabId: 1, frameId: 5, timeStamp });
  expect(await gaps()).toMatchObject([{ to: timeStamp }]);
  await all.fake.webNavigation.onCommitted.fire({ tabId: 1, frameId: 0, timeStamp: startedAt + 90_000 });
  expect(await gaps()).toMatchObject([{ to: timeStamp }]);
});

test('it ends with the next document of the page, and when the page takes the frame away', async () => {
  dead(5);
  await crashes.lookAtAll(all.walk);
  await all.fake.webNavigation.onCommitted.fire({ tabId: 1, frameId: 0, timeStamp: startedAt + 75_000 });
  expect(await gaps()).toMatchObject([{ to: startedAt + 75_000 }]);
  await crashes.lookAtAll(all.walk, startedAt + 80_000);
  all.fake.webNavigation.frames.length = 1;
  await crashes.lookAtAll(all.walk, startedAt + 85_000);
  await crashes.lookAtAll(all.walk, startedAt + 99_000);
  expect((await gaps()).map(({ to }) => to - startedAt).sort()).toEqual([75_000, 85_000]);
});

test('another worker still knows of a crash that is on', async () => {
  dead(5);
  await crashes.lookAtAll(all.walk);
  watchFrameCrashes(all);
  await all.fake.webNavigation.onCommitted.fire({ tabId: 1, frameId: 5, timeStamp: startedAt + 75_000 });
  expect(await gaps()).toMatchObject([{ to: startedAt + 75_000 }]);
});

test('it is noticed by the line to the frame, which breaks', async () => {
  const onDisconnect = fakeEvent();
  await all.fake.runtime.onConnect.fire({
    name: 'zyb-line',
    sender: { tab: { id: 1 }, frameId: 5 },
    onDisconnect,
  });
  await onDisconnect.fire();
  expect(await gaps(), 'a frame that runs').toEqual([]);
  expect(all.fake.scripting.asked, 'no other frame is asked').toEqual([5]);
  dead(5);
  await onDisconnect.fire();
  expect(await gaps()).toMatchObject([{ why: 'frame-crashed', stream: 'inner' }]);
});

test.each([
  ['a page in which nothing runs at all', () => dead(0, 5)],
  ['a frame that shows the browser’s own words', () => (dead(5), frame({ errorOccurred: true }))],
  [
    'a frame of another site than was recorded there',
    () => (dead(5), frame({ url: 'https://other.example/' })),
  ],
  ['a frame that never was recorded', () => (dead(5), frame({ frameId: 6 }), dead(6))],
  ['a frame too busy to answer', () => void (all.fake.scripting.busy = [5])],
])('%s has not crashed', async (_what, arrange) => {
  arrange();
  await crashes.lookAtAll(all.walk);
  expect(await gaps()).toEqual([]);
});

test('in a pause nothing is recorded, so nothing is missing', async () => {
  dead(5);
  all.walk.session.state = 'paused';
  await crashes.lookAtAll(all.walk);
  expect(await gaps()).toEqual([]);
});
