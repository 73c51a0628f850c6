import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Visit } from '../../../lib/model/visit.ts';
import { createPageChecker } from '../../../lib/walk/check-page.ts';
import type { SessionRow } from '../../../lib/walk/types.ts';
import { openWalking, redact } from './open-background.ts';

const began = 1_790_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: began });
});
afterEach(() => vi.useRealTimers());

/** A walk in which each step's page is checked, on a browser whose pages have one fault. */
async function setUp(changes: Partial<SessionRow> = { pageChecks: 'at-rest' }) {
  const background = await openWalking(changes);
  const asked: { tabId: number; frameIds: number[]; at: number }[] = [];
  const executeScript = async ({ target }: { target: { tabId: number; frameIds: number[] } }) => {
    asked.push({ ...target, at: Date.now() - began });
    const results = [{ check: 'images', count: 1, places: ['div > img#photo'] }];
    return [{ result: { took: 40, longest: 12, tool: 'axe-core 4', results } }];
  };
  const browser = {
    ...background.browser,
    scripting: { executeScript },
    webNavigation: {
      ...background.browser.webNavigation,
      getFrame: async () => ({ url: 'https://department.example/apply' }),
    },
  };
  const checker = createPageChecker({
    browser: browser as never,
    store: background.store,
    redact,
    packs: { programmes: async () => [], siteProfiles: async () => [] },
    current: background.current,
    announce: () => {},
  });
  const arrive = async (id: string, change: Partial<Visit> = {}) => {
    const visit: Visit = {
      id,
      at: Date.now(),
      tab: 1,
      frame: 0,
      kind: 'document',
      url: 'https://portal.example/',
      title: '',
      identity: false,
      back: false,
      redirects: 0,
      ...change,
    };
    await background.store.db.visits.put({ ...visit, sessionId: 's1' });
    checker.arrived(visit);
  };
  const rows = async () => background.store.db.pageChecks.where({ sessionId: 's1' }).toArray();
  return { ...background, checker, arrive, asked, rows };
}

test('a step’s page is checked once it has settled, and the check names the visit and what it took', async () => {
  const { arrive, asked, rows } = await setUp();
  await arrive('v1');
  await vi.advanceTimersByTimeAsync(2500);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(async () => expect(await rows()).toHaveLength(1));
  expect((await rows())[0]).toMatchObject({ visitId: 'v1', why: 'step', took: 40, longest: 12 });
});

test('never while the hand is at it: nothing comes into the page before two seconds of rest', async () => {
  const { checker, arrive, asked } = await setUp();
  await arrive('v1');
  for (let n = 0; n < 10; n += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    checker.acted(1, [Date.now()]);
  }
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1900);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.at).toBeGreaterThanOrEqual(12_000);
});

test('a place the walker comes back to is not checked again; another step of the same form is, in its own frame', async () => {
  const { arrive, asked, rows } = await setUp();
  const settle = async (count: number) => {
    await vi.advanceTimersByTimeAsync(6000);
    await vi.waitFor(async () => expect(await rows()).toHaveLength(count));
  };
  await arrive('v1');
  await settle(1);
  await arrive('v2');
  await settle(1);
  const form = { kind: 'wizard', frame: 7, url: 'https://department.example/apply' } as const;
  await arrive('v3', { ...form, wizardStep: '填申请人信息' });
  await settle(2);
  await arrive('v4', { ...form, wizardStep: '上传材料' });
  await settle(3);
  expect(asked.map(({ frameIds }) => frameIds[0])).toEqual([0, 7, 7]);
});

test('who leaves before it settled is not followed: the page that is there then is checked', async () => {
  const { arrive, rows } = await setUp();
  await arrive('v1');
  await vi.advanceTimersByTimeAsync(1000);
  await arrive('v2', { url: 'https://portal.example/guide' });
  await vi.advanceTimersByTimeAsync(6000);
  await vi.waitFor(async () => expect(await rows()).toHaveLength(1));
  expect((await rows())[0]?.visitId).toBe('v2');
});

test('the page a walk ends on is checked before it ends, if it was left unchecked', async () => {
  const { checker, arrive, rows } = await setUp();
  await arrive('v1');
  const endsAt = Date.now() - 3000;
  await checker.last(endsAt);
  // Its last step lasts until then.
  expect(await rows()).toMatchObject([{ visitId: 'v1', at: endsAt - 1 }]);
  await checker.last(endsAt);
  expect(await rows()).toHaveLength(1);
});

test.each([
  [{ pageChecks: 'on-request' } as const],
  [{}],
  [{ pageChecks: 'at-rest', state: 'paused' } as const],
])('with %j no page is touched by itself', async (changes) => {
  const { checker, arrive, asked } = await setUp(changes);
  await arrive('v1');
  await vi.advanceTimersByTimeAsync(10_000);
  await checker.last(Date.now());
  expect(asked).toEqual([]);
});

test('asked for, the page in view is checked whatever was chosen', async () => {
  const { checker, rows } = await setUp({});
  expect(await checker.now()).toEqual({ ok: true, kinds: 1, places: 1 });
  expect(await rows()).toMatchObject([{ why: 'asked', frame: 0 }]);
});

test('without the accompanied person’s consent the count is kept and no name of an element', async () => {
  const { checker, rows } = await setUp({ privacy: 'metrics' });
  await checker.now();
  expect((await rows())[0]?.results).toMatchObject([{ check: 'images', count: 1, places: [] }]);
});
