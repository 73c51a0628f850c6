import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeHtml } from '../../lib/export/forms/write-html.ts';
import { makeForm } from '../../lib/export/lists/make-form.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { about } from '../support/form-sources.ts';
import { saveAsFile } from '../support/last-look.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { picturedSources } from '../support/pictured-sources.ts';
import { walkClean } from '../support/portal-walk.ts';
import { readDocxTables, readXlsxRows, tableBelowHead } from '../support/read-forms.ts';
import { textsByPage } from '../support/read-pdf.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { fillHead as fillIn, openForms } from '../support/use-forms.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';
import { openSession } from '../support/use-review.ts';

const item = '“失业再就业”一件事一次办';
const head = {
  unit: '青溪市人力资源和社会保障局',
  reporter: '李四',
  contact: '0990-12345',
  date: '2031-05-20',
};
const fillHead = (page: Page) => fillIn(page, head);
let folder = '';
let walker: ExtensionBrowser;
let liaison: ExtensionBrowser;
let stack: Stack;
const sessions: string[] = [];
const files: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zyb-forms-'));
  stack = await startStack();
  const { portal } = stack;
  walker = await launchBrowser({ extension: builtExtension });
  for (const checkItem of ['线上线下指南准不准', '线上线下导引清不清楚']) {
    const { page, panel } = await openPageAndPanel(walker, `${portal.origins.portal}/`);
    await startWalk(panel, { programme: '辽宁人社走流程（2023）', item });
    await walkClean(page, portal.origins, {
      at: async (place) => {
        if (place === 'guide') await tag(panel, '全不全', checkItem);
      },
    });
    await finishWalk(panel, '已真实提交');
    sessions.push(await newestSession(panel));
    await panel.close();
  }
  // The second walk is handed on as a file; a liaison elsewhere has the first one's file too.
  for (const id of sessions) {
    const page = await walker.context.newPage();
    await page.goto(walker.extensionUrl(`review.html#/${id}`));
    const [download] = await Promise.all([page.waitForEvent('download'), saveAsFile(page)]);
    const file = join(folder, `${id}.zyb`);
    await download.saveAs(file);
    files.push(file);
    await page.close();
  }
  liaison = await launchBrowser({ extension: builtExtension });
});

test.afterAll(async () => {
  await walker?.close();
  await liaison?.close();
  await stack?.close();
  await rm(folder, { recursive: true, force: true });
});

test('rectification is filled in beside one’s own pain point and travels in the report', async () => {
  const page = await openSession(walker, sessions[0] ?? '');
  await rectify(page, async (dialog) => {
    await dialog.getByText('立行立改').click();
    await dialog.getByLabel('整改措施').fill('改正指南里的地址');
    await dialog.getByLabel('责任单位').fill('信息中心');
    await dialog.getByLabel('责任人').fill('王五');
    await dialog.getByText('已整改完毕').click();
    await dialog.getByLabel('整改效果').fill('指南已更正');
  });
  await expect(page.locator('.pain-card')).toContainText('已整改完毕');
  const rows = await readTable(page, 'painPoints');
  expect(rows.find((row) => row.sessionId === sessions[0])?.rectification).toMatchObject({
    disposal: 'at-once',
    ownerUnit: '信息中心',
    done: true,
  });
  await page.close();
});

test('附件4 leaves through the dialog as a workbook with both walks in one row', async () => {
  const page = await openForms(walker);
  await expect(page.getByRole('tab', { name: '选择记录（2）' })).toBeVisible();
  await fillHead(page);
  await page.getByRole('tab', { name: '预览' }).click();
  const preview = page.locator('.form-preview');
  await expect(preview).toContainText('填报单位：青溪市人力资源和社会保障局');
  await expect(preview.locator('tbody tr')).toHaveCount(1);
  // Of the two problems one has nothing filled in: told, not forbidden.
  await expect(page.locator('.form-missing')).toContainText('1 个问题未填责任单位');
  const rows = await readXlsxRows(
    await exported(page, '导出 Excel（.xlsx）', /三个清单汇总表_青溪市.*\.xlsx$/),
  );
  expect(rows[1]?.[0]).toBe('“我陪群众走流程”三个清单汇总表');
  expect(rows[2]?.[7]).toBe('2031年5月20日');
  expect(rows).toHaveLength(5);
  const [n, name, , problems, , measures, state, effect] = rows[4] ?? [];
  expect(n).toBe('1');
  expect(name).toMatch(/^“失业再就业”一件事一次办\n\(.+PC端\)$/);
  expect(problems?.split('\n')).toHaveLength(2);
  expect(measures).toBe('1. 改正指南里的地址（责任单位：信息中心；责任人：王五）\n2.');
  expect(state).toBe('1. 已整改完毕\n2.');
  expect(effect).toBe('1. 指南已更正\n2.');
  await page.close();
});

