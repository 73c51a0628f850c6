import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchRequests } from '../../../lib/walk/watch-requests.ts';
import { startedAt } from '../store/fresh-store.ts';
import { fakeEvent } from './fake-browser.ts';
import { openBackground, openWalking, redact } from './open-background.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: startedAt });
});
afterEach(() => {
  vi.useRealTimers();
});

const request = (changes: object = {}) => ({
  requestId: '7',
  tabId: 1,
  frameId: 0,
  type: 'xmlhttprequest',
  method: 'GET',
  url: 'https://portal.example/api',
  timeStamp: startedAt,
  statusCode: 200,
  ...changes,
});
const watch = (all: ReturnType<typeof openBackground>) =>
  watchRequests({ ...all, redact, onIncident: () => {} });

/** Another worker on the same browser and store, with listeners of its own. */
async function nextWorker(all: ReturnType<typeof openBackground>) {
  const webRequest = {
    ...all.fake.webRequest,
    onBeforeRequest: fakeEvent(),
    onResponseStarted: fakeEvent(),
    onCompleted: fakeEvent(),
    onErrorOccurred: fakeEvent(),
  };
  const next = openBackground({ store: all.store, fake: { ...all.fake, webRequest } });
  const requests = watch(next);
  return { ...next, webRequest, requests, end: (details: object) => webRequest.onCompleted.fire(details) };
}

test('a slow request keeps its beginning though the worker was stopped meanwhile', async () => {
  const all = await openWalking();
  watch(all);
  await all.fake.webRequest.onBeforeRequest.fire(request());
  await vi.advanceTimersByTimeAsync(5000);
  const after = await nextWorker(all);
  await after.end(request({ timeStamp: startedAt + 40_000 }));
  await vi.waitFor(async () => expect(await all.store.db.incidents.count()).toBe(1));
  expect(await all.store.db.requests.toArray()).toMatchObject([{ at: startedAt, duration: 40_000 }]);
  expect(await all.store.db.incidents.toArray()).toMatchObject([{ kind: 'slow-request', duration: 40_000 }]);
});

test('of one whose beginning nobody knows no time is told: a failure without duration, an answer not at all', async () => {
  const all = await openWalking();
  const after = await nextWorker(all);
  await after.end(request({ timeStamp: startedAt + 900 }));
  await after.end(request({ requestId: '8', statusCode: 502, timeStamp: startedAt + 1000 }));
  await vi.waitFor(async () => expect(await all.store.db.incidents.count()).toBe(1));
  const [incident] = await all.store.db.incidents.toArray();
  expect(incident).toMatchObject({ kind: 'failed-request', at: startedAt + 1000, status: 502 });
  expect(incident).not.toHaveProperty('duration');
  expect(await all.store.db.requests.count()).toBe(0);
});

test('a picture that was answered by a refusal is dead, though the browser says it gave up asking', async () => {
  const all = await openWalking();
  watch(all);
  const picture = request({ type: 'image', url: 'https://portal.example/lost.png', statusCode: 404 });
  const { statusCode: _, ...gaveUp } = { ...picture, error: 'net::ERR_ABORTED', timeStamp: startedAt + 90 };
  await all.fake.webRequest.onBeforeRequest.fire(picture);
  await all.fake.webRequest.onResponseStarted.fire(picture);
  await all.fake.webRequest.onErrorOccurred.fire(gaveUp);
  await vi.waitFor(async () => expect(await all.store.db.incidents.count()).toBe(1));
  expect(await all.store.db.incidents.toArray()).toMatchObject([
    { kind: 'dead-resource', status: 404, message: 'image 404' },
  ]);
});

const stream = request({ url: 'https://portal.example/events' });
const { statusCode: _status, ...left } = {
  ...stream,
  error: 'net::ERR_ABORTED',
  timeStamp: startedAt + 60_000,
};

