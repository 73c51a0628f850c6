import { type Browser, expect, type Page, test } from '@playwright/test';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { fidelityPages } from '../portal/fidelity-site/routes.ts';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';
import { openOldChromium } from '../support/old-chromium.ts';
import { type RecordedHere, recordWithoutExtension } from '../support/record-without-extension.ts';
import { newestSession } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** Offices have forks as old as Chromium 102: what runs in pages and what plays them, in a browser of that age. */
test.describe.configure({ mode: 'serial' });

let old: Browser;
let stack: Stack;
let walk: FidelityWalk;
let sessionId: string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  old = await openOldChromium();
  stack = await startStack();
  walk = await startFidelityWalk();
  await enrolHere(walk.browser, stack.collector);
  await walk.changes('dialog', 'change()', 'changeAgain()');
  await walk.open('mixed');
  await walk.note('mixed');
  await walk.open('popovers');
  await walk.note('popovers');
  await walk.finish();
  sessionId = await newestSession(walk.panel);
  expect(await handInHere(walk.browser, sessionId)).toBe(true);
});

test.afterAll(async () => {
  await old?.close();
  await walk?.close();
  await stack?.close();
});

const SNAPSHOT = 2;
const restMs = 400;
const typed = 'qzxjkv';
/** They send the visitor on as soon as they are read. */
const passedThrough = new Set(['refresh', 'replace']);

async function recordedPage(): Promise<{ page: Page; recorded: RecordedHere }> {
  const page = await old.newPage({ locale: 'zh-CN' });
  return { page, recorded: await recordWithoutExtension(page) };
}

test('records every page of the set, and nothing of it breaks off', async () => {
  test.setTimeout(240_000);
  const names = Object.keys(fidelityPages(stack.portal.origins));
  const { page, recorded } = await recordedPage();
  for (const name of names) {
    await page.goto(`${stack.portal.origins.portal}/fidelity/${name}`);
    await page.waitForTimeout(restMs);
  }
  await page.goto('about:blank');
  await page.waitForTimeout(restMs);
  await page.close();
  const told = new Set(
    recorded.batches
      .filter(({ content }) => (content.events as { type: number }[]).some(({ type }) => type === SNAPSHOT))
      .map(({ url }) => new URL(url).pathname),
  );
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !passedThrough.has(name) && !told.has(`/fidelity/${name}`))).toEqual([]);
  const gaps = recorded.batches.flatMap(({ url, content }) =>
    content.gaps.filter(({ why }) => why === 'recorder-stopped').map(({ detail }) => `${url} ${detail}`),
  );
  expect(gaps).toEqual([]);
  // Some pages of the set throw by themselves; what they throw names them.
  expect(recorded.thrown.filter((each) => !each.includes('/fidelity/'))).toEqual([]);
});

test('tells what was typed into, by what it is called, and not what was typed', async () => {
  const { page, recorded } = await recordedPage();
  await page.goto(`${stack.portal.origins.portal}/fidelity/mixed`);
  await page.waitForTimeout(restMs);
  await page.evaluate("document.querySelector('#q').focus()");
  await page.keyboard.type(typed);
  await page.keyboard.press('Tab');
  await page.waitForTimeout(restMs);
  await page.goto('about:blank');
  await page.waitForTimeout(restMs);
  await page.close();
  const actions = recorded.batches.flatMap(({ content }) => content.actions);
  expect(actions).toMatchObject([{ kind: 'type', label: '找' }]);
  expect(JSON.stringify(recorded.batches)).not.toContain(typed);
});

test('knows a dialog over the page from one that stands in it', async () => {
  const { page, recorded } = await recordedPage();
  await page.goto(`${stack.portal.origins.portal}/fidelity/dialog`);
  await page.waitForTimeout(restMs);
  await page.evaluate('change()');
  await page.waitForTimeout(restMs);
  await page.goto(`${stack.portal.origins.portal}/fidelity/mixed`);
  await page.waitForTimeout(restMs);
  await page.close();
  const text = JSON.stringify(recorded.batches);
  expect(text.match(/"rr_open_mode":"[a-z-]+"/g)).toEqual(
    expect.arrayContaining(['"rr_open_mode":"modal"', '"rr_open_mode":"non-modal"']),
  );
});

test('plays a walk on the review desk, dialogs over the page with what lies behind them, and popovers that are open', async () => {
  test.setTimeout(120_000);
  const desk = await old.newPage({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
  const complaints: string[] = [];
  desk.on('pageerror', (error) => complaints.push(String(error)));
  desk.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await desk.goto(await stack.collector.createSignInLink());
  const look = async (name: string) => {
    const at = Math.round(walk.moment(name));
    await desk.evaluate((to) => {
      location.hash = to;
    }, `#/reports/${sessionId}?at=${at}`);
    await desk.reload();
    await desk.waitForFunction(() => document.querySelector('.replay-stage[data-status=ready]'));
    return desk.evaluate(() => {
      const frame = [...document.querySelectorAll<HTMLIFrameElement>('.replay-container iframe')].at(-1);
      const dialog = frame?.contentDocument?.querySelector('dialog');
      const words = frame?.contentDocument?.body?.innerText ?? '';
      return {
        open: dialog?.open,
        backdrop: dialog ? getComputedStyle(dialog, '::backdrop').width : '',
        words: words.slice(0, 200),
      };
    });
  };
  const before = await look('dialog before');
  expect(before).toMatchObject({ open: false, backdrop: 'auto' });
  const opened = await look('dialog change()');
  expect(opened).toMatchObject({ open: true, backdrop: expect.stringMatching(/px$/) });
  expect(opened.words).toContain('请确认信息');
  expect(await look('dialog changeAgain()')).toMatchObject({ open: false, backdrop: 'auto' });
  const mixed = await look('mixed');
  expect(mixed).toMatchObject({ open: true, backdrop: 'auto' });
  expect(mixed.words).toContain('什么都有一点');
  const popovers = await look('popovers');
  expect(popovers.words).toContain('一来就开的');
  expect(popovers.words).not.toContain('弹出的菜单');
  await desk.close();
  expect(complaints).toEqual([]);
});
