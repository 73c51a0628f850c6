import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { checksByStep, type PageCheck } from '../../lib/model/page-check.ts';
import { SessionReport } from '../../lib/model/report.ts';
import type { Visit } from '../../lib/model/visit.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import type { Place } from '../portal/walks/walk.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { untilRecorded } from '../support/planted-walks.ts';
import { walkReemployment } from '../support/portal-walk.ts';
import { readXlsxRows } from '../support/read-forms.ts';
import { readReport } from '../support/read-report.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/** Accessibility and elder-friendliness: what is seen on a page, and the page of each step by itself. Informal. */
let portal: Portal;
let browser: ExtensionBrowser;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension });
});
test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

type Checked = Pick<PageCheck, 'took' | 'longest' | 'results'>;

/** Puts a body into an empty page and looks at it with the script that the extension brings into pages. */
async function look(body: string, head = '<title>t</title>'): Promise<Record<string, number | null>> {
  const page = await browser.context.newPage();
  await page.goto(`${portal.origins.portal}/icons/none`);
  await page.setContent(`<!doctype html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`);
  const script = await readFile(join(builtExtension, 'check-page.js'), 'utf8');
  const checked = await page.evaluate<Checked>(script);
  await page.close();
  expect(checked.longest).toBeLessThanOrEqual(checked.took);
  return Object.fromEntries(checked.results.map(({ check, count }) => [check, count]));
}

test('a page without fault fails nothing, and what it does not have is not counted', async () => {
  const found = await look(`<a href="#">长辈版</a><h1>办事</h1>
    <label>姓名 <input></label><p style="font-size:16px;line-height:1.6">办理时请带好本人的身份证件和户口簿原件。</p>
    <button style="width:60px;height:48px">提交</button>`);
  expect(Object.entries(found).filter(([, count]) => count !== 0 && count !== null)).toEqual([]);
  for (const check of ['captcha-alternative', 'colour-alone', 'media-controls'])
    expect([check, found[check]]).toEqual([check, null]);
});

test('each kind the elder-friendly specification names is seen where it is planted', async () => {
  const found = await look(
    `<img src="data:," width="20" height="20"><input id="bare"><p style="color:#999;background:#aaa">办理时请带好本人的身份证件和户口簿原件。</p>
    <button></button><iframe src="about:blank"></iframe><span tabindex="3">先到这里</span>
    <div onclick="1">查进度</div><div style="cursor:pointer">下一步</div>
    <p style="font-size:12px;line-height:1.1">办理时请带好本人的身份证件和户口簿原件，工作日上班时间到窗口。</p>
    <button style="width:20px;height:20px">交</button>
    <img alt="验证码" src="data:," width="80" height="30">
    <div style="position:fixed;right:0;top:0;width:200px;height:200px"><img src="data:," width="200" height="200"><a href="#">广告</a></div>
    <div class="el-form-item is-error"><input aria-label="电话"></div>
    <video src="data:," width="200" height="100"></video>`,
    '<meta name="viewport" content="width=device-width,user-scalable=no">',
  );
  const seen = [
    'images',
    'labels',
    'contrast',
    'names',
    'language',
    'frames',
    'tab-order',
    'zoom',
    'keyboard',
    'line-height',
    'small-targets',
    'small-text',
    'elder-entry',
    'captcha-alternative',
    'floating-boxes',
    'colour-alone',
    'media-controls',
  ];
  expect(seen.filter((check) => !found[check])).toEqual([]);
  // By its author's word and by the pointer alone.
  expect(found.keyboard).toBe(2);
});

test('a wrong field with words beside it, a film with controls and a label under the pointer are no faults', async () => {
  const found = await look(`<a href="#">无障碍</a>
    <div class="el-form-item is-error"><input aria-label="电话"><div class="el-form-item__error">请填写电话</div></div>
    <label>邮箱 <input aria-invalid="true" aria-describedby="why"></label><span id="why">格式不对</span>
    <label style="cursor:pointer"><input type="checkbox"> 同意</label>
    <a href="#" style="cursor:pointer"><span style="cursor:pointer">去办理</span></a>
    <video controls src="data:," width="200" height="100"></video>`);
  expect(found).toMatchObject({ 'colour-alone': 0, 'media-controls': 0, keyboard: 0 });
});

let panel: Page;
let sessionId: string;
const looked = new Map<Place, PageCheck>();

