import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFileAnswers } from '../../../lib/walk/watch-file-answers.ts';
import { openWalking, redact } from './open-background.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const url = 'https://portal.example/export/notice.bin?id=1';
const at = 50_000;

/** A walk on tab 1; `end` says how the browser ends the navigation to the file, `seen` is what is told of it. */
async function walking() {
  const all = await openWalking();
  watchFileAnswers({ ...all, redact });
  const answer = (statusCode: number, of = url) =>
    all.fake.webRequest.onResponseStarted.fire({ tabId: 1, statusCode, url: of, timeStamp: at });
  const end = async (error = 'net::ERR_ABORTED', timeStamp = at + 40) => {
    const ended = all.fake.webNavigation.onErrorOccurred.fire({
      tabId: 1,
      frameId: 0,
      url,
      error,
      timeStamp,
    });
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(200);
    }
    await ended;
  };
  const seen = () => all.store.db.sightings.toArray();
  return { ...all, answer, end, seen };
}

test('an answer that the browser saves instead of showing it is a download', async () => {
  const { answer, end, seen } = await walking();
  await answer(200);
  await end();
  expect(await seen()).toEqual([
    expect.objectContaining({
      kind: 'download',
      detail: 'bin',
      at: at + 40,
      tab: 1,
      frame: 0,
      sessionId: 's1',
    }),
  ]);
});

test.each([
  [
    'the answer was a failure',
    async ({ answer, end }: Awaited<ReturnType<typeof walking>>) => (await answer(404), end()),
  ],
  [
    'the answer had no body',
    async ({ answer, end }: Awaited<ReturnType<typeof walking>>) => (await answer(204), end()),
  ],
  ['nobody answered', async ({ end }: Awaited<ReturnType<typeof walking>>) => end()],
  [
    'another address was answered',
    async ({ answer, end }: Awaited<ReturnType<typeof walking>>) => (await answer(200, `${url}2`), end()),
  ],
  [
    'the walker stopped it later',
    async ({ answer, end }: Awaited<ReturnType<typeof walking>>) => (
      await answer(200), end('net::ERR_ABORTED', at + 9000)
    ),
  ],
  [
    'the way broke off',
    async ({ answer, end }: Awaited<ReturnType<typeof walking>>) => (
      await answer(200), end('net::ERR_CONNECTION_RESET')
    ),
  ],
])('it is none where %s', async (_why, act) => {
  const all = await walking();
  await act(all);
  expect(await all.seen()).toEqual([]);
});

test('one of which the page has told is not told again', async () => {
  const { answer, end, seen, store } = await walking();
  const told = { id: 'page', sessionId: 's1', at: at - 900, tab: 1, frame: 0, text: '', detail: 'bin', url };
  await store.db.sightings.put({ ...told, kind: 'download' } as never);
  await answer(200);
  await end();
  expect(await seen()).toHaveLength(1);
});
