import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Bookmark } from '../../lib/model/bookmark.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import { boxOnPicture } from '../../lib/model/picked-element.ts';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { pressInBar, typeInBar } from '../../scripts/screens/press-in-bar.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { readXlsxRows } from '../support/read-forms.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

/**
 * Marking deepened: several check items, the last minute by one key, whom it hits, the element on the page, and what is
 * drawn on the screenshot; walked, handed in, looked over, and printed in a list.
 */
let stack: Stack;
let browser: ExtensionBrowser;
let page: Page;
let panel: Page;
let folder = '';
let sessionId = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zyb-tagging-'));
  stack = await startStack();
  browser = await launchBrowser({ extension: builtExtension });
  await enrolHere(browser, stack.collector);
  ({ page, panel } = await openPageAndPanel(browser, `${stack.portal.origins.portal}/`));
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '读者证办理' });
  await page.bringToFront();
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
});
test.afterAll(async () => {
  await browser?.close();
  await stack?.close();
  await rm(folder, { recursive: true, force: true });
});

const points = async () => (await readTable(panel, 'painPoints')) as unknown as PainPoint[];
const bookmarks = async () => (await readTable(panel, 'bookmarks')) as unknown as Bookmark[];
const shots = async () => (await readTable(panel, 'screenshots')) as unknown as Screenshot[];
const newestPoint = async () => (await points()).sort((a, b) => b.at - a.at)[0];
/** The key as the browser hands it on; a real key press cannot be made by a script. */
const pressHotkey = async () =>
  (await browser.worker()).evaluate(() =>
    (chrome.commands.onCommand as unknown as { dispatch(name: string): void }).dispatch('mark-last-minute'),
  );
/** Clicks and keys that the page itself was given, from its own earliest listener on. */
const hearPage = (where: Page) =>
  where.evaluate(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    for (const type of ['click', 'mousedown', 'pointerdown', 'keydown'])
      document.addEventListener(type, () => heard.push(type), true);
  });
const heardBy = (where: Page) => where.evaluate(() => (window as unknown as { heard: string[] }).heard);
/** What the panel says while an element is pointed at. */
const pointing = '请点选有问题的页面元素';
/** A picker stands over the page: a second element of ours beside the bar. */
const pickersOn = (where: Page) => where.locator('[data-zyb-bar]').count();

test('a pain point takes further check items and says whom it hits, in the panel', async () => {
  await tag(panel, '全不全', '线上线下指南准不准');
  await panel.getByRole('button', { name: '再加一条' }).click();
  await panel.getByRole('button', { name: /^\S 通不通$/ }).click();
  await panel.getByRole('listitem').getByRole('button', { name: '线上办理简不简便' }).click();
  await expect(panel.getByText('＋ 线上办理简不简便')).toBeVisible();
  await panel.getByRole('button', { name: '补充' }).click();
  await panel.getByText('老年人', { exact: true }).click();
  await expect.poll(async () => (await points())[0]?.persona).toBe('elderly');
  const [point] = await points();
  expect(await points()).toHaveLength(1);
  expect(point?.moreCheckItems).toHaveLength(1);
  expect(point?.moreCheckItems?.[0]?.checkItemId).not.toBe(point?.checkItemId);
  expect(point?.moreCheckItems?.[0]?.dimensionId).toBe('lnrs2023-4q.tong');
});

test('one key marks the last minute: a bookmark with picture and step, no pain point, and a way back in the bar', async () => {
  const commands = await panel.evaluate(() => chrome.commands.getAll());
  expect(commands.find(({ name }) => name === 'mark-last-minute')?.shortcut).toBe('Alt+Shift+M');
  await pressHotkey();
  await expect.poll(async () => (await bookmarks())[0]?.screenshotId, { timeout: 20_000 }).toBeTruthy();
  const [bookmark] = await bookmarks();
  const [session] = (await readTable(panel, 'sessions')) as unknown as { startedAt: number }[];
  expect(bookmark?.interval.to).toBe(bookmark?.at);
  expect(bookmark?.interval.from).toBe(Math.max(session?.startedAt ?? 0, (bookmark?.at ?? 0) - 60_000));
  expect(await points()).toHaveLength(1);
  await expect(panel.getByRole('heading', { name: '待补填 1' })).toBeVisible();
  // The bar's own button does the same; its confirmation takes it back.
  await pressInBar(page, '记此刻');
  await expect.poll(async () => (await bookmarks()).length).toBe(2);
  await pressInBar(page, '撤销');
  await expect.poll(async () => (await bookmarks()).length).toBe(1);
  await expect(panel.getByRole('button', { name: /^丢弃 / })).toHaveCount(1);
});

