import { expect, type Page, test } from '@playwright/test';
import { readClickPath } from '../../lib/assess/click-path/read-click-path.ts';
import { playwrightTest } from '../../lib/export/playwright-test.ts';
import { recorderJson } from '../../lib/export/recorder-json.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { colourAt } from '../support/look-at-picture.ts';
import { playRecording } from '../support/play-recording.ts';
import { readReport } from '../support/read-report.ts';
import { runPlaywrightTest } from '../support/run-playwright-test.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

/**
 * What the click path rests on: the title of each page, the tab that was looked at, the place that was clicked on a
 * page that scrolls, and where things were dragged to.
 */
let portal: Portal;
let browser: ExtensionBrowser;
let panel: Page;
let report: SessionReport;

test.describe.configure({ mode: 'serial' });

/** Colours that JPEG and a look at one pixel can tell apart. */
const colours = {
  below: [200, 0, 120],
  inner: [0, 120, 200],
  fixed: [0, 160, 60],
  other: [240, 140, 0],
  boxed: [120, 60, 0],
  keyed: [90, 90, 220],
  ticked: [220, 40, 40],
};
type Name = keyof typeof colours;
const button = (name: Name, top: number, more = '') =>
  `<button id="${name}" style="position:absolute;left:40px;top:${top}px;width:160px;height:60px;border:0;background:rgb(${colours[name].join(',')});${more}"></button>`;
const html = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const tall = '<div style="height:4000px"></div>';
const pages: Record<string, (other: string) => string> = {
  tall: (other) =>
    html(
      '长页面',
      `${tall}${button('below', 1500)}${button('fixed', 20, 'position:fixed;left:600px')}
      <iframe src="/pe/inner" style="position:absolute;left:400px;top:1450px;width:300px;height:240px"></iframe>
      <iframe src="${other}/pe/other" style="position:absolute;left:800px;top:1450px;width:300px;height:240px"></iframe>`,
    ),
  // Nothing but its box scrolls, as in the frames of many offices' programmes.
  boxed: () =>
    html(
      '内层滚动',
      `${button('keyed', 20, 'left:800px')}
      <input id="ticked" type="checkbox" aria-label="勾选" style="appearance:none;position:absolute;left:1000px;top:20px;width:60px;height:60px;margin:0;background:rgb(${colours.ticked.join(',')})">
      <div id="box" style="position:relative;overflow:auto;width:600px;height:400px;margin-top:100px">${tall}${button('boxed', 900)}</div>`,
    ),
  inner: () => html('', tall + button('inner', 900)),
  other: () => html('', tall + button('other', 900)),
  first: () => html('第一页', '<a id="on" href="/pe/second">往前</a>'),
  second: () => html('第二页', '<p>到了</p>'),
  opener: () =>
    html(
      '打开者',
      `<button id="open" onclick="window.open('/pe/popup', '', 'width=400,height=300')">弹窗</button>`,
    ),
  popup: () => html('弹窗', '<button id="ok">知道了</button>'),
};

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension });
  const { portal: origin, department } = portal.origins;
  await browser.context.route('**/pe/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice('/pe/'.length);
    const body = pages[name]?.(department) ?? '';
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  const opened = await openPageAndPanel(browser, `${origin}/`);
  panel = opened.panel;
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '读者证办理' });
  await walkTall(opened.page, `${origin}/pe/tall`);
  await walkBoxed(opened.page, `${origin}/pe/boxed`);
  await walkBack(opened.page, `${origin}/pe/first`);
  await walkPopUp(opened.page, `${origin}/pe/opener`);
  await finishWalk(panel, '提交前止步');
  report = await readReport(browser, await newestSession(panel));
});

test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const recorderIsThere = (page: Page) => page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
const shots = async () => (await readTable(panel, 'screenshots')).length;
/** How many are there is waited for: the recorder takes a picture of what was just reached by itself. */
async function untilShotOf(page: Page, before: number): Promise<void> {
  await expect.poll(shots).toBeGreaterThan(before);
  await page.bringToFront();
}
const scroll = (page: Page, y: number) => page.evaluate((top) => window.scrollTo(0, top), y);
/** Where nothing is written, and the ring's centre can be told from the neighbourhood. */
const corner = { position: { x: 20, y: 15 } };

/** Clicks with the page scrolled to 1300, its picture taken at 1400 and its frames scrolled on meanwhile. */
async function walkTall(page: Page, url: string): Promise<void> {
  const before = await shots();
  await page.goto(url);
  await recorderIsThere(page);
  const frames = page.frames().filter((frame) => /\/pe\/(inner|other)$/.test(frame.url()));
  expect(frames).toHaveLength(2);
  await untilShotOf(page, before);
  await scroll(page, 1300);
  for (const frame of frames) await frame.evaluate(() => window.scrollTo(0, 820));
  await page.locator('#below').click(corner);
  await page.locator('#fixed').click(corner);
  for (const [n, name] of ['inner', 'other'].entries())
    await page.frameLocator('iframe').nth(n).locator(`#${name}`).click(corner);
  await scroll(page, 1400);
  for (const frame of frames) await frame.evaluate(() => window.scrollTo(0, 860));
  const taken = await shots();
  await tag(panel, '全不全', '线上线下指南准不准');
  await untilShotOf(page, taken);
}