test.each(['net::ERR_ABORTED', 'net::ERR_FAILED'])(
  'a stream that was left open was waited for until its answer began: %s',
  async (error) => {
    const all = await openWalking();
    watch(all);
    await all.fake.webRequest.onBeforeRequest.fire(stream);
    await all.fake.webRequest.onResponseStarted.fire({ ...stream, timeStamp: startedAt + 300 });
    await all.fake.webRequest.onErrorOccurred.fire({ ...left, error });
    await vi.waitFor(async () => expect(await all.store.db.requests.count()).toBe(1));
    expect(await all.store.db.requests.toArray()).toMatchObject([{ duration: 300, error }]);
    expect(await all.store.db.incidents.count()).toBe(0);
  },
);

test('so it was though the worker was stopped meanwhile; one left before its answer was waited for to the end', async () => {
  const all = await openWalking();
  watch(all);
  await all.fake.webRequest.onBeforeRequest.fire(stream);
  await all.fake.webRequest.onBeforeRequest.fire({ ...stream, requestId: '8' });
  await all.fake.webRequest.onBeforeRequest.fire({ ...stream, requestId: '9' });
  await vi.advanceTimersByTimeAsync(2500);
  await all.fake.webRequest.onResponseStarted.fire({ ...stream, timeStamp: startedAt + 2500 });
  await vi.advanceTimersByTimeAsync(2500);
  const { webRequest } = await nextWorker(all);
  await webRequest.onResponseStarted.fire({ ...stream, requestId: '9', timeStamp: startedAt + 5500 });
  for (const requestId of ['7', '8', '9']) await webRequest.onErrorOccurred.fire({ ...left, requestId });
  await vi.waitFor(async () => expect(await all.store.db.requests.count()).toBe(3));
  const durations = (await all.store.db.requests.toArray()).map(({ duration }) => duration);
  expect(durations.sort((a, b) => a - b)).toEqual([2500, 5500, 60_000]);
});

test('a request given up before it was answered is no incident, nor one over which the machine fell asleep', async () => {
  const all = await openWalking();
  watch(all);
  const { statusCode: _, ...asked } = request({ type: 'image' });
  await all.fake.webRequest.onBeforeRequest.fire(asked);
  await all.fake.webRequest.onErrorOccurred.fire({ ...asked, error: 'net::ERR_ABORTED' });
  await all.fake.webRequest.onErrorOccurred.fire({ ...asked, error: 'net::ERR_NETWORK_IO_SUSPENDED' });
  await all.fake.webRequest.onErrorOccurred.fire({ ...asked, requestId: '9', error: 'net::ERR_FAILED' });
  await vi.waitFor(async () => expect(await all.store.db.incidents.count()).toBe(1));
  expect(await all.store.db.incidents.toArray()).toMatchObject([{ message: 'image net::ERR_FAILED' }]);
});

test('of what a page of the unified login, or a frame in it, asks of others only the host is kept', async () => {
  const all = await openWalking();
  watch(all);
  const url = 'https://captcha.example/check/张三/slide?token=1';
  const login = 'https://sso.city.gov.cn/';
  all.fake.webNavigation.frames.push(
    { frameId: 0, parentFrameId: -1, url: login },
    { frameId: 3, parentFrameId: 0, url: 'https://captcha.example/frame' },
    { frameId: 4, parentFrameId: 3, url: 'about:blank' },
  );
  const ask = async (requestId: string, details: object) => {
    await all.fake.webRequest.onBeforeRequest.fire(request({ requestId, url, ...details }));
    await all.fake.webRequest.onCompleted.fire(request({ requestId, url, ...details }));
    await vi.waitFor(async () => expect(await all.store.db.requests.count()).toBe(Number(requestId)));
  };
  await ask('1', { initiator: login.slice(0, -1) });
  await ask('2', { documentUrl: `${login}auth` });
  await ask('3', { frameId: 3, initiator: 'https://captcha.example' });
  await ask('4', { frameId: 4, type: 'sub_frame' });
  // People are sent on to the portal from there.
  await ask('5', { type: 'main_frame', initiator: login.slice(0, -1) });
  all.fake.webNavigation.frames.splice(0, 3, {
    frameId: 0,
    parentFrameId: -1,
    url: 'https://portal.example/',
  });
  await ask('6', { type: 'sub_frame', frameId: 7, initiator: login.slice(0, -1) });
  const kept = async () => (await all.store.db.requests.toArray()).map((row) => row.url).sort();
  await vi.waitFor(async () => expect(await kept()).toHaveLength(6));
  const host = 'https://captcha.example';
  expect(await kept()).toEqual([host, host, host, host, url, url]);
});

