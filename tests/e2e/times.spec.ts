import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import { rowsOf } from '../support/kept-evidence.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { newestSession, openPageAndPanel } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/**
 * What the times of a walk rest on: keys, streams left open, a page that is busy for long, a page nobody looks at, and
 * what is never answered.
 */
const choice = { programme: '辽宁人社走流程（2023）', item: '读者证办理' };
type Row = Record<string, unknown>;
/** A slow answer comes so long after it was asked for, ms. */
const lateMs = 4000;
let portal: Portal;
let browser: ExtensionBrowser;
let streams: Server;
let page: Page;
let panel: Page;
let kept: (table: string) => Promise<Row[]>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  portal = await startPortal({ ports: 'any' });
  streams = createServer((request, response) => {
    // Never answered.
    if (request.url === '/picture' || request.url?.startsWith('/silent')) return;
    // A page whose picture does not come.
    if (request.url === '/slow') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><title>慢</title><img src="/picture" alt="">');
      return;
    }
    response.setHeader('access-control-allow-origin', '*');
    if (request.url === '/late') return void setTimeout(() => response.end(), lateMs);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: 1\n\n');
  });
  await new Promise<void>((resolve) => streams.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser({ extension: builtExtension });
  const opened = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  page = opened.page;
  panel = opened.panel;
  await startWalk(panel, choice);
  const sessionId = await newestSession(panel);
  const reader = await browser.openInOwnWindow('manifest.json');
  kept = (table) => rowsOf(reader, table, sessionId);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
});
test.afterAll(async () => {
  await browser?.close();
  streams?.closeAllConnections();
  streams?.close();
  await portal?.close();
});

const streamsAt = (path: string) => `http://127.0.0.1:${(streams.address() as AddressInfo).port}${path}`;
const callsOf = async (path: string) =>
  (await kept('requests')).filter(({ url }) => String(url).includes(path));
/** Asks for what is never answered; the page does not wait for it. */
const callSilent = (name: string) =>
  page.evaluate((url) => void fetch(url).catch(() => undefined), streamsAt(`/silent/${name}`));

test('typing is told with the stretches in which keys came', async () => {
  const field = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
  await field.click();
  await field.pressSequentially('duzhe', { delay: 300 });
  await page.waitForTimeout(6000);
  await field.pressSequentially('zheng', { delay: 300 });
  await page.mouse.click(3, 3);
  const typed = async () => (await kept('actions')).filter(({ kind }) => kind === 'type');
  await expect.poll(async () => (await typed()).length).toBe(1);
  const [action] = await typed();
  const spans = action?.spans as { from: number; to: number }[];
  expect(spans).toHaveLength(2);
  expect(spans[0]?.from).toBe(action?.at);
  for (const { from, to } of spans) {
    expect(to - from).toBeGreaterThan(900);
    expect(to - from).toBeLessThan(5000);
  }
});

test('a press by the keyboard has its place in the middle of what was pressed', async () => {
  const clicks = async () =>
    (await kept('actions')).filter(({ kind, role }) => kind === 'click' && role === 'link');
  await page
    .getByRole('link')
    .first()
    .evaluate((link: HTMLAnchorElement) => {
      link.addEventListener('click', (event) => event.preventDefault());
      link.focus();
    });
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await clicks()).length).toBe(1);
  const [{ point, rect } = {}] = (await clicks()) as {
    point?: { x: number; y: number };
    rect?: { x: number; y: number; width: number; height: number };
  }[];
  if (!point || !rect) throw new Error('the press has no place');
  expect(Math.abs(point.x - (rect.x + rect.width / 2))).toBeLessThan(1);
  expect(Math.abs(point.y - (rect.y + rect.height / 2))).toBeLessThan(1);
});

test('a stream left open lasts until its answer began, not until the page is left', async () => {
  await page.evaluate(
    (url) =>
      new Promise<void>((resolve) => {
        new EventSource(url).addEventListener('message', () => resolve());
      }),
    streamsAt('/events'),
  );
  await page.waitForTimeout(4000);
  await page.goto(`${portal.origins.portal}/page/about`);
  await expect.poll(async () => (await callsOf('/events')).length).toBe(1);
  const [call] = await callsOf('/events');
  expect(call).toMatchObject({ type: 'xmlhttprequest', error: expect.stringMatching(/ABORTED|FAILED/) });
  expect(call?.duration).toBeLessThan(2000);
  const troubles = (await kept('incidents')).filter(({ url }) => String(url).endsWith('/events'));
  expect(troubles).toEqual([]);
});