test('a bookmark is dropped and put back, filled in with its own minute, and open again once that is undone', async () => {
  await panel.getByRole('button', { name: /^丢弃 / }).click();
  await expect.poll(bookmarks).toEqual([]);
  await panel.locator('.zyb-bookmarks').getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await bookmarks()).length).toBe(1);
  const [bookmark] = await bookmarks();
  await panel.getByRole('button', { name: /^补填 / }).click();
  await expect(panel.getByText('正在补填')).toBeVisible();
  await tag(panel, '通不通', '线上办理简不简便');
  await expect(panel.getByRole('heading', { name: /待补填/ })).toBeHidden();
  const filled = (await points()).find(({ at }) => at === bookmark?.at);
  expect(filled?.interval).toEqual(bookmark?.interval);
  expect(filled?.screenshotId).toBe(bookmark?.screenshotId);
  await panel.locator('.zyb-tagged').getByRole('button', { name: '撤销' }).click();
  await expect(panel.getByRole('heading', { name: '待补填 1' })).toBeVisible();
});

test('an element is pointed at: the click reaches nothing, and the pain point has its name, place and picture', async () => {
  const before = page.url();
  const actions = (await readTable(panel, 'actions')).length;
  await hearPage(page);
  const link = page.getByRole('link', { name: '办件进度' }).first();
  const box = await link.boundingBox();
  await panel.getByRole('button', { name: '点选页面元素' }).click();
  await expect.poll(() => pickersOn(page)).toBe(2);
  await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
  await page.mouse.click((box?.x ?? 0) + 6, (box?.y ?? 0) + 6);
  await expect(panel.getByText('已点选：“办件进度”（链接）')).toBeVisible();
  await expect.poll(() => pickersOn(page)).toBe(1);
  expect(page.url()).toBe(before);
  expect(await heardBy(page)).toEqual([]);
  await tag(panel, '通不通', '线上登录简不简便');
  const point = await newestPoint();
  expect(point?.element).toMatchObject({ label: '办件进度', role: 'link', framePath: [] });
  expect(point?.element?.selectors[0]).toContain('办件进度');
  const shot = (await shots()).find(({ id }) => id === point?.screenshotId);
  const onPicture = point?.element && shot && boxOnPicture(point.element, shot);
  expect(onPicture?.x).toBeCloseTo(box?.x ?? 0, -1);
  expect(onPicture?.y).toBeCloseTo(box?.y ?? 0, -1);
  await expect(panel.getByText('已点选')).toBeHidden();
  expect((await readTable(panel, 'actions')).length).toBe(actions);
});

test('by keys alone an element is picked; Escape cancels; the page is given none of them', async () => {
  await panel.getByRole('button', { name: '点选页面元素' }).click();
  await expect.poll(() => pickersOn(page)).toBe(2);
  await page.bringToFront();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect.poll(() => pickersOn(page)).toBe(1);
  await expect(panel.getByText('已点选')).toBeHidden();
  await panel.getByRole('button', { name: '点选页面元素' }).click();
  await expect.poll(() => pickersOn(page)).toBe(2);
  await page.bringToFront();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('已点选')).toBeVisible();
  expect(await heardBy(page)).toEqual([]);
  await panel.getByRole('button', { name: '不要这个元素' }).click();
  await expect(panel.getByText('已点选')).toBeHidden();
});

test('by touch an element is picked, and the page is given nothing of it', async () => {
  const box = await page.getByRole('link', { name: '办件进度' }).first().boundingBox();
  const before = page.url();
  await hearPage(page);
  await panel.getByRole('button', { name: '点选页面元素' }).click();
  await expect.poll(() => pickersOn(page)).toBe(2);
  await page.bringToFront();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const touch = { x: (box?.x ?? 0) + 6, y: (box?.y ?? 0) + 6 };
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [touch] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(panel.getByText('已点选：“办件进度”（链接）')).toBeVisible();
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await cdp.detach();
  expect(page.url()).toBe(before);
  expect(await heardBy(page)).toEqual([]);
  await panel.getByRole('button', { name: '不要这个元素' }).click();
  await expect(panel.getByText('已点选')).toBeHidden();
});