describe('a page or frame', () => {
  const url = 'https://portal.example/notice.bin';
  const page = request({ type: 'main_frame', url });
  const at = (ms: number, changes: object = {}) => ({ ...page, timeStamp: startedAt + ms, ...changes });
  const rows = async (all: ReturnType<typeof openBackground>) => {
    await vi.waitFor(async () => expect(await all.store.db.requests.count()).toBe(1));
    return all.store.db.requests.toArray();
  };
  async function answered(changes: object = {}) {
    const all = await openWalking();
    watch(all);
    await all.fake.webRequest.onBeforeRequest.fire(at(0, changes));
    await all.fake.webRequest.onResponseStarted.fire(at(400, changes));
    const { onCommitted, onErrorOccurred } = all.fake.webNavigation;
    const calledOff = (details: object = {}) =>
      onErrorOccurred.fire(at(450, { ...changes, error: 'net::ERR_ABORTED', ...details }));
    return { ...all, onCommitted, calledOff };
  }

  test.each([{ type: 'main_frame' }, { type: 'sub_frame', frameId: 3 }])(
    'whose answer is saved as a file was waited for until the answer began: $type',
    async (changes) => {
      const all = await answered(changes);
      await all.calledOff();
      await all.fake.webRequest.onCompleted.fire(at(6000, changes));
      expect(await rows(all)).toMatchObject([{ duration: 400, status: 200 }]);
      expect(await all.store.db.incidents.count()).toBe(0);
    },
  );

  test('whose answer is shown was waited for until it was there, or left', async () => {
    const all = await answered();
    await all.onCommitted.fire(at(450, { url: `${url}#top` }));
    await all.calledOff({ timeStamp: startedAt + 2000 });
    await all.fake.webRequest.onErrorOccurred.fire(at(6000, { error: 'net::ERR_ABORTED' }));
    expect(await rows(all)).toMatchObject([{ duration: 6000 }]);
  });

  test('is no file by what becomes of another frame, tab or address, or by a failure', async () => {
    const all = await answered();
    await all.calledOff({ frameId: 3 });
    await all.calledOff({ tabId: 2 });
    await all.calledOff({ url: `${url}2` });
    await all.calledOff({ error: 'net::ERR_CONNECTION_RESET' });
    await all.fake.webRequest.onCompleted.fire(at(6000));
    expect(await rows(all)).toMatchObject([{ duration: 6000 }]);
  });

  test('fetched in advance for the page that is shown is nobody’s waiting, and none that failed is met', async () => {
    const all = await openWalking();
    watch(all);
    const { onBeforeRequest, onCompleted } = all.fake.webRequest;
    const advance = { requestId: '8', documentId: 'A1', statusCode: 500 };
    await onBeforeRequest.fire(at(0, advance));
    await onBeforeRequest.fire(at(0));
    await onCompleted.fire(at(5000, advance));
    await onCompleted.fire(at(6000));
    expect(await rows(all)).toMatchObject([{ duration: 6000 }]);
    expect((await all.store.db.incidents.toArray()).map(({ kind }) => kind)).toEqual(['slow-request']);
  });

  test('that the browser asks for again by itself fails once', async () => {
    const all = await openWalking();
    watch(all);
    const { onBeforeRequest, onErrorOccurred, onCompleted } = all.fake.webRequest;
    const fail = async (ms: number, requestId: string) => {
      await onBeforeRequest.fire(at(ms, { requestId }));
      const { statusCode: _, ...error } = at(ms + 20, { requestId, error: 'net::ERR_CONNECTION_REFUSED' });
      await onErrorOccurred.fire(error);
    };
    await fail(0, '1');
    await vi.waitFor(async () => expect(await all.store.db.incidents.count()).toBe(1));
    await fail(1040, '2');
    await onBeforeRequest.fire(at(6080));
    await onCompleted.fire(at(6100));
    await vi.waitFor(async () => expect(await all.store.db.requests.count()).toBe(2));
    await fail(7120, '3');
    await vi.waitFor(async () => expect(await all.store.db.incidents.count()).toBe(2));
    const failed = (await all.store.db.incidents.toArray()).map((row) => row.at - startedAt);
    expect(failed.sort((a, b) => a - b)).toEqual([20, 7140]);
  });

  test('that is fed for ever within another was waited for until its answer began', async () => {
    const frame = { type: 'sub_frame', frameId: 3 };
    const all = await answered(frame);
    await all.onCommitted.fire(at(450, frame));
    await all.fake.webRequest.onErrorOccurred.fire(at(60_000, { ...frame, error: 'net::ERR_ABORTED' }));
    expect(await rows(all)).toMatchObject([{ duration: 400 }]);
  });
});