test('a page that is left or loaded anew before its load event was waited for until then', async () => {
  const address = `http://127.0.0.1:${(streams.address() as AddressInfo).port}/slow`;
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForTimeout(2500);
  await page.reload({ waitUntil: 'commit' });
  await page.waitForTimeout(3500);
  await page.goto(`${portal.origins.portal}/page/about`);
  const slow = async () =>
    (await kept('visits'))
      .filter(({ url, kind }) => url === address && kind === 'document')
      .sort((a, b) => Number(a.at) - Number(b.at));
  await expect.poll(async () => (await slow()).filter(({ leftMs }) => leftMs !== undefined).length).toBe(2);
  const [first, again] = await slow();
  expect(Math.abs(Number(first?.leftMs) - 2500)).toBeLessThan(1000);
  expect(Math.abs(Number(again?.leftMs) - 3500)).toBeLessThan(1000);
  expect([first?.loadMs, again?.loadMs]).toEqual([undefined, undefined]);
});

test('a page that is busy for half a minute and more did not sleep', async () => {
  test.setTimeout(120_000);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await page.waitForTimeout(1500);
  // A task of the page's own; what a driver evaluates is none.
  await page.evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 33_000;
      while (performance.now() < until);
    });
  });
  await page.waitForTimeout(1500);
  // What a click sends, the gap would have come with or before.
  const before = (await kept('actions')).length;
  await page.mouse.click(3, 3);
  await expect.poll(async () => (await kept('actions')).length).toBe(before + 1);
  expect((await kept('gaps')).filter(({ why }) => why === 'asleep')).toEqual([]);
});

test('what a window asked for that was closed before the answer was waited for until then', async () => {
  const opening = page.context().waitForEvent('page');
  await page.evaluate((url) => void window.open(url, 'asks', 'width=500,height=400'), page.url());
  const asks = await opening;
  await expect(asks.locator('[data-zyb-bar]')).toHaveCount(1);
  await asks.evaluate((url) => void fetch(url).catch(() => undefined), streamsAt('/silent/closed'));
  await page.waitForTimeout(2000);
  await asks.close();
  await expect.poll(async () => (await callsOf('/silent/closed')).length).toBe(1);
  const [call] = await callsOf('/silent/closed');
  expect(call?.duration).toBeGreaterThan(1900);
  expect(call?.duration).toBeLessThan(5000);
});

test('a call that is answered in a pause was waited for until the pause', async () => {
  await page.evaluate((url) => void fetch(url).catch(() => undefined), streamsAt('/late'));
  await page.waitForTimeout(2000);
  await panel.getByRole('button', { name: '暂停', exact: true }).click();
  await panel.getByRole('button', { name: '继续' }).waitFor();
  await page.waitForTimeout(lateMs);
  const [call] = await callsOf('/late');
  expect(call).toMatchObject({ type: 'xmlhttprequest', status: 200 });
  await panel.getByRole('button', { name: '继续' }).click();
  await panel.getByText('正在记录').waitFor();
});

test('what is unanswered when the walk is finished was waited for until then', async () => {
  await callSilent('at-the-end');
  await page.waitForTimeout(4000);
  const before = Date.now();
  await finishWalk(panel, '提交前止步');
  const [call] = await callsOf('/silent/at-the-end');
  expect(call).toMatchObject({ type: 'xmlhttprequest', frame: 0 });
  const ended = Number(call?.at) + Number(call?.duration);
  expect(ended).toBeGreaterThanOrEqual(before);
  const [session] = await kept('sessions');
  expect(ended).toBeLessThanOrEqual(Number(session?.endedAt));
  const waited = (await kept('steps')).map(({ times }) => (times as { waiting: number }).waiting);
  expect(waited.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(4000);
});