test('pointing ends with its page, in the panel too', async () => {
  await panel.getByRole('button', { name: '点选页面元素' }).click();
  await expect.poll(() => pickersOn(page)).toBe(2);
  await expect(panel.getByText(pointing)).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await expect(panel.getByText(pointing)).toBeHidden();
  await hearPage(page);
});

test('a note typed in the bar is kept although the page goes before its field is left', async () => {
  await pressInBar(page, '标记痛点');
  await pressInBar(page, '通不通');
  await pressInBar(page, '线上登录简不简便');
  await pressInBar(page, '再加一条');
  await pressInBar(page, '全不全');
  await pressInBar(page, '线上线下指南准不准');
  await typeInBar(page, '说明', '刷了三次才过');
  await pressInBar(page, '×');
  await expect.poll(async () => (await newestPoint())?.moreCheckItems).toEqual([]);
  await expect.poll(async () => (await newestPoint())?.note).toBe('刷了三次才过');
  await typeInBar(page, '说明', '，第四次');
  await page.reload();
  await expect.poll(async () => (await newestPoint())?.note).toContain('，第四次');
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
});

test('an element four frames deep, across three origins, is pointed at from the bar and tagged there', async () => {
  await page.goto(`${stack.portal.origins.portal}/fidelity/frames-1`);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  const inner = page.frameLocator('iframe').frameLocator('iframe').frameLocator('iframe');
  const button = inner.locator('#go');
  await expect(inner.locator('html')).toBeAttached();
  // Frames say who they are to the frame above, a moment after they have come.
  await page.waitForTimeout(2500);
  await pressInBar(page, '标记痛点');
  await pressInBar(page, '点选页面元素');
  await expect.poll(() => inner.locator('[data-zyb-bar]').count()).toBe(1);
  const box = await button.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10];
  await page.mouse.move(x - 2, y - 2);
  await page.mouse.click(x, y);
  await expect.poll(() => inner.locator('[data-zyb-bar]').count()).toBe(0);
  await expect(inner.locator('#out')).toHaveText('');
  await expect(panel.getByText('已点选：“在最里层点一下”（按钮）')).toBeVisible();
  const count = (await points()).length;
  await pressInBar(page, '通不通');
  await pressInBar(page, '线上登录简不简便');
  await expect.poll(async () => (await points()).length).toBe(count + 1);
  // In the bar, too, a further item and whom it hits.
  await pressInBar(page, '再加一条');
  await pressInBar(page, '全不全');
  await pressInBar(page, '线上线下指南准不准');
  await pressInBar(page, '残疾人');
  await expect.poll(async () => (await newestPoint())?.persona).toBe('disabled');
  const point = await newestPoint();
  expect(point?.moreCheckItems).toHaveLength(1);
  expect(point?.element).toMatchObject({ label: '在最里层点一下', framePath: [0, 0, 0] });
  const shot = (await shots()).find(({ id }) => id === point?.screenshotId);
  const onPicture = point?.element && shot && boxOnPicture(point.element, shot);
  // The test's own box leaves out the borders of three frames, two pixels each.
  expect(onPicture?.x).toBeCloseTo((box?.x ?? 0) + 6, -1);
  expect(onPicture?.y).toBeCloseTo((box?.y ?? 0) + 6, -1);
  await pressInBar(page, '关闭');
});