describe('what is still open when the walk ends', () => {
  const rows = async (all: ReturnType<typeof openBackground>) =>
    (await all.store.db.requests.toArray()).sort((a, b) => a.url.localeCompare(b.url));
  const asked = (path: string, changes: object = {}) =>
    request({ requestId: path, url: `https://portal.example/${path}`, ...changes });

  test('was waited for until then, a stream until its answer began; pictures and other tabs do not count', async () => {
    const all = await openWalking();
    const requests = watch(all);
    const { onBeforeRequest, onResponseStarted, onCompleted } = all.fake.webRequest;
    await onBeforeRequest.fire(asked('call'));
    await onBeforeRequest.fire(asked('page', { type: 'main_frame', timeStamp: startedAt + 1000 }));
    await onBeforeRequest.fire(asked('stream'));
    await onBeforeRequest.fire(asked('picture', { type: 'image' }));
    await onBeforeRequest.fire(asked('other', { tabId: 2 }));
    await onResponseStarted.fire(asked('stream', { timeStamp: startedAt + 300 }));
    await requests.cut(all.walk, startedAt + 7000);
    await onCompleted.fire(asked('call', { timeStamp: startedAt + 7100 }));
    expect(await rows(all)).toMatchObject([
      { at: startedAt, duration: 7000, type: 'xmlhttprequest', tab: 1, method: 'GET' },
      { at: startedAt + 1000, duration: 6000, type: 'main_frame' },
      { at: startedAt, duration: 300 },
    ]);
  });

  test('or when its tab is closed was waited for until then; of a frame, whose surroundings are gone, the host is kept', async () => {
    const all = await openWalking({ tabs: [1, 2] });
    const requests = watch(all);
    await all.fake.webRequest.onBeforeRequest.fire(asked('here'));
    await all.fake.webRequest.onBeforeRequest.fire(asked('there', { tabId: 2 }));
    await all.fake.webRequest.onBeforeRequest.fire(asked('within', { tabId: 2, frameId: 4 }));
    await requests.leave(all.walk, 2, startedAt + 5000);
    expect(await rows(all)).toMatchObject([
      { tab: 2, frame: 4, duration: 5000, url: 'https://portal.example' },
      { tab: 2, frame: 0, duration: 5000, url: 'https://portal.example/there' },
    ]);
  });

  test('a page that its walker gave up on, or whose tab was closed, before it answered is an incident; what had answered, a call and a quick change of mind are none', async () => {
    const all = await openWalking({ tabs: [1, 2, 3] });
    const requests = watch(all);
    const { onBeforeRequest, onResponseStarted, onErrorOccurred } = all.fake.webRequest;
    const page = (path: string, ms: number, changes: object = {}) =>
      asked(path, { type: 'main_frame', timeStamp: startedAt + ms, ...changes });
    const error = 'net::ERR_ABORTED';
    await onBeforeRequest.fire(page('left', 0));
    await onErrorOccurred.fire(page('left', 4000, { error, statusCode: undefined }));
    await onBeforeRequest.fire(page('quick', 5000));
    await onErrorOccurred.fire(page('quick', 7000, { error, statusCode: undefined }));
    await onBeforeRequest.fire(page('answered', 8000));
    await onResponseStarted.fire(page('answered', 8100));
    await onErrorOccurred.fire(page('answered', 20_000, { error }));
    await onBeforeRequest.fire(asked('call', { timeStamp: startedAt }));
    await onErrorOccurred.fire(asked('call', { timeStamp: startedAt + 9000, error, statusCode: undefined }));
    await onBeforeRequest.fire(page('closed', 1000, { tabId: 2 }));
    await requests.leave(all.walk, 2, startedAt + 6000);
    await vi.waitFor(async () => expect(await all.store.db.requests.count()).toBe(5));
    const incidents = (await all.store.db.incidents.toArray()).sort((a, b) => a.at - b.at);
    expect(incidents).toMatchObject([
      {
        tab: 1,
        at: startedAt,
        kind: 'slow-request',
        message: 'main_frame 4000 ms unanswered',
        duration: 4000,
      },
      { tab: 2, at: startedAt + 1000, message: 'main_frame 5000 ms unanswered', duration: 5000 },
    ]);
    expect(incidents).toHaveLength(2);
  });

  test('is known though the worker was stopped, and again the one after it', async () => {
    const all = await openWalking();
    watch(all);
    await all.fake.webRequest.onBeforeRequest.fire(asked('call'));
    await vi.advanceTimersByTimeAsync(5000);
    const second = await nextWorker(all);
    await second.webRequest.onBeforeRequest.fire(asked('later', { timeStamp: startedAt + 5000 }));
    await vi.advanceTimersByTimeAsync(5000);
    const third = await nextWorker(all);
    await third.requests.cut(all.walk, startedAt + 20_000);
    expect(await rows(all)).toMatchObject([{ duration: 20_000 }, { duration: 15_000 }]);
  });

  test('is written down with its address only where it belongs to the walk', async () => {
    const all = await openWalking();
    watch(all);
    await all.fake.webRequest.onBeforeRequest.fire(asked('ours'));
    await all.fake.webRequest.onBeforeRequest.fire(asked('theirs', { tabId: 2 }));
    await vi.advanceTimersByTimeAsync(5000);
    const written = JSON.stringify([...all.fake.storage.session.kept].filter(([key]) => key !== 'openWalk'));
    expect(written).toContain('portal.example/ours');
    expect(written).not.toContain('portal.example/theirs');
  });
});