test('with the switch in the start form, each step’s page is checked once the hand rests, a form in its own frame', async () => {
  test.setTimeout(300_000);
  const opened = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  panel = opened.panel;
  await expect(panel.getByLabel('每个步骤停手后检查页面易用性')).not.toBeChecked();
  await panel.getByLabel('每个步骤停手后检查页面易用性').check();
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' });
  /** Where the walker rests, and what the address or the form's step says there. */
  const rests: Partial<Record<Place, RegExp>> = {
    home: /\/ $/,
    guide: /\/guide\//,
    'wizard-1': /办理须知/,
    'wizard-2': /申请人信息/,
  };
  await walkReemployment(opened.page, portal.origins, {
    at: async (place, page) => {
      if (!page.url().includes('login')) await untilRecorded(place, page);
      const here = rests[place];
      if (!here || looked.has(place)) return;
      const find = async () => {
        const visits = (await readTable(panel, 'visits')) as unknown as Visit[];
        const ids = visits.filter(({ url, wizardStep }) => here.test(`${url} ${wizardStep ?? ''}`));
        const checks = (await readTable(panel, 'pageChecks')) as unknown as PageCheck[];
        return checks.find(({ visitId }) => ids.some(({ id }) => id === visitId));
      };
      await expect.poll(find, { message: place, timeout: 40_000 }).toBeTruthy();
      looked.set(place, (await find()) as PageCheck);
    },
  });
  await finishWalk(panel, '已真实提交');
  sessionId = await newestSession(panel);
  expect(looked.get('home')).toMatchObject({ frame: 0, why: 'step' });
  for (const place of ['wizard-1', 'wizard-2'] as const) {
    expect(looked.get(place)?.frame).not.toBe(0);
    const asked = looked.get(place)?.results.map(({ check }) => check);
    expect(asked).not.toContain('elder-entry');
    expect(asked).toContain('labels');
  }
});

test('the report says of which step each check is, never of a login page, and no page twice', async () => {
  const report = SessionReport.parse(await readReport(browser, sessionId));
  expect(report.session.pageChecks).toBe('at-rest');
  const groups = checksByStep(report.steps, report.pageChecks).filter(({ checks }) => checks.length > 0);
  expect(groups.every(({ step }) => step && !step.identity)).toBe(true);
  expect(groups.length).toBeGreaterThanOrEqual(4);
  const visits = new Map(report.visits.map((visit) => [visit.id, visit]));
  const places = report.pageChecks.map(({ visitId }) => {
    const visit = visits.get(visitId ?? '');
    return `${visit?.url.split('?')[0]} ${visit?.wizardStep ?? ''}`;
  });
  expect(new Set(places).size).toBe(places.length);
  // The wizard's steps are told apart by their own names.
  expect(places.filter((place) => /申请人信息|办理须知/.test(place)).length).toBeGreaterThanOrEqual(2);
  for (const { took, longest } of report.pageChecks) expect(longest).toBeLessThanOrEqual(took);
});

test('the review page groups them by step, marked informal, and counts their time as recorder cost', async () => {
  const review = await browser.context.newPage();
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await review.getByRole('tab', { name: /^易用/ }).click();
  await expect(review.getByText('非正式检测').first()).toBeVisible();
  const checked = review.locator('.step-checks[data-checked="true"]');
  await expect(checked.first().locator('h3')).toContainText('步骤：');
  expect(await checked.count()).toBeGreaterThanOrEqual(4);
  await expect(review.locator('.page-checks-sum')).toContainText('计入记录开销');
  await expect(review.locator('.step-checks').filter({ hasText: '登录页不检查' }).first()).toBeVisible();
  await review.screenshot({ path: test.info().outputPath('checks.png') });
  await review.getByRole('tab', { name: '缺口与覆盖' }).click();
  await expect(review.locator('.coverage-facts')).toContainText('其中易用检查');

  await review.getByRole('button', { name: '导出表格' }).click();
  await review.getByText('走流程情况报告').click();
  const [download] = await Promise.all([
    review.waitForEvent('download'),
    review.getByRole('button', { name: '导出 Excel（.xlsx）' }).click(),
  ]);
  const rows = await readXlsxRows(new Uint8Array(await readFile(await download.path())), '易用检查');
  expect(rows.flat().join(' ')).toContain('非正式检测');
  expect(rows.filter((row) => /\d处/.test(row[2] ?? '')).length).toBeGreaterThan(0);
  await review.close();
});
