import { expect, type Page, test } from '@playwright/test';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import type { Place } from '../portal/walks/walk.ts';
import { differingShare } from '../support/compare-pictures.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { makeScriptedWalk } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';

/**
 * The places at which the replay is held against the page: every page of the portal, steps inside the cross-origin
 * wizard, the frameset site and its popup. Not the login host, of which nothing is recorded, and no native dialog.
 */
const places: Place[] = [
  'home', 'search', 'guide', 'wizard-1', 'wizard-2', 'validation', 'wizard-4', 'wizard-5', 'wizard-6', 'submitted', 'my',
  'rate', 'rated', 'old-login', 'old-main', 'transfer', 'popup',
];

/**
 * Tolerated: cells of a 64 x 40 grid whose mean colour differs by more than 48/255. Masked words, bullets, pictures
 * (not frozen yet) and the recorder's own bar account for them; a missing iframe, stylesheet or popup is far above.
 */
const toleratedShare = 0.08;

type Seen = { place: Place; at: number; picture: Buffer };
let stack: Stack;
let browser: ExtensionBrowser;
let seen: Seen[] = [];
let sessionId = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  stack = await startStack();
  browser = await launchBrowser({ extension: builtExtension });
  await enrolHere(browser, stack.collector);
  const look = async (place: Place, page: Page) => {
    if (!places.includes(place) || seen.some((each) => each.place === place)) return;
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    // The state on the screen has been there since before the picture was asked for.
    seen.push({ place, at: Date.now(), picture });
  };
  const walk = await makeScriptedWalk(browser, stack.portal, { at: look });
  sessionId = walk.sessionId;
  expect(await handInHere(browser, sessionId)).toBe(true);
  await stack.portal.close();
});

test.afterAll(async () => {
  await browser?.close();
  await stack?.collector.close();
});

test('every place of the walk was seen', () => {
  expect(seen.map((each) => each.place).toSorted()).toEqual([...places].toSorted());
});

test('with the portal switched off the replay on the review page looks like the page did, iframes included', async () => {
  test.setTimeout(240_000);
  await holdAgainst((at) => browser.extensionUrl(`review.html#/${sessionId}?at=${at}`));
});

test('with the portal switched off the replay on the review desk looks like the page did, iframes included', async () => {
  test.setTimeout(240_000);
  const page = await browser.context.newPage();
  await page.goto(await stack.collector.createSignInLink());
  await page.close();
  await holdAgainst((at) => `${stack.collector.url}/#/reports/${sessionId}?at=${at}`);
});

test('the comparison tells a page from another one, and a wizard from its empty iframe', async () => {
  const blank = await browser.context.newPage();
  await blank.goto('about:blank');
  const of = (place: Place) => seen.find((each) => each.place === place)?.picture ?? Buffer.alloc(0);
  for (const [one, other] of [['home', 'guide'], ['wizard-2', 'wizard-5'], ['old-main', 'transfer']] as const) {
    expect(await differingShare(blank, of(one), of(other)), `${one} and ${other}`).toBeGreaterThan(toleratedShare);
  }
  await blank.close();
});

async function holdAgainst(address: (at: number) => string): Promise<void> {
  const comparing = await browser.context.newPage();
  await comparing.goto('about:blank');
  const reader = await browser.context.newPage();
  await reader.setViewportSize({ width: 1600, height: 1000 });
  const outside: string[] = [];
  reader.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(stack.collector.url)) outside.push(url);
  });
  const shares: Record<string, number> = {};
  for (const { place, at, picture } of seen) {
    await reader.goto('about:blank');
    await reader.goto(address(at));
    await expect(reader.locator('.replay-stage'), place).toHaveAttribute('data-status', 'ready');
    const frame = reader.locator('.replay-container iframe').last();
    await frame.waitFor();
    await reader.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const replayed = await frame.screenshot({ animations: 'disabled' });
    shares[place] = await differingShare(comparing, picture, replayed);
    if ((shares[place] ?? 0) > 0.1) { (await import('node:fs')).writeFileSync('/tmp/cmp-' + place + '-a.png', picture); (await import('node:fs')).writeFileSync('/tmp/cmp-' + place + '-b.png', replayed); }
    await test.info().attach(`${place} page`, { body: picture, contentType: 'image/png' });
    await test.info().attach(`${place} replay`, { body: replayed, contentType: 'image/png' });
  }
  console.log(Object.entries(shares).map(([place, share]) => `${place} ${(share * 100).toFixed(1)} %`).join(', '));
  expect(outside, 'a replay makes no request').toEqual([]);
  expect(Object.entries(shares).filter(([, share]) => share > toleratedShare)).toEqual([]);
  await reader.close();
  await comparing.close();
}