describe('of a pause', () => {
  const pause = { from: startedAt + 5000, to: startedAt + 10_000, reason: '' };
  const call = (from: number, to: number, changes: object = {}) => [
    request({ timeStamp: startedAt + from, ...changes }),
    request({ timeStamp: startedAt + to, ...changes }),
  ];

  test('nothing is kept but what was waited for before it or lasted beyond it', async () => {
    const all = await openWalking({ state: 'paused', pauses: [{ from: pause.from, reason: '' }] });
    watch(all);
    const { onBeforeRequest, onCompleted } = all.fake.webRequest;
    const [asked, answered] = call(0, 7000);
    const [within, done] = call(6000, 9900, { requestId: '8', statusCode: 500 });
    const [late, after] = call(9000, 11_000, { requestId: '9' });
    for (const begun of [asked, within, late]) await onBeforeRequest.fire(begun);
    await onCompleted.fire(answered);
    await onCompleted.fire(done);
    await vi.waitFor(async () => expect(await all.store.db.incidents.count()).toBe(1));
    await all.current.change({ state: 'recording', pauses: [pause] });
    await onCompleted.fire(after);
    await vi.waitFor(async () => expect(await all.store.db.requests.count()).toBe(2));
    const rows = (await all.store.db.requests.toArray()).sort((a, b) => a.at - b.at);
    expect(rows).toMatchObject([
      { at: startedAt, duration: 7000 },
      { at: startedAt + 9000, duration: 2000 },
    ]);
    expect(await all.store.db.incidents.toArray()).toMatchObject([{ kind: 'slow-request', at: startedAt }]);
  });

  test('in which the walk is finished only what was asked before it is kept', async () => {
    const all = await openWalking({ state: 'paused', pauses: [{ from: pause.from, reason: '' }] });
    const requests = watch(all);
    await all.fake.webRequest.onBeforeRequest.fire(request());
    await all.fake.webRequest.onBeforeRequest.fire(request({ requestId: '8', timeStamp: startedAt + 6000 }));
    await requests.cut(all.walk, startedAt + 9000);
    expect(await all.store.db.requests.toArray()).toMatchObject([{ at: startedAt, duration: 9000 }]);
  });
});