test('it leaves as a document too, and prints', async () => {
  const page = await openForms(walker);
  await fillHead(page);
  const { tables } = await readDocxTables(await exported(page, '导出 Word（.docx）', /\.docx$/));
  expect(tables[0]?.[1]).toHaveLength(9);
  expect(tables[0]?.[2]?.[6]).toBe('1. 已整改完毕\n2.');
  await page.getByText('走流程情况报告').click();
  await page.getByRole('button', { name: '打印或存为 PDF' }).click();
  const paper = page.frameLocator('iframe.form-print');
  await expect(paper.locator('h1')).toHaveText('“我陪群众走流程”情况报告');
  await expect(paper.locator('.strip').first()).toBeAttached();
  await expect(paper.locator('figure img').first()).toBeAttached();
  await page.close();
});

test('every form can be looked at and exported from the dialog', async () => {
  const page = await openForms(walker);
  await page.getByRole('tab', { name: '预览' }).click();
  for (const name of [
    '领导情况表',
    '人员名单',
    '问题清单',
    '分方式事项清单',
    '体验员登记表',
    '体验官推荐表',
    '体验官自荐表',
    '参与情况统计',
    '阶段小结',
    '工作总结报告',
  ]) {
    await page.locator('.form-kinds').getByText(name, { exact: true }).click();
    await expect(page.locator('.form-preview h3')).toBeVisible();
    await exported(page, '导出 Excel（.xlsx）', /\.xlsx$/);
    await exported(page, '导出 Word（.docx）', /\.docx$/);
  }
  await page.close();
});

test('people who have not walked yet are added to the staff list, and are there the next time', async () => {
  const namesIn = (rows: string[][]) => tableBelowHead(rows).map((row) => row.slice(1, 4));
  let page = await openForms(walker);
  await fillHead(page);
  await page.locator('.form-kinds').getByText('人员名单', { exact: true }).click();
  const people = page.getByRole('region', { name: '补充人员' });
  await expect(people.getByRole('button', { name: '加入名单' })).toBeDisabled();
  await people.getByLabel('姓名').fill('孙九');
  await people.getByLabel('职务').fill('副局长');
  await people.getByLabel('电话').fill('0990-11222');
  await people.getByRole('button', { name: '加入名单' }).click();
  await expect(people.locator('li')).toContainText('孙九');
  await page.close();

  page = await openForms(walker);
  await page.locator('.form-kinds').getByText('人员名单', { exact: true }).click();
  const staff = await readXlsxRows(await exported(page, '导出 Excel（.xlsx）', /人员名单.*\.xlsx$/));
  expect(namesIn(staff)).toEqual([['孙九', '副局长', '0990-11222']]);
  // 附件1 asks for no phone, and takes the post that leads.
  await page.locator('.form-kinds').getByText('领导情况表', { exact: true }).click();
  await expect(page.getByRole('region', { name: '补充人员' }).getByLabel('电话')).toHaveCount(0);
  const leaders = await readXlsxRows(await exported(page, '导出 Excel（.xlsx）', /情况表.*\.xlsx$/));
  expect(namesIn(leaders)).toEqual([['副局长', '孙九', '']]);
  await page.getByRole('button', { name: '移出名单：孙九' }).click();
  await expect(page.getByRole('region', { name: '补充人员' }).locator('li')).toHaveCount(0);
  await page.close();
});

test('what is due in the settings leads to its form', async () => {
  const options = await walker.context.newPage();
  await options.goto(walker.extensionUrl('options.html'));
  const [page] = await Promise.all([
    walker.context.waitForEvent('page'),
    options.getByRole('link', { name: '制作工作总结报告' }).first().click(),
  ]);
  await expect(page.getByRole('radio', { name: '工作总结报告' })).toBeChecked();
  await page.getByRole('tab', { name: '预览' }).click();
  await expect(page.locator('.form-preview')).toContainText('、工作开展情况');
  await expect(page.locator('.form-preview')).toContainText('共开展“我陪群众走流程”2次');
  await expect(page.locator('.form-preview')).toContainText('其中演练2次');
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page).toHaveURL(/review\.html#\/$/);
  await page.close();
  await options.close();
});

