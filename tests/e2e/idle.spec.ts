import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { reemployment } from '../portal/items/reemployment.ts';
import { startPortal } from '../portal/start-portal.ts';
import { login } from '../portal/walks/find-and-login.ts';
import { createWalker } from '../portal/walks/walker.ts';
import { describeNatives, wrappedOf } from '../support/describe-natives.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { watchContexts } from '../support/script-contexts.ts';
import { openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

const choice = { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' };
let portal: Portal;
let browser: ExtensionBrowser;
let plain: Browser;
let extension = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension });
  extension = new URL(browser.extensionUrl('')).host;
  plain = await chromium.launch({
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
});

test.afterAll(async () => {
  await browser?.close();
  await plain?.close();
  await portal?.close();
});

test('before any session no page and no frame of it holds anything of ours', async () => {
  const page = await browser.context.newPage();
  await expectNothingOfOurs(page);
  await page.close();
});

test('before any session nothing is registered and nothing is kept', async () => {
  expect(await registered()).toEqual([]);
  const manifest = await (await browser.worker()).evaluate(() => chrome.runtime.getManifest());
  expect(manifest.content_scripts).toBeUndefined();
  expect(manifest.web_accessible_resources).toBeUndefined();
  const panel = await browser.openInOwnWindow('popup.html');
  for (const table of ['sessions', 'visits', 'actions', 'requests', 'incidents', 'streams', 'batches']) {
    expect(await readTable(panel, table), table).toEqual([]);
  }
  await panel.close();
});

test('while a session is open a tab outside it gets no bar, no rows, and its natives back', async () => {
  const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  const inside = await watchContexts(page);
  await keepDescriptors(page);
  await startWalk(panel, choice);

  // What the assertions below call absent is really there in the tab of the session.
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await expect.poll(async () => inside.belongingTo(extension, await inside.all()).length).toBeGreaterThan(0);
  expect(wrappedOf(await describeNatives(page))).toEqual(
    expect.arrayContaining(['input.value', 'window.alert', 'sheet.insertRule']),
  );
  expect(await changedSinceKept(page)).toEqual(
    expect.arrayContaining(['input.value', 'window.alert', 'sheet.insertRule']),
  );

  const outside = await browser.context.newPage();
  await outside.goto(`${portal.origins.portal}/`);
  const address = `${portal.origins.portal}/search?q=outside`;
  await outside.locator('#home-search').fill('失业');
  await outside.goto(address);
  await outside.waitForFunction(
    () => (window as unknown as Record<symbol, boolean>)[Symbol.for('zyb.hints')] !== true,
  );
  expect(wrappedOf(await describeNatives(outside))).toEqual([]);
  await outside.evaluate(() => {
    setTimeout(() => {
      throw new Error('thrown outside the session');
    });
  });
  await outside.evaluate(() => fetch('/no-such-page'));
  await outside.locator('body').click({ position: { x: 5, y: 5 } });
  await expect(outside.locator('[data-zyb-bar]')).toHaveCount(0);
  const outsideTab = await tabAt(address);

  // Something done in the session afterwards is kept, so what was done outside had its time to arrive.
  await page.bringToFront();
  await page.locator('#home-search').click();
  await page.locator('.banner-search button').click();
  await page.waitForURL('**/search?*');
  await expect.poll(async () => (await readTable(panel, 'actions')).length).toBeGreaterThan(1);
  await expect.poll(async () => (await readTable(panel, 'streams')).length).toBeGreaterThan(1);
  for (const table of ['visits', 'actions', 'requests', 'incidents', 'streams', 'screenshots', 'gaps']) {
    const rows = await readTable(panel, table);
    expect(
      rows.filter((row) => row.tab === outsideTab),
      table,
    ).toEqual([]);
    expect(JSON.stringify(rows), table).not.toMatch(/outside|no-such-page/);
  }
  const [session] = await readTable(panel, 'sessions');
  expect(session?.tabs).not.toContain(outsideTab);
  await outside.close();

  await finishWalk(panel, '提交前止步');
  await panel.close();
});

test('after a finished session the walked page is as it was, without a reload', async () => {
  const page = browser.context.pages()[0] as Page;
  await page.goto(`${portal.origins.portal}/`);
  const { panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  await keepDescriptors(page);
  await startWalk(panel, choice);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await finishWalk(panel, '提交前止步');
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(0);
  expect(await changedSinceKept(page)).toEqual([]);
  expect(wrappedOf(await describeNatives(page))).toEqual([]);
  expect(await page.evaluate(() => Symbol.for('zyb.hints') in window)).toBe(false);
  await panel.close();
});

test('after finished sessions nothing is registered and no new page holds anything of ours', async () => {
  expect(await registered()).toEqual([]);
  const page = await browser.context.newPage();
  await expectNothingOfOurs(page);
  await page.close();
});

const registered = async () =>
  (await browser.worker()).evaluate(() => chrome.scripting.getRegisteredContentScripts());

const tabAt = async (address: string) =>
  (await browser.worker()).evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
    address,
  );

