import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { SessionReport } from '../../lib/model/report.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { pressInBar } from '../../scripts/screens/press-in-bar.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { readXlsxRows } from '../support/read-forms.ts';
import { readReport } from '../support/read-report.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

/** From what a walker sets out to look for to what came of it, and how content they were: stated, never measured. */
let portal: Portal;
let browser: ExtensionBrowser;
let page: Page;
let panel: Page;
let review: Page;
let sessionId: string;

const programme = '辽宁人社走流程（2023）';
const item = '读者证办理';
const own = '填过的内容会不会要求再填一次';
const checkItem = '线上线下指南准不准';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension });
});
test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

type Stated = {
  id: string;
  startedAt: number;
  aims?: { text: string; from: string; state: string; painPointIds: string[] }[];
  rating?: { level: string; reasons: string[]; note: string };
};
const newest = async (at: Page): Promise<Stated> => {
  const rows = (await readTable(at, 'sessions')) as unknown as Stated[];
  return rows.sort((a, b) => b.startedAt - a.startedAt)[0] as Stated;
};
const aimNamed = (at: Page, words: string) => at.locator('.aim').filter({ hasText: words });
const stateOf = async (words: string) => (await newest(panel)).aims?.find(({ text }) => text === words);
const shoot = (at: Page, name: string) =>
  at.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });

