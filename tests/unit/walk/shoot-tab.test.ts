import { setTimeout as delay } from 'node:timers/promises';
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

/** There is no canvas here; what is done `meanwhile` comes between the picture and its keeping. */
const painting = { meanwhile: async () => {} };
const paint = async () => {
  await painting.meanwhile();
  return { bytes: new Uint8Array([255, 216, 255]), width: 8, height: 6 };
};

/** A shooter in the middle of a walk on tab 1; `capture` is the browser's own taking of a picture. */
async function openShooter(capture: () => Promise<string>) {
  const all = await openWalking({ privacy: 'full' });
  const asked: number[] = [];
  const browser = {
    ...all.browser,
    webNavigation: { ...all.browser.webNavigation, getAllFrames: async () => [{ frameId: 0 }] },
    tabs: {
      ...all.browser.tabs,
      get: async (id: number) => ({ id, windowId: 1, active: true }),
      captureVisibleTab: () => {
        asked.push(Date.now());
        return capture();
      },
    },
    scripting: { executeScript: async () => [] },
  };
  const shooter = createShooter({
    ...all,
    browser: browser as never,
    measure: async () => frame,
    hideBar: async () => {},
    paint,
  });
  return { ...all, shooter, asked };
}

/** Lets time pass; the database answers by the machine's own clock. */
async function pass(ms: number) {
  for (let left = ms; left > 0; left -= 100) {
    await vi.advanceTimersByTimeAsync(100);
    for (let n = 0; n < 10; n += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}
const taken = async () => 'data:image/jpeg;base64,';

test('a browser that never answers a request for a picture costs that picture alone, and a gap says so', async () => {
  const { shooter, asked, store } = await openShooter(() => new Promise(() => {}));
  const made: unknown[] = [];
  for (let n = 0; n < 2; n += 1) void shooter.now(1, 'step').then((id) => made.push(id));
  for (let n = 0; n < 200 && made.length < 2; n += 1) await pass(500);
  expect(made).toEqual([undefined, undefined]);
  expect(asked).toHaveLength(2);
  expect((await store.db.gaps.toArray()).map(({ why }) => why)).toEqual([
    'picture-dropped',
    'picture-dropped',
  ]);
});

test('a page on which something goes wrong all the time has its picture, and not one after the other for ever', async () => {
  const { shooter, asked, store } = await openShooter(taken);
  for (let n = 0; n < 40; n += 1) {
    shooter.soon(1, 'incident');
    await pass(500);
  }
  expect(asked[0]).toBeLessThanOrEqual(startedAt + 3100);
  expect(asked).toHaveLength(3);
  // A page that is reached is not kept waiting by it.
  shooter.soon(1, 'step');
  const kept = async () => (await store.db.screenshots.toArray()).map(({ why }) => why).sort();
  // Digests are made by the machine's own clock, which nobody turns here.
  for (let n = 0; n < 300 && (await kept()).length < 4; n += 1) {
    await delay(10);
    await pass(100);
  }
  expect(await kept()).toEqual(['incident', 'incident', 'incident', 'step']);
  for (let n = 0; n < 600; n += 1) {
    shooter.soon(1, 'incident');
    await vi.advanceTimersByTimeAsync(500);
  }
  await pass(1000);
  expect(asked.length - 4).toBeGreaterThan(5);
  expect(asked.length - 4).toBeLessThanOrEqual(12);
});

test('what goes wrong now and then has its picture once the page has settled', async () => {
  const { shooter, asked } = await openShooter(taken);
  for (const at of [0, 10_000, 20_000]) {
    shooter.soon(1, 'incident');
    await pass(500);
    shooter.soon(1, 'incident');
    await pass(9500);
    expect(asked.at(-1)).toBe(startedAt + at + 1400);
  }
});

const changes = [
  ['the walk was paused', { state: 'paused' }],
  ['the consent was withdrawn', { privacy: 'metrics' }],
  ['the walk ended', { state: 'finished' }],
] as const;
test.each(changes)('a picture is not kept when, while it was taken, %s', async (_what, change) => {
  const all = await openShooter(async () => {
    await all.current.change(change);
    return taken();
  });
  const made = all.shooter.now(1, 'step');
  await pass(1000);
  expect(await made).toBeUndefined();
  expect([await all.store.db.screenshots.count(), await all.store.db.objects.count()]).toEqual([0, 0]);
});

test.each(changes)('nor when, while it was painted over, %s', async (_what, change) => {
  const all = await openShooter(taken);
  const before = all.shooter.now(1, 'step');
  await pass(1000);
  expect(await before).toBeTruthy();
  painting.meanwhile = () => all.current.change(change);
  const made = all.shooter.now(1, 'step');
  await pass(1000);
  painting.meanwhile = async () => {};
  expect(await made).toBeUndefined();
  expect(await all.store.db.screenshots.count()).toBe(1);
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
      paint,
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