/** Home, guide and the wizard in its iframe of another origin, each held against the same page without the extension. */
async function expectNothingOfOurs(page: Page): Promise<void> {
  const bare = await (await plain.newContext({ locale: 'zh-CN' })).newPage();
  const contexts = await watchContexts(page);
  for (const path of ['/', `/guide/${reemployment.code}`, `/handle/${reemployment.code}`]) {
    const [ours, theirs] = [await framesAt(page, path), await framesAt(bare, path)];
    const all = await contexts.all();
    expect(ours.map(({ url }) => url)).toEqual(theirs.map(({ url }) => url));
    expect(contexts.belongingTo(extension, all), path).toEqual([]);
    // The page's own worlds are among them: the silence above is not deafness.
    for (const { url } of ours) expect(all.map(({ origin }) => origin)).toContain(new URL(url).origin);
    expect(
      ours.map(({ natives }) => natives),
      path,
    ).toEqual(theirs.map(({ natives }) => natives));
    for (const { natives } of ours) expect(natives).toMatchObject({ hints: false, bars: 0, attributes: [] });
    for (const { natives } of ours) expect(wrappedOf(natives)).toEqual([]);
  }
  await bare.context().close();
}

/** Goes there, logging in where that is asked, and describes every frame; `url` without its parameters. */
async function framesAt(page: Page, path: string) {
  await page.goto(`${portal.origins.portal}${path}`);
  if (path.startsWith('/handle/')) {
    if (page.url().includes('/login')) await login(createWalker(page), 'right');
    await page.waitForURL('**/handle/*');
    await page.frameLocator('#formiframe').locator('.el-steps').waitFor();
  }
  const frames = page.frames().filter((frame) => /^https?:/.test(frame.url()));
  if (path.startsWith('/handle/'))
    expect(new Set(frames.map((frame) => new URL(frame.url()).origin)).size).toBe(2);
  const tell = async (frame: (typeof frames)[number]) => ({
    url: frame.url().split('?')[0] ?? '',
    natives: await describeNatives(frame),
  });
  return Promise.all(frames.map(tell));
}

type Kept = { zybTestKept?: Record<string, PropertyDescriptor | undefined> };

/** Keeps the descriptors themselves in the page, for a comparison by identity. */
async function keepDescriptors(page: Page): Promise<void> {
  await page.evaluate(() => {
    const of = (owner: object, name: string) => Object.getOwnPropertyDescriptor(owner, name);
    (window as Kept).zybTestKept = {
      'input.value': of(HTMLInputElement.prototype, 'value'),
      'input.checked': of(HTMLInputElement.prototype, 'checked'),
      'textarea.value': of(HTMLTextAreaElement.prototype, 'value'),
      'select.value': of(HTMLSelectElement.prototype, 'value'),
      'window.alert': of(window, 'alert'),
      'window.confirm': of(window, 'confirm'),
      'sheet.insertRule': of(CSSStyleSheet.prototype, 'insertRule'),
      'sheet.deleteRule': of(CSSStyleSheet.prototype, 'deleteRule'),
      'style.setProperty': of(CSSStyleDeclaration.prototype, 'setProperty'),
      'element.attachShadow': of(Element.prototype, 'attachShadow'),
      'document.adoptedStyleSheets': of(Document.prototype, 'adoptedStyleSheets'),
    };
  });
}

/** Names of those whose parts or flags are not the very same any more. */
async function changedSinceKept(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const owners: Record<string, object> = {
      input: HTMLInputElement.prototype,
      textarea: HTMLTextAreaElement.prototype,
      select: HTMLSelectElement.prototype,
      window,
      sheet: CSSStyleSheet.prototype,
      style: CSSStyleDeclaration.prototype,
      element: Element.prototype,
      document: Document.prototype,
    };
    return Object.entries((window as Kept).zybTestKept ?? {})
      .filter(([path, before]) => {
        const [owner = '', name = ''] = path.split('.');
        const now = Object.getOwnPropertyDescriptor(owners[owner] ?? {}, name);
        const keys = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable'] as const;
        return keys.some((key) => now?.[key] !== before?.[key]);
      })
      .map(([path]) => path);
  });
}