test('a walk needs neither aims nor a rating: nothing is asked for, nothing is chosen beforehand', async () => {
  ({ page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`));
  await startWalk(panel, { programme, item });
  await tag(panel, '全不全', '线上线下导引清不清楚');
  await panel.getByRole('button', { name: '补充' }).click();
  await panel.getByLabel('说明', { exact: true }).fill('首页找不到读者证的入口');
  await panel.getByLabel('说明', { exact: true }).blur();
  await finishWalk(panel, '提交前止步');
  const rating = panel.locator('.rating');
  await expect(rating).toBeVisible({ timeout: 30_000 });
  await expect(rating.getByRole('radio')).toHaveCount(5);
  for (const radio of await rating.getByRole('radio').all()) await expect(radio).not.toBeChecked();
  const session = await newest(panel);
  expect(session.aims).toBeUndefined();
  expect(session.rating).toBeUndefined();
});

test('before the walk: a line of one’s own, a check item, the programme’s, and what is open from an earlier walk', async () => {
  await panel.reload();
  await panel.getByLabel('工作方案').selectOption({ label: programme });
  const field = panel.getByRole('combobox', { name: '走哪个事项' });
  await field.fill(item);
  await field.press('Escape');
  await panel.locator('.aims-field summary').click();

  const line = panel.getByLabel('自己写一条');
  await line.fill('请联系 13812345678');
  await expect(panel.getByText(/里面像有电话号码/)).toBeVisible();
  await line.fill(own);
  await line.press('Enter');
  await expect(panel.locator('.aims-chosen li')).toHaveCount(1);
  await panel.getByLabel('从检查表选').selectOption({ label: checkItem });
  await panel.getByRole('button', { name: '首页找不到读者证的入口' }).click();
  await panel.getByRole('button', { name: /办不成事/ }).click();
  await expect(panel.locator('.aims-chosen li')).toHaveCount(4);
  // Taken up, they are no longer offered.
  await expect(panel.getByRole('button', { name: '首页找不到读者证的入口', exact: true })).toHaveCount(0);
  await panel.getByRole('button', { name: /^去掉“.*办不成事/ }).click();
  await expect(panel.locator('.aims-chosen li')).toHaveCount(3);
  await shoot(panel, 'start');

  await panel.getByLabel('我已了解记录范围，同意记录本次走流程').check();
  await panel.getByRole('button', { name: '开始走流程' }).click();
  await panel.getByText('正在记录').waitFor();
  expect((await newest(panel)).aims).toMatchObject([
    { text: own, from: 'own', state: 'open' },
    { text: checkItem, from: 'check-item', state: 'open' },
    { text: '首页找不到读者证的入口', from: 'earlier', state: 'open' },
  ]);
});

test('while walking they are ticked: a check item is tagged from its aim at once', async () => {
  await expect(panel.locator('.walk-aims summary')).toContainText('已看 0/3');
  const guide = aimNamed(panel, checkItem);
  await guide.getByText('发现', { exact: true }).click();
  await guide.getByRole('button', { name: '标记为痛点' }).click();
  await expect(guide.getByText(/见痛点/)).toBeVisible();
  const [point] = (await readTable(panel, 'painPoints'))
    .filter((each) => each.sessionId !== undefined)
    .slice(-1);
  expect(point).toBeTruthy();
  await expect.poll(async () => (await stateOf(checkItem))?.painPointIds.length).toBe(1);
  await shoot(panel, 'walking');

  // Undone, it was not found in anything any more.
  await panel.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await stateOf(checkItem))?.state).toBe('open');
  await guide.getByText('未发现', { exact: true }).click();
  await expect.poll(async () => (await stateOf(checkItem))?.state).toBe('not-found');
});

test('a line of one’s own asks which check item, and the next pain point belongs to it', async () => {
  const mine = aimNamed(panel, own);
  await mine.getByText('发现', { exact: true }).click();
  await mine.getByRole('button', { name: '标记为痛点' }).click();
  await expect(panel.getByText(`下一个痛点将记在“${own}”名下`)).toBeVisible();
  await tag(panel, '通不通', '线上办理简不简便');
  await expect(panel.getByText(/下一个痛点将记在/)).toHaveCount(0);
  await expect.poll(async () => (await stateOf(own))?.painPointIds.length).toBe(1);
  await expect(panel.locator('.walk-aims summary')).toContainText('已看 2/3，发现 1');

  // The same pain point can show another aim, too.
  const earlier = aimNamed(panel, '首页找不到读者证的入口');
  await earlier.getByText('发现', { exact: true }).click();
  await earlier.getByRole('combobox', { name: '关联已标记的痛点' }).selectOption({ index: 1 });
  await expect(earlier.getByText(/见痛点/)).toBeVisible();

  await panel.locator('.walk-aims').getByLabel('自己写一条').fill('办件进度在哪里查');
  await panel.locator('.walk-aims').getByRole('button', { name: '加上' }).click();
  await expect(panel.locator('.walk-aims summary')).toContainText('已看 3/4');
});

test('the bar has the same list, and asks how content one is before finishing', async () => {
  await page.bringToFront();
  await pressInBar(page, '瞄准 3/4');
  await page.screenshot({ path: test.info().outputPath('bar.png') });
  await pressInBar(page, '关闭');
  await pressInBar(page, '完成');
  await pressInBar(page, '基本满意');
  await expect.poll(async () => (await newest(panel)).rating?.level).toBe('fairly-satisfied');
  await page.screenshot({ path: test.info().outputPath('bar-finish.png') });
  // Pressed again, it is taken back: leaving it out stays possible.
  await pressInBar(page, '基本满意');
  await expect.poll(async () => (await newest(panel)).rating).toBeUndefined();
  await pressInBar(page, '继续走');
});

test('right after the walk: level, reasons, note', async () => {
  await finishWalk(panel, '提交前止步');
  const rating = panel.locator('.rating');
  await rating.getByText('不满意', { exact: true }).click({ timeout: 30_000 });
  await rating.getByText('办事指南精确度').click();
  await rating.getByLabel('补充说明').fill('指南里写的和实际不一样');
  await rating.getByLabel('补充说明').blur();
  await expect
    .poll(async () => (await newest(panel)).rating)
    .toMatchObject({ level: 'dissatisfied', reasons: ['guide'], note: '指南里写的和实际不一样' });
  await shoot(panel, 'after');
  sessionId = await newestSession(panel);
});

test('on the review page both are marked as stated and may be amended', async () => {
  review = await browser.context.newPage();
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await expect(review.locator('.review-title')).toContainText('评价：不满意');
  await review.getByRole('tab', { name: /^瞄准与评价/ }).click();
  await expect(review.locator('.stated').getByText('陈述', { exact: true })).toBeVisible();
  await expect(review.getByText('发现 2 · 未发现 1 · 未看 1')).toBeVisible();
  await shoot(review, 'review');

  await aimNamed(review, '办件进度在哪里查').getByText('未发现', { exact: true }).click();
  await expect(review.getByText('发现 2 · 未发现 2 · 未看 0')).toBeVisible();
  await review.locator('.rating').getByText('基本满意', { exact: true }).click();
  await expect(review.locator('.review-title')).toContainText('评价：基本满意');
  await review.locator('.rating').getByRole('button', { name: '撤回评价' }).click();
  await expect(review.locator('.review-title')).not.toContainText('评价');
  await review.locator('.rating').getByText('满意', { exact: true }).click();
  await review.locator('.rating').getByText('办事效率').click();
  await expect.poll(async () => (await newest(review)).rating?.reasons).toEqual(['efficiency']);
});

test('they travel in the report and stand in the session report form', async () => {
  const report = SessionReport.parse(await readReport(browser, sessionId));
  expect(report.session.rating).toMatchObject({ level: 'satisfied', reasons: ['efficiency'], note: '' });
  expect(report.session.aims?.map(({ state }) => state)).toEqual([
    'found',
    'not-found',
    'found',
    'not-found',
  ]);
  const ids = new Set(report.painPoints.map(({ id }) => id));
  for (const aim of report.session.aims ?? []) for (const id of aim.painPointIds) expect(ids).toContain(id);

  await review.getByRole('button', { name: '导出表格' }).click();
  await review.getByText('走流程情况报告').click();
  await review.getByRole('tab', { name: '预览' }).click();
  await expect(review.locator('.form-preview')).toContainText('满意（走流程人员陈述）');
  const [download] = await Promise.all([
    review.waitForEvent('download'),
    review.getByRole('button', { name: '导出 Excel（.xlsx）' }).click(),
  ]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  const rows = await readXlsxRows(bytes, '走前瞄准');
  expect(rows.slice(-4).map((row) => [row[1], row[3]])).toEqual([
    [own, '发现'],
    [checkItem, '未发现'],
    ['首页找不到读者证的入口', '发现'],
    ['办件进度在哪里查', '未发现'],
  ]);
  await review.keyboard.press('Escape');
});

test('what looks personal in an aim is asked about before it leaves', async () => {
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await review.getByRole('tab', { name: /^瞄准与评价/ }).click();
  const line = review.locator('.stated').getByLabel('自己写一条');
  await line.fill('问过 13812345678 的那件事');
  await expect(review.locator('.stated').getByText(/里面像有电话号码/)).toBeVisible();
  await line.press('Enter');
  await expect(aimNamed(review, '问过')).toHaveCount(1);
  await review.getByRole('button', { name: '存为文件' }).click();
  await review.getByRole('heading', { name: '上交前检查' }).waitFor();
  const finding = review.locator('li').filter({ has: review.locator('mark', { hasText: '13812345678' }) });
  await expect(finding.first()).toBeVisible({ timeout: 60_000 });
  await expect(finding.first()).toContainText('记录概况');
});