test('the screenshot of what was just tagged is drawn on from the panel; the picture stays as it is', async () => {
  await tag(panel, '全不全', '线上线下指南准不准');
  await expect.poll(async () => (await newestPoint())?.screenshotId).toBeTruthy();
  const point = await newestPoint();
  const before = (await readTable(panel, 'objects')).map(({ object }) => object);
  const opening = browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: '标注截图' }).click();
  const board = await opening;
  const canvas = board.getByRole('application', { name: '截图画布' });
  const box = await canvas.boundingBox();
  const at = (x: number, y: number) => [(box?.x ?? 0) + x, (box?.y ?? 0) + y] as const;
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await board.mouse.move(...from);
    await board.mouse.down();
    await board.mouse.move((from[0] + to[0]) / 2, from[1] + 5);
    await board.mouse.move(...to);
    await board.mouse.up();
  };
  await drag(at(100, 80), at(260, 150));
  await board.getByText('箭头', { exact: true }).click();
  await board.getByText('蓝', { exact: true }).click();
  await drag(at(400, 300), at(270, 160));
  await board.getByText('画线', { exact: true }).click();
  await drag(at(100, 200), at(300, 230));
  await drag(at(100, 260), at(300, 280));
  await board.getByRole('button', { name: '撤销一笔' }).click();
  await board.getByText('文字', { exact: true }).click();
  await board.mouse.click(...at(410, 300));
  await board.getByLabel('标注文字').fill('联系张小禾 13800138000');
  await expect(board.getByText(/里面像有.*电话号码/)).toBeVisible();
  await board.getByLabel('标注文字').fill('字太小');
  await board.keyboard.press('Enter');
  await expect(board.getByText('已画 4 笔')).toBeVisible();
  await board.getByRole('button', { name: '保存标注' }).click();
  await expect.poll(async () => (await newestPoint())?.drawing?.length).toBe(4);
  const drawn = (await points()).find(({ id }) => id === point?.id)?.drawing ?? [];
  expect(drawn.map(({ kind, color }) => `${kind} ${color}`)).toEqual([
    'box red',
    'arrow blue',
    'line blue',
    'text blue',
  ]);
  expect((await readTable(panel, 'objects')).map(({ object }) => object)).toEqual(
    expect.arrayContaining(before),
  );
  expect((await points()).find(({ id }) => id === point?.id)?.screenshotId).toBe(point?.screenshotId);
  await board.close();
});

test('what waits is told when the walk is over, on the review page and before it leaves', async () => {
  await page.bringToFront();
  await finishWalk(panel, '提交前止步');
  await expect(panel.getByText('还有 1 处时刻标记待补填')).toBeVisible();
  sessionId = await newestSession(panel);
  // All of it was done in bar, picker and panel: nothing of that is an action of the walk.
  const actions = (await readTable(panel, 'actions')) as unknown as { kind: string }[];
  expect(actions.filter(({ kind }) => kind !== 'navigate')).toEqual([]);
  const review = await openReview();
  await expect(review.locator('.bookmark-section')).toContainText('待补填的时刻标记');
  await review.getByRole('button', { name: '上交' }).first().click();
  await expect(review.getByText('还有 1 处时刻标记没有补填')).toBeVisible();
  await review.getByRole('button', { name: '去补填' }).click();
  await review.getByRole('tab', { name: /痛点/ }).click();
  // Forms leave it out, and say so.
  await review.getByRole('button', { name: '导出表格' }).click();
  await expect(review.locator('.form-unfilled')).toContainText('有 1 处时刻标记还没有补填');
  await expect(review.locator('.form-preview')).not.toContainText('时刻标记');
  await review.close();
});

test('on the review page a bookmark becomes a highlight; an element and a drawing stand on the card and in the editor', async () => {
  const review = await openReview();
  await review.getByRole('button', { name: /^补填 / }).click();
  const dialog = review.getByRole('dialog');
  await dialog.getByText('亮点', { exact: true }).click();
  await dialog.getByLabel('说明').fill('进度一点就查到');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(review.locator('.bookmark-section')).toBeHidden();
  const card = review.locator('.pain-card', { hasText: '“在最里层点一下”（按钮）' });
  await expect(card).toContainText('残疾人');
  await expect(card).toContainText('线上登录简不简便');
  await expect(card).toContainText('线上线下指南准不准');
  await expect(card.locator('.shape-layer path[stroke-dasharray]')).toHaveCount(1);
  await card.getByRole('button', { name: '修改' }).click();
  await dialog.getByText('偏远地区居民', { exact: true }).click();
  await dialog.getByRole('button', { name: '标注截图' }).click();
  const board = review.getByRole('dialog').last();
  const canvas = board.getByRole('application', { name: '截图画布' });
  // By keys alone: the cross goes from the middle of the picture.
  await canvas.focus();
  await review.keyboard.press('Enter');
  for (let n = 0; n < 6; n += 1) await review.keyboard.press('ArrowRight');
  for (let n = 0; n < 4; n += 1) await review.keyboard.press('ArrowDown');
  await review.keyboard.press('Enter');
  await expect(board.getByText('已画 1 笔')).toBeVisible();
  await board.getByRole('button', { name: '保存标注' }).click();
  await dialog.first().getByRole('button', { name: '保存', exact: true }).click();
  await expect(review.getByRole('dialog')).toHaveCount(0);
  await expect(card).toContainText('偏远地区居民');
  await expect(card.locator('.shape-layer path[stroke="#d4281c"]')).toHaveCount(1);
  const point = (await points()).find(({ element }) => element?.label === '在最里层点一下');
  expect(point?.drawing).toMatchObject([{ kind: 'box', color: 'red' }]);
  expect(point?.moreCheckItems).toHaveLength(1);
  await review.close();
});

