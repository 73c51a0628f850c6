import { stripTypeScriptTypes } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { parse } from '@puppeteer/replay';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { problemsOf } from '../support/check-har.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { walkClean } from '../support/portal-walk.ts';
import { saveExports } from '../support/read-report.ts';
import { newestSession, openPageAndPanel } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/** The forms for other tools, saved where the walker looks a record over and where a reviewer does. */
let stack: Stack;
let browser: ExtensionBrowser;
let sessionId: string;
let saved: Awaited<ReturnType<typeof saveExports>>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  stack = await startStack();
  browser = await launchBrowser({ extension: builtExtension });
  await enrolHere(browser, stack.collector);
  const { page, panel } = await openPageAndPanel(browser, `${stack.portal.origins.portal}/`);
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '公共图书馆“读者证”申领' });
  await walkClean(page, stack.portal.origins, {});
  await finishWalk(panel, '已真实提交');
  sessionId = await newestSession(panel);
  expect(await handInHere(browser, sessionId)).toBe(true);
});

test.afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** Each file can be read by what it is meant for, and holds the walk. */
function expectSound(files: typeof saved): void {
  expect(files.map(({ name }) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual(
    ['json', 'spec.ts', 'har'].map((ending) => `走流程_公共图书馆“读者证”申领_DAY.${ending}`),
  );
  const [recording = '', script = '', network = ''] = files.map(({ text }) => text);
  const { steps } = parse(JSON.parse(recording));
  expect(steps.filter(({ type }) => type === 'change').length).toBeGreaterThan(1);
  expect(() => stripTypeScriptTypes(script, { mode: 'strip' })).not.toThrow();
  expect(script).toContain('await test.step(');
  const har = JSON.parse(network);
  expect(problemsOf(har)).toEqual([]);
  expect(har.log.entries.length).toBeGreaterThan(0);
}

test('the review page saves a recording, a test and the requests, each of which its tool reads', async () => {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  saved = await saveExports(page);
  await page.close();
  expectSound(saved);
});

async function openDesk(): Promise<Page> {
  const desk = await browser.context.newPage();
  await desk.goto(await stack.collector.createSignInLink());
  await desk.goto(`${stack.collector.url}/#/reports/${sessionId}`);
  return desk;
}

test('the review desk saves the same files, without a word of complaint', async () => {
  const desk = await openDesk();
  const complaints: string[] = [];
  desk.on('pageerror', (error) => complaints.push(String(error)));
  desk.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const files = await saveExports(desk);
  await desk.close();
  expectSound(files);
  expect(files).toEqual(saved);
  expect(complaints).toEqual([]);
});

test('the desk’s menu is worked by keys alone', async () => {
  const desk = await openDesk();
  const button = desk.getByRole('button', { name: /^导\s?出$/ });
  await button.focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('menuitem').first()).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await expect(desk.getByRole('menuitem', { name: 'Playwright 测试' })).toBeFocused();
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.spec\.ts$/);
  await desk.close();
});
