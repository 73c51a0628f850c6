import { expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { libraryCard } from '../portal/items/library-card.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { walkClean } from '../support/portal-walk.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/** What the walker can do while walking, by the real popup page and the real bar. */
let portal: Portal;
let browser: ExtensionBrowser;
let page: Page;
let panel: Page;

const programme = '辽宁人社走流程（2023）';

test.beforeAll(async () => {
  portal = await startPortal({ ports: 'any' });
});
test.afterAll(async () => {
  await portal?.close();
});
test.beforeEach(async () => {
  browser = await launchBrowser({ extension: builtExtension });
  ({ page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`));
});
test.afterEach(async () => {
  await browser.close();
});

const mine = async (table: string) => readTable(panel, table);
/** Waits until the panel shows this many actions at least: what the page sent is kept by then. */
const actionsShown = (least: number) =>
  expect.poll(async () => (await mine('actions')).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(least);

test('a pause is part of the record: it has a reason and a length, and nothing is recorded in it', async () => {
  await startWalk(panel, { programme, item: '读者证办理' });
  await page.bringToFront();
  await page.getByRole('link', { name: '办件进度' }).first().hover();
  await page.getByRole('searchbox').or(page.locator('input[name=q]')).first().fill('读者证');
  await page.keyboard.press('Tab');
  await actionsShown(1);
  await panel.getByRole('button', { name: '暂停', exact: true }).click();
  await panel.getByRole('button', { name: '继续' }).waitFor();
  const before = (await mine('actions')).length;
  await page.locator('input[name=q]').first().fill('暂停时输入的字');
  await page.keyboard.press('Tab');
  await page.locator('h2').first().click();
  await page.waitForTimeout(1500);
  expect((await mine('actions')).length).toBe(before);
  await panel.getByRole('button', { name: '继续' }).click();
  await panel.getByText('正在记录').waitFor();
  await page.locator('h2').first().click();
  await actionsShown(before + 1);
  await finishWalk(panel, '提交前止步');
  const [session] = await mine('sessions');
  const pauses = session?.pauses as { from: number; to: number }[];
  expect(pauses).toHaveLength(1);
  const steps = (await mine('steps')) as unknown as { times: { paused: number } }[];
  const paused = steps.reduce((sum, step) => sum + step.times.paused, 0);
  expect(paused).toBeCloseTo((pauses[0]?.to ?? 0) - (pauses[0]?.from ?? 0), -1);
});

test('a page reached in a pause, in the walk’s tab or in a new one, is visited from when the walk goes on', async () => {
  await startWalk(panel, { programme, item: '读者证办理' });
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await panel.getByRole('button', { name: '暂停', exact: true }).click();
  await panel.getByRole('button', { name: '继续' }).waitFor();
  const about = `${portal.origins.portal}/page/about`;
  const opening = browser.context.waitForEvent('page');
  await page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), {
      href: url,
      target: '_blank',
      textContent: '新窗口',
    });
    document.body.prepend(link);
  }, about);
  await page.getByText('新窗口').click();
  const opened = await opening;
  await expect(opened.locator('[data-zyb-bar]')).toHaveCount(1);
  const elsewhere = `${portal.origins.department}/fidelity/frames-4`;
  await page.bringToFront();
  await page.goto(elsewhere);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  const title = await page.title();
  await page.waitForTimeout(1500);
  await panel.getByRole('button', { name: '继续' }).click();
  await panel.getByText('正在记录').waitFor();
  await page.waitForTimeout(2000);
  await opened.bringToFront();
  await opened.waitForTimeout(2000);
  await finishWalk(panel, '提交前止步');
  const [session] = await mine('sessions');
  const [pause] = (session?.pauses ?? []) as { from: number; to: number }[];
  const visits = (await mine('visits')) as unknown as {
    kind: string;
    url: string;
    at: number;
    title: string;
  }[];
  const reached = visits.filter(({ kind, url }) => kind !== 'tab' && (url === elsewhere || url === about));
  expect(reached.map(({ kind, url }) => [kind, url]).sort()).toEqual(
    [
      ['document', elsewhere],
      ['document', about],
    ].sort(),
  );
  for (const visit of reached) expect(visit.at).toBeGreaterThanOrEqual(pause?.to ?? Number.POSITIVE_INFINITY);
  expect(reached.find(({ url }) => url === elsewhere)?.title).toBe(title);
  const steps = (await mine('steps')) as unknown as {
    url: string;
    from: number;
    times: { paused: number };
  }[];
  expect(steps.sort((a, b) => a.from - b.from).map(({ url }) => url)).toEqual([
    `${portal.origins.portal}/`,
    elsewhere,
    about,
  ]);
  expect(steps.slice(1).map(({ times }) => times.paused)).toEqual([0, 0]);
});

test('steps named while walking stand in the record, and their times are still measured', async () => {
  await startWalk(panel, { programme, item: '读者证办理' });
  await page.bringToFront();
  await panel.getByRole('button', { name: '改步骤名' }).click();
  await panel.locator('form.zyb-name input').fill('看首页');
  await panel.keyboard.press('Enter');
  await expect(panel.getByText('看首页')).toBeVisible();
  await page.locator('h2').first().click();
  await actionsShown(1);
  await panel.getByRole('button', { name: '新步骤' }).click();
  await panel.locator('form.zyb-name input').fill('找事项');
  await panel.keyboard.press('Enter');
  await expect(panel.getByText('找事项')).toBeVisible();
  await page.locator('h2').first().click();
  await actionsShown(2);
  await finishWalk(panel, '提交前止步');
  const steps = (await mine('steps')) as unknown as {
    name: string;
    edited: boolean;
    from: number;
    to: number;
    times: { wall: number };
  }[];
  const named = steps.sort((a, b) => a.from - b.from).filter((step) => step.edited);
  expect(named.map((step) => step.name)).toEqual(['看首页', '找事项']);
  for (const step of named) expect(step.times.wall).toBeCloseTo(step.to - step.from, 0);
});

test('a pain point is tagged from the bar by two keys, without leaving the page, and never shows in a picture or replay', async () => {
  await startWalk(panel, { programme, item: '读者证办理' });
  await page.bringToFront();
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  const tab = Number(new URL(panel.url()).searchParams.get('tab'));
  await panel.evaluate(
    (tabId) =>
      chrome.tabs.sendMessage(tabId, { id: 9, type: 'openTagging', timestamp: Date.now() }, { frameId: 0 }),
    tab,
  );
  // The bar's root is closed, so its list cannot be waited for: it asks the background once, some milliseconds.
  await page.waitForTimeout(1000);
  await page.keyboard.press('2');
  await page.waitForTimeout(300);
  await page.keyboard.press('1');
  await expect.poll(async () => (await mine('painPoints')).length).toBe(1);
  await expect.poll(async () => (await mine('painPoints'))[0]?.screenshotId).toBeTruthy();
  await page.keyboard.press('Escape');
  await finishWalk(panel, '提交前止步');
  const [point] = await mine('painPoints');
  expect(point?.checkItemId).toBe('lnrs2023-4q.tong.01');
  const actions = (await mine('actions')) as unknown as { label: string; kind: string }[];
  expect(actions.filter((action) => action.kind !== 'navigate')).toEqual([]);
});

test('where the browser refuses a picture of the tab, the page is drawn instead and says so', async () => {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    chrome.tabs.captureVisibleTab = () => Promise.reject(new Error('refused'));
  });
  await startWalk(panel, { programme, item: '读者证办理' });
  await page.bringToFront();
  await expect.poll(async () => (await mine('screenshots')).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const [shot] = await mine('screenshots');
  expect(shot?.by).toBe('dom');
  const [object] = (await mine('objects')).filter((each) => each.object === shot?.object);
  expect(Number(object?.bytes)).toBeGreaterThan(20_000);
});

test('an accompanied walk keeps times, actions and incidents, but no text of the page, no picture and no replay', async () => {
  await startWalk(panel, { programme, item: '读者证办理', mode: '陪同办' });
  await walkClean(page, portal.origins);
  await finishWalk(panel, '提交前止步');
  expect(await mine('streams')).toEqual([]);
  expect(await mine('chunks')).toEqual([]);
  expect(await mine('screenshots')).toEqual([]);
  const actions = (await mine('actions')) as unknown as { label: string; selectors: string[] }[];
  expect(actions.length).toBeGreaterThan(5);
  expect(
    actions.filter(
      (action) => action.label !== '' || action.selectors.some((each) => /^(aria|text)\//.test(each)),
    ),
  ).toEqual([]);
  const visits = (await mine('visits')) as unknown as { title: string; url: string }[];
  expect(visits.length).toBeGreaterThan(3);
  expect(visits.filter((visit) => visit.title !== '')).toEqual([]);
  const gaps = await mine('gaps');
  expect(gaps.length).toBeGreaterThan(0);
  expect([...new Set(gaps.map((gap) => gap.why))].filter((why) => why !== 'identity-host')).toEqual([
    'metrics-only',
  ]);
  expect(await newestSession(panel)).toBeTruthy();
});

test('a press that is on its way when the warning comes over it reaches the page', async () => {
  await startWalk(panel, { programme, item: '读者证办理' });
  await page.goto(`${portal.origins.portal}/handle/${libraryCard.code}`);
  const button = page.getByRole('button', { name: '提交申请' });
  const box = await button.boundingBox();
  if (!box) throw new Error('no button');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // The bar right below it, so that its panel opens over it.
  await panel.evaluate((position) => chrome.storage.local.set({ barPosition: position }), {
    x: box.x,
    y: box.y + box.height + 8,
  });
  await page.reload();
  await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
  await page.getByLabel('姓名').fill('张晓禾');
  await page.getByLabel('手机号码').fill('13900001357');
  await page.getByLabel('常去的图书馆').selectOption('临江区分馆');
  await page.getByLabel('我已阅读并同意').check();
  const covers = () =>
    page.evaluate(
      ([atX = 0, atY = 0]) => {
        const bar = document.querySelector('[data-zyb-bar]')?.getBoundingClientRect();
        return bar !== undefined && bar.top < atY && bar.bottom > atY && bar.left < atX && bar.right > atX;
      },
      [x, y],
    );
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.waitForFunction(
    ([atX = 0, atY = 0]) => {
      const bar = document.querySelector('[data-zyb-bar]')?.getBoundingClientRect();
      return bar !== undefined && bar.top < atY && bar.right > atX;
    },
    [x, y],
    { polling: 'raf', timeout: 15_000 },
  );
  expect(await covers()).toBe(true);
  await page.mouse.up();
  await page.waitForURL('**/result/*');
});

test('before filing for real the bar warns once; what the walker means is the outcome', async () => {
  await startWalk(panel, { programme, item: '读者证办理' });
  let asked = 0;
  await walkClean(page, portal.origins, {
    async at(place) {
      if (place !== 'form') return;
      asked += 1;
      const button = page.locator('form[action^="/handle/"] button').last();
      await expect
        .poll(async () => {
          // The recorder comes a moment after the page; the pointer has to come to the button after it.
          await page.mouse.move(5, 5);
          await button.hover();
          return (await mine('sessions'))[0]?.submitWarned;
        })
        .toBe(true);
    },
  });
  expect(asked).toBe(1);
  await finishWalk(panel, '已真实提交');
  expect((await mine('sessions'))[0]?.outcome).toBe('submitted');
});
