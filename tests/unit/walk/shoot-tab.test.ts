import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createShooter } from '../../../lib/walk/shoot-tab.ts';
import { startedAt } from '../store/fresh-store.ts';
import { openWalking } from './open-background.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: startedAt });
});
afterEach(() => {
  vi.useRealTimers();
});

const frame = {
  token: 't',
  width: 800,
  height: 600,
  scale: 1,
  scroll: { x: 0, y: 0 },
  sensitive: [],
  children: [],
};

test('a browser that never answers a request for a picture costs that picture alone, and a gap says so', async () => {
  const all = await openWalking();
  const asked: number[] = [];
  const browser = {
    ...all.browser,
    webNavigation: { ...all.browser.webNavigation, getAllFrames: async () => [{ frameId: 0 }] },
    tabs: {
      ...all.browser.tabs,
      get: async (id: number) => ({ id, windowId: 1, active: true }),
      captureVisibleTab: (windowId: number) => {
        asked.push(windowId);
        return new Promise<string>(() => {});
      },
    },
    scripting: { executeScript: async () => [] },
  };
  const shooter = createShooter({
    ...all,
    browser: browser as never,
    measure: async () => frame,
    hideBar: async () => {},
  });
  const made: unknown[] = [];
  for (let n = 0; n < 2; n += 1) void shooter.now(1, 'step').then((id) => made.push(id));
  for (let n = 0; n < 200 && made.length < 2; n += 1) {
    await vi.advanceTimersByTimeAsync(500);
    // The database answers by the machine's own clock.
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(made).toEqual([undefined, undefined]);
  expect(asked).toHaveLength(2);
  expect((await all.store.db.gaps.toArray()).map(({ why }) => why)).toEqual([
    'picture-dropped',
    'picture-dropped',
  ]);
});

test.each([
  ['a page of which none may be kept', { ...frame, noPicture: true as const }, ['picture-dropped']],
  ['a page that nothing is recorded of', null, []],
])(
  'no picture is asked for of %s; a gap says so only where there was something to see',
  async (_what, measured, gaps) => {
    const all = await openWalking();
    let asked = 0;
    const browser = {
      ...all.browser,
      webNavigation: { ...all.browser.webNavigation, getAllFrames: async () => [{ frameId: 0 }] },
      tabs: {
        ...all.browser.tabs,
        get: async (id: number) => ({ id, windowId: 1, active: true }),
        captureVisibleTab: async () => {
          asked += 1;
          return '';
        },
      },
    };
    const shooter = createShooter({
      ...all,
      browser: browser as never,
      measure: async () => measured,
      hideBar: async () => {},
    });
    let made: string | undefined = 'not yet';
    void shooter.now(1, 'step').then((id) => (made = id));
    for (let n = 0; n < 200 && made !== undefined; n += 1) {
      await vi.advanceTimersByTimeAsync(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(made).toBeUndefined();
    expect(asked).toBe(0);
    expect((await all.store.db.gaps.toArray()).map(({ why }) => why)).toEqual(gaps);
  },
);