test('the list names all check items, the element and whom it hits; the report on paper shows what was drawn', async () => {
  const review = await openReview();
  await review.getByRole('button', { name: '导出表格' }).click();
  await review.locator('.form-kinds').getByText('问题清单', { exact: true }).click();
  const rows = await readXlsxRows(await exported(review, '导出 Excel（.xlsx）'));
  const row = rows.find((each) => each.join().includes('在最里层点一下')) ?? [];
  expect(row[4]?.split('\n')).toEqual(['通不通', '线上登录简不简便', '全不全', '线上线下指南准不准']);
  expect(row[3]?.split('\n')).toEqual([
    '“线上登录简不简便”（通不通）、“线上线下指南准不准”（全不全）方面存在问题（涉及人群：偏远地区居民）',
    '页面元素：“在最里层点一下”（按钮）',
  ]);
  await review.locator('.form-kinds').getByText('走流程情况报告', { exact: true }).click();
  await review.getByRole('button', { name: '打印或存为 PDF' }).click();
  const paper = review.frameLocator('iframe.form-print');
  await expect(paper.locator('figure svg text', { hasText: '字太小' })).toHaveCount(1);
  await expect(paper.locator('figure svg path[stroke-dasharray]').first()).toBeAttached();
  await expect(paper.locator('table').filter({ hasText: '在最里层点一下' }).first()).toBeAttached();
  await review.close();
});

test('handed in, the review desk shows the same', async () => {
  expect(await handInHere(browser, sessionId)).toBe(true);
  const desk = await browser.context.newPage();
  await desk.goto(await stack.collector.createSignInLink());
  await desk.getByText('已显示 1 份').waitFor();
  await desk.getByText('读者证办理').first().click();
  await desk.getByRole('tab', { name: /痛点/ }).click();
  const card = desk.locator('.pain-card', { hasText: '“在最里层点一下”（按钮）' });
  await expect(card).toContainText('偏远地区居民');
  await expect(card).toContainText('线上线下指南准不准');
  await expect(card.locator('.shape-layer path[stroke-dasharray]')).toHaveCount(1);
  await desk.close();
});

test('of an accompanied walk a bookmark and an element keep no word and no picture; login pages cannot be pointed at', async () => {
  await panel.close();
  ({ page, panel } = await openPageAndPanel(browser, `${stack.portal.origins.portal}/`));
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '读者证办理', mode: '陪同办' });
  await page.bringToFront();
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await pressHotkey();
  await expect.poll(async () => (await bookmarks()).length).toBe(2);
  const bookmark = (await bookmarks()).sort((a, b) => b.at - a.at)[0];
  expect(bookmark).toMatchObject({ title: '' });
  expect(bookmark?.screenshotId).toBeUndefined();
  const box = await page.getByRole('link', { name: '办件进度' }).first().boundingBox();
  await panel.getByRole('button', { name: '点选页面元素' }).click();
  await expect.poll(() => pickersOn(page)).toBe(2);
  await page.mouse.click((box?.x ?? 0) + 6, (box?.y ?? 0) + 6);
  await expect(panel.getByText('已点选：链接')).toBeVisible();
  await tag(panel, '通不通', '线上登录简不简便');
  const point = await newestPoint();
  expect(point?.element).toMatchObject({ label: '', role: 'link' });
  expect(point?.element?.selectors.filter((each) => /办件|^(aria|text)\//.test(each))).toEqual([]);
  expect(point?.screenshotId).toBeUndefined();
  await page.goto(
    `${stack.portal.origins.login}/login?service=${encodeURIComponent(stack.portal.origins.portal)}`,
  );
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await panel.getByRole('button', { name: '点选页面元素' }).click();
  await expect(panel.getByText(/现在不能点选元素/)).toBeVisible();
  expect(await pickersOn(page)).toBe(1);
});

async function openReview(): Promise<Page> {
  const review = await browser.context.newPage();
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await review.getByRole('tab', { name: /痛点/ }).click();
  return review;
}

async function exported(review: Page, button: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    review.waitForEvent('download'),
    review.getByRole('button', { name: button }).click(),
  ]);
  const path = join(folder, 'form');
  await download.saveAs(path);
  return new Uint8Array(await readFile(path));
}