test('内部资料 stands on every printed page and on no word of the form', async () => {
  const { sources, readPicture } = picturedSources();
  const page = await walker.context.newPage();
  for (const kind of ['session-report', 'three-lists'] as const) {
    const html = await writeHtml(makeForm(kind, sources, about).form, readPicture);
    await page.setContent(html);
    await page.emulateMedia({ media: 'print' });
    const mark = await page.locator('.every').boundingBox();
    const left = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('h1,h2,table,.head,.mark')].map(
          (each) => each.getBoundingClientRect().left,
        ),
      ),
    );
    expect((mark?.x ?? left) + (mark?.width ?? 0)).toBeLessThanOrEqual(left);
    const marked = textsByPage(await page.pdf({ preferCSSPageSize: true }));
    await page.setContent(html.replace(/<p class="every".*?<\/p>/, ''));
    const bare = textsByPage(await page.pdf({ preferCSSPageSize: true }));
    expect(marked.length).toBe(bare.length);
    expect(marked.map((count, n) => count > (bare[n] ?? 0))).toEqual(marked.map(() => true));
    if (kind === 'session-report') expect(marked.length).toBeGreaterThan(2);
  }
  await page.close();
});

test('sessions of other people come together from files; what the liaison adds never touches them', async () => {
  let page = await liaison.context.newPage();
  for (const [n, file] of files.entries()) {
    await page.goto(liaison.extensionUrl('review.html'));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForURL(`**/review.html#/${sessions[n]}`);
  }
  const before = (await readTable(page, 'imported')).map((row) => row.json);
  await rectify(page, async (dialog) => {
    await dialog.getByText('限期整改').click();
    await dialog.getByLabel('整改措施').fill('=补上导办标识');
    await dialog.getByLabel('责任单位').fill('窗口服务科');
    await dialog.getByLabel('拟整改完成的期限').fill('2031-06-30');
  });
  await expect(page.locator('.pain-card')).toContainText('窗口服务科');
  expect((await readTable(page, 'imported')).map((row) => row.json)).toEqual(before);
  await page.close();

  page = await openForms(liaison);
  await fillHead(page);
  const rows = await readXlsxRows(await exported(page, '导出 Excel（.xlsx）', /\.xlsx$/));
  const [, , , , , measures, state] = rows[4] ?? [];
  // The first file was saved before its walker filled anything in.
  expect(measures).toBe('1.\n2. =补上导办标识（责任单位：窗口服务科）');
  expect(state).toBe('1.\n2. 拟于2031年6月30日前完成');
  // Chosen by a filter that nothing fits, the form is blank and says so.
  await page.getByLabel('不早于').fill('2040-01-01');
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  await page.getByRole('tab', { name: '预览' }).click();
  await expect(page.getByText('没有选择记录，导出的是空白表格')).toBeVisible();
  await page.close();
});

test('the review desk exports what was handed in', async () => {
  await enrolHere(walker, stack.collector);
  expect(await handInHere(walker, sessions[0] ?? '')).toBe(true);
  const page = await walker.context.newPage();
  await page.goto(await stack.collector.createSignInLink());
  await page.getByText('已显示 1 份').waitFor();
  await page.getByRole('button', { name: '导出表格' }).click();
  await fillHead(page);
  const rows = await readXlsxRows(await exported(page, '导出 Excel（.xlsx）', /\.xlsx$/));
  expect(rows[4]?.[5]).toBe('1. 改正指南里的地址（责任单位：信息中心；责任人：王五）');
  await page.getByText('阶段小结').click();
  await page.getByRole('button', { name: '打印或存为 PDF' }).click();
  const paper = page.frameLocator('iframe.form-print');
  await expect(paper.locator('h1')).toContainText('阶段小结');
  await expect(paper.locator('figure img').first()).toBeAttached();
  await page.close();
});

async function rectify(page: Page, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('tab', { name: /痛点/ }).click();
  await page.locator('.pain-card').getByRole('button', { name: '整改' }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
}

async function exported(page: Page, button: string, name: RegExp): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(name);
  const path = join(folder, 'form');
  await download.saveAs(path);
  return new Uint8Array(await readFile(path));
}
