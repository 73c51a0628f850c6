import { createServer, type Server } from 'node:http';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { letterWidth } from '../portal/portal-site/assets-files.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/** A page that rests on style sheets, fonts and pictures is walked; then the portal is gone and another stands there. */
let stack: Stack;
let browser: ExtensionBrowser;
let panel: Page;
let sessionId = '';
let ended = 0;
let impostor: Server;
const asked: string[] = [];
let askedOfPortal: Record<string, number> = {};

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  stack = await startStack();
  browser = await launchBrowser({ extension: builtExtension });
  await enrolHere(browser, stack.collector);
  const { portal } = stack.portal.origins;
  const opened = await openPageAndPanel(browser, `${portal}/page/about`);
  panel = opened.panel;
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' });
  const { page } = opened;
  await page.goto(`${portal}/assets-page`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.locator('#more').click();
  await expect(page.locator('#late')).toBeVisible();
  await page.locator('#switch').click();
  await expect(page.locator('.themed')).toHaveCSS('color', 'rgb(30, 20, 10)');
  await page.screenshot({ path: test.info().outputPath('page.png'), fullPage: true });
  await expect
    .poll(async () => {
      const rows = await readTable(panel, 'streamAssets');
      return rows.length < 10
        ? 'few'
        : rows.filter(({ why }) => why === 'not-finished').map(({ url }) => url);
    })
    .toEqual([]);
  const { port } = new URL(portal);
  askedOfPortal = await (await fetch(`http://127.0.0.1:${port}/assets-page/asked`)).json();
  ended = Date.now();
  await finishWalk(panel, '提交前止步');
  sessionId = await newestSession(panel);
  expect(await handInHere(browser, sessionId)).toBe(true);
  await stack.portal.close();
  impostor = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/css' }).end('* { color: red !important }');
  });
  await new Promise<void>((resolve) => impostor.listen(Number(port), '127.0.0.1', resolve));
});

test.afterAll(async () => {
  await browser?.close();
  impostor?.closeAllConnections();
  impostor?.close();
  await stack?.collector.close();
});

test('each asset is one object, and the ones that may not be kept are named with the reason', async () => {
  const rows = await readTable(panel, 'streamAssets');
  const [session] = (await readTable(panel, 'sessions')).filter(({ id }) => id === sessionId);
  const assets = session?.assets as { kind: string; url: string; object?: string; why: string }[];
  const kept = assets.filter(({ object }) => object);
  expect(new Set(kept.map(({ object }) => object)).size).toBe(kept.length);
  const paths = (list: typeof assets) => list.map(({ url }) => url.replace(/^.*\/assets-page\//, ''));
  for (const path of ['img/plain.png', 'img/hero.png?v=_', 'img/deep.gif', 'img/drawn.svg', 'font/box.ttf'])
    expect(paths(kept)).toContain(path);
  const failed = assets.filter(({ why }) => why === 'failed');
  expect(paths(failed)).toEqual(expect.arrayContaining(['img/lost.png', 'gone.css']));
  expect(assets.some(({ why }) => why === 'not-allowed')).toBe(true);
  const written = JSON.stringify([rows, assets]);
  expect(written, 'addresses are redacted before they are written down').not.toContain('abc123');
  expect(written).not.toContain('face.png');
});

test('what must not be asked for twice was not, and our own requests are no part of the walk', async () => {
  expect(askedOfPortal.captcha).toBe(1);
  expect(askedOfPortal.once, 'once by the page, once by us').toBe(2);
  expect(askedOfPortal['face.png']).toBe(1);
  const incidents = await readTable(panel, 'incidents');
  expect(incidents.filter(({ url }) => String(url).endsWith('img/lost.png'))).toHaveLength(1);
});

test('on the review page the replay looks as the page did, without a request', async () => {
  await holdReplay((at) => browser.extensionUrl(`review.html#/${sessionId}?at=${at}`), 'review');
});

test('on the review desk the replay looks as the page did, without a request', async () => {
  const page = await browser.context.newPage();
  await page.goto(await stack.collector.createSignInLink());
  await page.close();
  await holdReplay((at) => `${stack.collector.url}/#/reports/${sessionId}?at=${at}`, 'desk');
});

test('an asset downloaded from the collector is data, never a page', async () => {
  const page = await browser.context.newPage();
  await page.goto(await stack.collector.createSignInLink());
  const [session] = (await readTable(panel, 'sessions')).filter(({ id }) => id === sessionId);
  const drawn = ((session?.assets ?? []) as { url: string; object: string }[]).find(({ url }) =>
    url.endsWith('drawn.svg'),
  );
  const answer = await page.request.get(`${stack.collector.url}/api/objects/${drawn?.object}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer.headers()['content-security-policy']).toContain('sandbox');
  expect(answer.headers()['content-disposition']).toBe('attachment');
  await page.close();
});

async function holdReplay(address: (at: number) => string, name: string): Promise<void> {
  const reader = await browser.context.newPage();
  await reader.setViewportSize({ width: 1600, height: 1000 });
  const outside: string[] = [];
  reader.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(stack.collector.url))
      outside.push(request.url());
  });
  await reader.goto(address(ended));
  await expect(reader.locator('.replay-stage')).toHaveAttribute('data-status', 'ready');
  const frame = await shownFrame(reader);
  await frame.evaluate(() => document.fonts.ready.then(() => undefined));
  await reader
    .locator('.replay-container iframe')
    .last()
    .screenshot({ path: test.info().outputPath(`${name}.png`) });

  const css = (selector: string, property: string) =>
    frame.evaluate(
      ([at, what]) =>
        getComputedStyle(document.querySelector(at as string) as Element).getPropertyValue(what as string),
      [selector, property],
    );
  expect(await css('body', 'background-color'), 'imported from imported sheet').toBe('rgb(1, 128, 3)');
  expect(await css('.themed', 'color'), 'a sheet switched on the way').toBe('rgb(30, 20, 10)');
  expect(await css('.once', 'color'), 'a sheet that its server gave out once').toBe('rgb(7, 77, 177)');
  expect(
    await frame.evaluate(
      () => getComputedStyle(document.querySelector('.old-words') as Element, '::after').content,
    ),
  ).toBe('"办理"');
  for (const selector of ['.hero', '.drawn', '.deep', '.long', '#inline', 'table'])
    expect(await css(selector, 'background-image'), selector).toMatch(/blob:/);
  const widths = await frame.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('img')].map((image) => [
        image.id,
        image.complete ? image.naturalWidth : -1,
      ]),
    ),
  );
  expect(widths).toMatchObject({ plain: 24, drawn: 24, written: 24, late: 24 });
  const missing = await frame.evaluate(() =>
    ['captcha', 'face', 'lost'].map((id) => document.getElementById(id)?.getAttribute('src') ?? ''),
  );
  const [lost] = missing.splice(2);
  for (const src of missing) expect(src).toMatch(/^data:image\/svg\+xml/);
  expect(lost, 'it did not come to the page either').toBe('data:,');
  const wide = await frame.evaluate(
    () => document.getElementById('boxed')?.getBoundingClientRect().width ?? 0,
  );
  expect(wide, 'drawn with the font of the page').toBeGreaterThan((4 * 20 * letterWidth) / 1000 - 2);
  expect(outside, 'a replay makes no request').toEqual([]);
  expect(asked, 'nobody asks what now stands in the place of the portal').toEqual([]);
  await reader.close();
}

/** The frame that the stage shows. */
async function shownFrame(reader: Page): Promise<Frame> {
  const handle = await reader.locator('.replay-container iframe').last().elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('no frame is shown');
  return frame;
}