/** Clicks in a box scrolled to 700 and by keyboard, ticks; the picture is taken with the box at 760. */
async function walkBoxed(page: Page, url: string): Promise<void> {
  const before = await shots();
  await page.goto(url);
  await recorderIsThere(page);
  await untilShotOf(page, before);
  const scrollBox = (y: number) =>
    page.evaluate((top) => document.getElementById('box')?.scrollTo(0, top), y);
  await scrollBox(700);
  await page.locator('#boxed').click(corner);
  await page.locator('#keyed').focus();
  await page.keyboard.press('Space');
  await page.locator('#ticked').click();
  await scrollBox(760);
  const taken = await shots();
  await tag(panel, '全不全', '线上线下指南准不准');
  await untilShotOf(page, taken);
}

async function walkBack(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await recorderIsThere(page);
  for (let n = 0; n < 3; n += 1) {
    await page.locator('#on').click();
    await page.waitForURL('**/pe/second');
    await page.goBack({ waitUntil: 'commit' });
    await page.locator('#on').waitFor();
  }
  await recorderIsThere(page);
}

async function walkPopUp(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await recorderIsThere(page);
  for (let n = 0; n < 3; n += 1) {
    const opening = browser.context.waitForEvent('page');
    await page.locator('#open').click();
    const popup = await opening;
    await recorderIsThere(popup);
    await popup.locator('#ok').click();
    await popup.close();
  }
  await page.locator('#open').click({ trial: true });
}

test('each page has its own title, however quickly it was left', () => {
  const titles = report.visits
    .filter(({ url, kind }) => kind === 'document' && /\/pe\/(first|second)$/.test(url))
    .map(({ url, title }) => [url.split('/').at(-1), title] as const);
  expect(titles.map(([name]) => name)).toEqual([
    'first',
    ...Array.from({ length: 3 }, () => ['second', 'first']).flat(),
  ]);
  const own: Record<string, string> = { first: '第一页', second: '第二页' };
  for (const [name = '', title] of titles) expect(['', own[name]], name).toContain(title);
  expect(titles.filter(([name]) => name === 'first').map(([, title]) => title)).toEqual(
    Array(4).fill('第一页'),
  );
});

test('a pop-up is gone to and come back from, each time', () => {
  const [opener] = report.visits.filter(({ url }) => url.endsWith('/pe/opener'));
  const switches = report.visits.filter(({ kind, at }) => kind === 'tab' && at > (opener?.at ?? 0));
  const back = switches.map(({ tab }) => tab === opener?.tab);
  expect(back).toEqual([false, true, false, true, false, true]);
});

test('rings lie on what was clicked, on pages, in frames and in boxes scrolled since', async () => {
  const rings = readClickPath(report).shots.flatMap(({ shot, rings: all }) =>
    all.map((ring) => ({ shot, ...ring })),
  );
  const tallRings = rings.filter(({ action }) => /\/pe\/(tall|inner|other|boxed)$/.test(action.url));
  const names = Object.keys(colours) as Name[];
  expect(tallRings).toHaveLength(names.length);
  for (const name of names) {
    const ring = tallRings.find(({ action }) => action.selectors.includes(`#${name}`));
    if (!ring) throw new Error(`no ring on ${name}`);
    const { object, width, height } = ring.shot;
    const seen = await colourAt(panel, object, ring.x * width, ring.y * height);
    for (const [channel, value] of colours[name].entries())
      expect(Math.abs((seen[channel] ?? 0) - value), `${name}: ${seen.join(',')}`).toBeLessThan(40);
  }
  expect(tallRings.filter(({ assumed }) => assumed)).toEqual([]);
});

test('what was dragged is dragged again from the exports, by both tools', async () => {
  test.setTimeout(240_000);
  const { page, panel: again } = await openPageAndPanel(browser, `${portal.origins.portal}/fidelity/drag`);
  await startWalk(again, { programme: '辽宁人社走流程（2023）', item: '读者证办理' });
  await recorderIsThere(page);
  await page.locator('#native').dragTo(page.locator('#area'));
  await expect(page.locator('#out')).toHaveText('放好了');
  // Words that were marked before stay so.
  await page.locator('#area').dblclick({ position: { x: 20, y: 12 } });
  const item = page.getByText('第一志愿');
  const [first, last] = [await item.boundingBox(), await page.getByText('第三志愿').boundingBox()];
  if (!first || !last) throw new Error('nothing to drag');
  await page.mouse.move(first.x + 20, first.y + 15);
  await page.mouse.down();
  await page.mouse.move(last.x + 20, last.y + 20, { steps: 8 });
  await page.mouse.up();
  const sorted = ['第二志愿', '第三志愿', '第一志愿'];
  await expect(page.locator('#sorted li')).toHaveText(sorted);
  await finishWalk(again, '提交前止步');
  const walked = await readReport(browser, await newestSession(again));

  const end = await playRecording(recorderJson(walked), { signIn: async () => {}, plain: false });
  expect(end.text).toContain('放好了');
  expect(end.text.replace(/\s+/g, ' ')).toContain(sorted.join(' '));

  const expected = `  await expect(page.locator('#out')).toHaveText('放好了');
  await expect(page.locator('#sorted li')).toHaveText(${JSON.stringify(sorted)});
});
`;
  const source = playwrightTest(walked);
  expect(source.match(/await drag\(/g)).toHaveLength(2);
  const { code, output } = await runPlaywrightTest(
    test.info().outputPath('exported'),
    source.replace(/\}\);\s*$/, expected),
    {},
  );
  expect(code, output).toBe(0);
});
