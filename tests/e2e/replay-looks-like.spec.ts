import { expect, type Frame, type Page, test } from '@playwright/test';
import { redactText } from '../../lib/redact/index.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { personalValues } from '../portal/people.ts';
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
  'home',
  'search',
  'guide',
  'wizard-1',
  'wizard-2',
  'validation',
  'wizard-4',
  'wizard-5',
  'wizard-6',
  'submitted',
  'my',
  'rate',
  'rated',
  'old-login',
  'old-main',
  'transfer',
  'popup',
];

/**
 * Tolerated: cells of a 64 x 40 grid whose mean colour differs by more than 48/255. Masked words, bullets, pictures
 * (not frozen yet) and the recorder's own bar account for them; a missing iframe, stylesheet or popup is far above.
 */
const toleratedShare = 0.08;

/** Of the lines a person reads on the page, frames included, this share must be read in the replay, masked words apart. */
const leastLines = 0.9;

type Seen = { place: Place; at: number; picture: Buffer; lines: string[] };
const personal = personalValues();
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
    seen.push({ place, at: Date.now(), picture, lines: await linesOf(page.frames()) });
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

test('the comparison tells one page from another, and a page from one without its frames', async () => {
  const blank = await browser.context.newPage();
  await blank.goto('about:blank');
  const of = (place: Place) =>
    seen.find((each) => each.place === place) ?? { picture: Buffer.alloc(0), lines: [] };
  expect(await differingShare(blank, of('home').picture, of('guide').picture)).toBeGreaterThan(
    toleratedShare,
  );
  expect(await differingShare(blank, of('wizard-2').picture, of('wizard-5').picture)).toBeGreaterThan(
    toleratedShare,
  );
  expect(shareOfLines(of('old-main').lines, of('transfer').lines)).toBeLessThan(leastLines);
  expect(shareOfLines(of('wizard-2').lines, of('handover').lines)).toBeLessThan(leastLines);
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
  const read: Record<string, number> = {};
  for (const { place, at, picture, lines } of seen) {
    await reader.goto('about:blank');
    await reader.goto(address(at));
    await expect(reader.locator('.replay-stage'), place).toHaveAttribute('data-status', 'ready');
    const frame = reader.locator('.replay-container iframe').last();
    await frame.waitFor();
    await reader.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const replayed = await frame.screenshot({ animations: 'disabled' });
    shares[place] = await differingShare(comparing, picture, replayed);
    const inside = reader.frames().filter((each) => each !== reader.mainFrame());
    read[place] = shareOfLines(lines, await linesOf(inside));
    await test.info().attach(`${place} page`, { body: picture, contentType: 'image/png' });
    await test.info().attach(`${place} replay`, { body: replayed, contentType: 'image/png' });
  }
  console.log(
    Object.entries(shares)
      .map(
        ([place, share]) =>
          `${place} ${(share * 100).toFixed(1)} % (lines ${((read[place] ?? 0) * 100).toFixed(0)} %)`,
      )
      .join(', '),
  );
  expect(outside, 'a replay makes no request').toEqual([]);
  expect(Object.entries(shares).filter(([, share]) => share > toleratedShare)).toEqual([]);
  expect(Object.entries(read).filter(([, share]) => share < leastLines)).toEqual([]);
  await reader.close();
  await comparing.close();
}

/** The lines a person reads in these frames, without the recorder's bar (its root is closed). */
async function linesOf(frames: Frame[]): Promise<string[]> {
  const texts = await Promise.all(
    frames.map((frame) => frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')),
  );
  return texts
    .flatMap((text) => text.split(/[\n\t]+/))
    .map((line) => line.trim())
    .filter((line) => line.length > 1);
}

/** Of the first lines that hold nothing personal, the share found among the second. */
function shareOfLines(page: string[], replay: string[]): number {
  const there = new Set(replay);
  const plain = page.filter(
    (line) =>
      Object.keys(redactText(line).found).length === 0 && !personal.some((value) => line.includes(value)),
  );
  return plain.length === 0 ? 0 : plain.filter((line) => there.has(line)).length / plain.length;
}
