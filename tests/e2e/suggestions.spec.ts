import { expect, type Page, test } from '@playwright/test';
import { SessionReport } from '../../lib/model/report.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { untilRecorded } from '../support/planted-walks.ts';
import { walkClean, walkSignals } from '../support/portal-walk.ts';
import { readReport } from '../support/read-report.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/** From a walk to its suggestions, as the walker meets them: beside the page, on the review page, in what is handed over. */
let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: ExtensionBrowser;
let panel: Page;
let review: Page;
let sessionId: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(480_000);
  portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension });
});
test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const suggestion = (page: Page, code: string) => page.locator(`.suggestion[data-code="${code}"]`);
const openTab = (name: string | RegExp) => review.getByRole('tab', { name }).click();

test('while walking, the page is looked over when the walker asks', async () => {
  test.setTimeout(240_000);
  const opened = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  panel = opened.panel;
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '居住证积分申报' });
  await untilRecorded('home', opened.page);
  await panel.getByRole('button', { name: '检查本页' }).click();
  await expect(panel.getByText(/非正式检测/)).toBeVisible({ timeout: 30_000 });
  await walkSignals(opened.page, portal.origins, { at: untilRecorded });
  await finishWalk(panel, '提交前止步');
  sessionId = await newestSession(panel);
});

test('after the walk the panel suggests; accepting makes a pain point, dismissing is remembered, both can be undone', async () => {
  const timeout = suggestion(panel, 'session_timeout');
  await expect(timeout.getByText('登录失效 1 次：登录已失效，请重新登录')).toBeVisible({ timeout: 30_000 });
  await timeout.getByRole('button', { name: '采纳', exact: true }).click();
  await expect(timeout).toHaveAttribute('data-verdict', 'accepted');
  await expect.poll(() => painPoints()).toHaveLength(1);

  const link = suggestion(panel, 'dead_link').first();
  await link.getByRole('button', { name: '不采纳' }).click();
  await expect(link).toHaveAttribute('data-verdict', 'dismissed');
  await link.getByRole('button', { name: '撤销' }).click();
  await expect(link).toHaveAttribute('data-verdict', 'open');
  await link.getByRole('button', { name: '不采纳' }).click();
  await expect(link).toHaveAttribute('data-verdict', 'dismissed');
  await panel.screenshot({ path: test.info().outputPath('panel.png'), fullPage: true });
});

test('the review page has the same decisions, and a moment seeks the replay', async () => {
  review = await browser.context.newPage();
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await openTab(/^建议/);
  await expect(suggestion(review, 'session_timeout')).toHaveAttribute('data-verdict', 'accepted');
  await expect(suggestion(review, 'dead_link').first()).toHaveAttribute('data-verdict', 'dismissed');
  await review.screenshot({ path: test.info().outputPath('suggestions.png') });

  const rage = suggestion(review, 'rage_click');
  const moment = rage.getByRole('button', { name: /测算积分/ }).first();
  await moment.click();
  const clock = (await moment.locator('.zyb-clock').innerText()).split(':').map(Number);
  const seconds = (clock[0] ?? 0) * 60 + (clock[1] ?? 0);
  const bar = review.getByRole('slider', { name: '回放位置' });
  await expect
    .poll(async () => Math.abs(Number(await bar.getAttribute('aria-valuenow')) - seconds))
    .toBeLessThan(5);
});

test('edited in the editor: what was measured stands apart from what the walker states', async () => {
  const rage = suggestion(review, 'rage_click');
  await rage.getByRole('button', { name: '修改后采纳' }).click();
  const editor = review.getByRole('dialog');
  await editor.getByLabel('说明').fill('点了三次都没有算出来');
  await editor.getByRole('button', { name: /保\s?存/ }).click();
  await expect(rage).toHaveAttribute('data-verdict', 'edited');
  await openTab(/^痛点/);
  const card = review.locator('.pain-card').filter({ hasText: '点了三次都没有算出来' });
  await expect(card.locator('[data-measured]')).toContainText('在“测算积分”上连续急点');
  await expect(review.locator('.pain-card')).toHaveCount(2);
});

