import { expect, type Page, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What belongs to a walk and what does not: frames of the unified login, tabs nobody announced, tabs of the walker's own. */
let walk: FidelityWalk;
let bars = -1;
const moments: Record<string, number> = {};

test.describe.configure({ mode: 'serial' });

const badge = async () => (await walk.browser.worker()).evaluate(() => chrome.action.getBadgeText({}));
const bar = (page: Page) => page.locator('[data-zyb-bar]');
const tabOf = async (url: string): Promise<number> =>
  (await walk.browser.worker()).evaluate(
    async (address) => (await chrome.tabs.query({})).findLast((each) => each.url === address)?.id ?? -1,
    url,
  );
/** The page in front of the window that has the focus, as people have it; the panel's own window takes it otherwise. */
async function front(page: Page): Promise<void> {
  await page.bringToFront();
  await (await walk.browser.worker()).evaluate(
    async (tab) => {
      const { windowId } = await chrome.tabs.get(tab);
      await chrome.windows.update(windowId, { focused: true });
    },
    await tabOf(page.url()),
  );
}
/** A tab opened as the browser opens it in the background, with nothing said of it. */
async function openBehind(open: () => Promise<unknown>): Promise<Page> {
  const opening = walk.browser.context.waitForEvent('page');
  await open();
  return opening;
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  walk = await startFidelityWalk();
  const { page, portal, note, browser } = walk;
  const { context } = browser;

  await walk.try('login', async () => {
    moments['login'] = Date.now();
    await page.goto(`${portal.origins.login}/fidelity/login-frames`);
    await expect(bar(page)).toHaveCount(1);
    await page.frameLocator('iframe >> nth=0').locator('button').click();
    await page.frameLocator('iframe >> nth=1').locator('#go').click();
    await expect(page.frameLocator('iframe >> nth=1').locator('#out')).toHaveText('最里层变了');
    await note('login');
  });
  await page.goto(`${portal.origins.portal}/fidelity/elsewhere`);
  await expect(bar(page)).toHaveCount(1);
  await walk.try('let through', async () => {
    const url = `${portal.origins.portal}/fidelity/opened?through`;
    const opener = await tabOf(page.url());
    const worker = await browser.worker();
    const opened = await openBehind(() =>
      worker.evaluate(
        async ([tab, address]) => {
          const { windowId } = await chrome.tabs.get(tab);
          await chrome.tabs.create({ url: address, openerTabId: tab, windowId });
        },
        [opener, url] as const,
      ),
    );
    await expect(bar(opened)).toHaveCount(1);
    await opened.bringToFront();
    await note('let through', opened);
    await opened.close();
    await page.bringToFront();
  });
  await walk.try('second', async () => {
    const tab = await tabOf(page.url());
    const worker = await browser.worker();
    const opened = await openBehind(() => worker.evaluate((id) => chrome.tabs.duplicate(id), tab));
    await expect(bar(opened)).toHaveCount(1);
    await opened.close();
    await page.bringToFront();
    await note('second');
  });

  const own = await context.newPage();
  await own.goto(`${portal.origins.department}/fidelity/frames-4`);
  await walk.try('joined', async () => {
    await page.close();
    await front(own);
    await expect.poll(badge).toBe('!');
    await own.reload();
    // From two seconds on it is a gap.
    await own.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2500)));
    const panel = await browser.openInOwnWindow(`popup.html?tab=${await tabOf(own.url())}`);
    await expect(panel.getByRole('heading', { name: '当前页面没有记录' })).toBeVisible();
    moments['join'] = Date.now();
    bars = await bar(own).count();
    await panel.getByRole('button', { name: '加入走流程' }).click();
    await panel.getByText('正在记录').waitFor();
    await expect(bar(own)).toHaveCount(1);
    await expect.poll(badge).toBe('');
    await panel.close();
    await front(own);
    await own.locator('#go').click();
    await note('joined', own);
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

test('frames inside the unified login leave nothing but what it leaves itself', async () => {
  const to = walk.moment('login');
  // The page before tells its last in the same moment.
  const within = ({ at, url = '' }: { at: number; url?: string }) =>
    at >= (moments['login'] ?? 0) && at <= to && !url.endsWith('/page/about');
  for (const table of ['actions', 'fields', 'pageTimings', 'incidents'])
    expect((await walk.rows(table)).filter(within), table).toEqual([]);
  const streams = (await walk.rows('streams')) as unknown as { startedAt: number; url: string }[];
  expect(streams.filter(({ startedAt }) => within({ at: startedAt }))).toEqual([]);
  expect(streams.filter(({ url }) => /srcdoc|login-frames/.test(url))).toEqual([]);
});

test('a tab that a page asked for and no browser announced is in the session with its replay', async () => {
  const frame = await walk.look('let through');
  await expect(frame.locator('p').first()).toHaveText('用 through 打开的内容');
});

test('a second tab of a page of the walk is in the session too', async () => {
  walk.moment('second');
  const visits = (await walk.rows('visits')) as unknown as { kind: string; url: string; tab: number }[];
  const there = visits.filter(({ kind, url }) => kind === 'document' && url.endsWith('/fidelity/elsewhere'));
  expect(new Set(there.map(({ tab }) => tab)).size).toBe(2);
});

test('where the last tab of a walk is closed the next is said not to be recorded, and leaves two times', async () => {
  const to = walk.moment('joined');
  const joined = moments['join'] ?? 0;
  expect(bars).toBe(0);
  const gaps = (await walk.rows('gaps')) as unknown as { why: string; from: number; to: number }[];
  const outside = gaps.filter(({ why }) => why === 'outside-walk');
  expect(outside).toHaveLength(1);
  for (const gap of outside) {
    expect(Object.keys(gap).sort()).toEqual(['detail', 'from', 'id', 'sessionId', 'to', 'why']);
    expect(gap.to).toBeLessThanOrEqual(to);
  }
  const rows = [...(await walk.rows('visits')), ...(await walk.rows('actions'))];
  const of = rows.filter(
    ({ at, tab, url }) =>
      at < joined &&
      tab !== undefined &&
      url.startsWith(`${walk.portal.origins.department}/fidelity/frames-4`),
  );
  expect(of.filter(({ frame }) => frame === 0)).toEqual([]);
});

test('and once it has joined the walk it is in the session with its replay', async () => {
  const frame = await walk.look('joined');
  await expect(frame.locator('#out')).toHaveText('最里层变了');
  const actions = (await walk.rows('actions')).filter(({ at }) => at >= (moments['join'] ?? 0));
  expect(actions.map(({ label }) => label)).toEqual(['在最里层点一下']);
});