test('undone on the review page the pain point goes; deleted as a pain point the suggestion is open again', async () => {
  await openTab(/^建议/);
  const timeout = suggestion(review, 'session_timeout');
  await timeout.getByRole('button', { name: '撤销' }).click();
  await expect(timeout).toHaveAttribute('data-verdict', 'open');
  await expect.poll(() => painPoints()).toHaveLength(1);
  await openTab(/^痛点/);
  await review
    .locator('.pain-card')
    .getByRole('button', { name: /删\s?除/ })
    .click();
  await openTab(/^建议/);
  await expect(suggestion(review, 'rage_click')).toHaveAttribute('data-verdict', 'open');
  await suggestion(review, 'rage_click').getByRole('button', { name: '采纳', exact: true }).click();
  await expect(suggestion(review, 'rage_click')).toHaveAttribute('data-verdict', 'accepted');
});

test('the guide is held against the walk, and the four reductions leave unknown what is unknown', async () => {
  await openTab('指南');
  await expect(review.getByText('写明不用到现场，实际要求到窗口或带原件')).toBeVisible();
  await expect(review.getByText('要求上传指南没有列的材料')).toBeVisible();
  const row = (quantity: string) => review.locator(`tr[data-quantity="${quantity}"] td`);
  await expect(row('uploads').first()).toHaveText(/2/);
  await expect(row('uploads').nth(1)).toHaveText('1');
  // The walk stopped before handing in: no time to compare, and no zero.
  await expect(row('total').first()).toHaveText('—');
  const target = row('uploads').nth(2).getByRole('spinbutton');
  await target.fill('1');
  await target.press('Enter');
  await expect(row('uploads').nth(3)).toContainText('+1 比基准');
  await review.screenshot({ path: test.info().outputPath('guide.png') });
});

test('the page check is shown for its step, marked informal, and hints stand with the coverage', async () => {
  await openTab(/^易用/);
  await expect(review.locator('.page-check')).toHaveCount(1);
  await expect(review.getByText('非正式检测').first()).toBeVisible();
  await review.screenshot({ path: test.info().outputPath('checks.png') });
  await openTab('缺口与覆盖');
  await expect(review.getByRole('heading', { name: '走查质量提示' })).toBeVisible();
  await expect(review.getByText(/测试、演示或内网地址/)).toBeVisible();
  await review.locator('.hints').scrollIntoViewIfNeeded();
  await review.screenshot({ path: test.info().outputPath('hints.png') });
});

test('the report carries decisions, measured facts, guide and checks', async () => {
  const report = SessionReport.parse(await readReport(browser, sessionId));
  expect(report.decisions.map(({ code, verdict }) => `${code} ${verdict}`).sort()).toEqual([
    'dead_link dismissed',
    'rage_click accepted',
  ]);
  const [point] = report.painPoints;
  expect(point).toMatchObject({
    note: '',
    measured: { reason: { code: 'rage_click', subject: '测算积分' } },
  });
  expect(report.session.targets).toEqual({ uploads: 1 });
  expect(report.guidePages[0]?.fields.find(({ key }) => key === 'promised-limit')?.value).toBe('10个工作日');
  const checked = report.pageChecks[0];
  expect(checked?.tool).toMatch(/^axe-core/);
  expect(checked?.results.length).toBeGreaterThan(10);
});

test('a clean walk suggests nothing', async () => {
  test.setTimeout(240_000);
  await panel.close();
  const opened = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  await startWalk(opened.panel, { programme: '辽宁人社走流程（2023）', item: '公共图书馆读者证申领' });
  await walkClean(opened.page, portal.origins, { at: untilRecorded });
  await finishWalk(opened.panel, '已真实提交');
  await review.goto(browser.extensionUrl(`review.html#/${await newestSession(opened.panel)}`));
  await review.reload();
  await openTab(/^建议/);
  await expect(review.getByText('没有可以建议的问题')).toBeVisible();
});

const painPoints = () => readTable(panel, 'painPoints');
