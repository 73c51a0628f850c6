import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import type { RawEvent } from '../../lib/replay/replay-event.ts';
import type { ReplayController, ReplayState } from '../../lib/replay/replay-state.ts';
import { replayRrweb } from '../../scripts/replay-rrweb.ts';
import { startPortal } from '../portal/start-portal.ts';
import { bundleScript } from '../support/bundle-script.ts';
import type { Portal } from '../support/stack.ts';
import {
  bareReport,
  change,
  chunksOf,
  element,
  meta,
  page as pageOf,
  snapshot,
  stream,
  words,
} from '../unit/replay/sample-streams.ts';

/** Moments of a stream are shown as they were, from whichever other one a replay comes to them, and while it plays. */
type World = {
  open(report: object, objects: [string, string][]): void;
  replay: ReplayController;
  state: ReplayState;
};
/** When the streams begin. */
const begin = 1_000_000;

let portal: Portal;
let browser: Browser;
let page: Page;

/** The replay as the review page has it, with its own copy of rrweb. */
async function bundlePlayer(): Promise<string> {
  const entry = `${import.meta.dirname}/entry.js`;
  const code = `import { createReplay } from '../../lib/replay/create-replay.ts';
globalThis.open = (report, objects) => {
  document.body.innerHTML = '<div style="width:1000px;height:700px"></div>';
  const bytes = new Map(objects.map(([name, text]) => [name, Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))]));
  globalThis.replay = createReplay({
    container: document.body.firstElementChild,
    report,
    readObject: async (name) => bytes.get(name),
  });
  replay.onChange((state) => { globalThis.state = state; });
};`;
  return bundleScript(entry, code, replayRrweb);
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startPortal({ ports: 'any' });
  browser = await chromium.launch({
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(`${portal.origins.portal}/page/about`);
  await page.evaluate(await bundlePlayer());
});

test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

/** Opens a replay of a document with this content and of what happened in it, by ms since it came; it ends at 6000. */
async function open(content: object[], happened: [number, object][], more: object = {}): Promise<void> {
  const events: RawEvent[] = [
    meta(begin),
    snapshot(begin, pageOf(...(content as Record<string, unknown>[]))),
    ...happened.map(([at, data]) => change(begin + at, data as Record<string, unknown>)),
  ];
  const { chunks, objects } = chunksOf('s', events);
  const report = bareReport({
    streams: [stream('s', { startedAt: begin })],
    chunks,
    assets: [],
    objects: [],
    session: { startedAt: begin, endedAt: begin + 6000, pauses: [] } as never,
    ...more,
  });
  const packed = [...objects].map(
    ([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as [string, string],
  );
  await page.evaluate(([opened, all]) => (globalThis as unknown as World).open(opened, all), [
    report,
    packed,
  ] as const);
}

const seek = async (at: number) => {
  await page.evaluate((to) => (globalThis as unknown as World).replay.seek(to), begin + at);
  // What a Replayer puts off until it has been made.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};
const state = () => page.evaluate(() => (globalThis as unknown as World).state);
const playPast = async (at: number) => {
  await page.evaluate(() => (globalThis as unknown as World).replay.play());
  await expect.poll(async () => (await state()).at).toBeGreaterThan(begin + at);
  await page.evaluate(() => (globalThis as unknown as World).replay.pause());
};
const shown = () => page.frameLocator('.zyb-layer iframe >> nth=-1');

const pointed = (id: number, timeOffset = 0) => ({
  source: 1,
  positions: [
    { id, x: 20, y: 20, timeOffset },
    { id, x: 21, y: 20, timeOffset: 0 },
  ],
});

test('a moment looked up has the size that the window had then', async () => {
  await open([element(9, 'p')], [[1000, { source: 4, width: 700, height: 500 }]]);
  await seek(2000);
  expect(
    await shown()
      .locator('body')
      .evaluate(() => innerWidth),
  ).toBe(700);
});

test('a moment shortly before one at which the pointer moved has nothing of what came between them', async () => {
  const content = [element(9, 'p', { id: 'words' }, words(10, '先'))];
  await open(content, [
    [1000, { attributes: [{ id: 9, attributes: { title: '' } }] }],
    [4800, { texts: [{ id: 10, value: '后' }] }],
    [4900, pointed(9, -450)],
    [5500, { attributes: [{ id: 9, attributes: { title: '' } }] }],
  ]);
  await seek(5000);
  await expect(shown().locator('#words')).toHaveText('后');
  await seek(4700);
  await expect(shown().locator('#words')).toHaveText('先');
});

test('what happened as the pointer moved is not done twice when a replay goes on', async () => {
  const item = (text: string) => element(12, 'li', { id: 'moved' }, words(13, text));
  const content = [
    element(4, 'style', { id: 'sheet' }, words(5, 'li { color: red }')),
    element(9, 'ul', {}, item('先')),
    element(10, 'ol', { id: 'to' }),
  ];
  await open(content, [
    [1000, { attributes: [{ id: 9, attributes: { title: '' } }] }],
    [
      4600,
      {
        removes: [{ parentId: 9, id: 12 }],
        adds: [{ parentId: 10, nextId: null, node: item('先') }],
      },
    ],
    [4700, { source: 8, id: 4, adds: [{ rule: 'ol { color: blue }', index: 0 }] }],
    [4900, pointed(12, -450)],
    [5500, { texts: [{ id: 13, value: '后' }] }],
  ]);
  const rules = () =>
    shown()
      .locator('#sheet')
      .evaluate((style) => (style as HTMLStyleElement).sheet?.cssRules.length);
  await seek(5000);
  expect(await rules()).toBe(2);
  await seek(5700);
  await expect(shown().locator('#to #moved')).toHaveText('后');
  expect(await rules()).toBe(2);
});

test('what is pointed at stays so when a script gives it other classes meanwhile', async () => {
  const css = '#menu ul { display: none } #menu:hover ul { display: block }';
  const list = element(12, 'ul', { id: 'inner' }, element(13, 'li', {}, words(14, '甲')));
  await open(
    [element(4, 'style', {}, words(5, css)), element(9, 'div', { id: 'menu', class: 'closed' }, list)],
    [
      [1000, pointed(9)],
      [1100, { attributes: [{ id: 9, attributes: { class: 'open' } }] }],
      [1200, { attributes: [{ id: 9, attributes: { title: '' } }] }],
      [5000, { attributes: [{ id: 9, attributes: { title: '' } }] }],
    ],
  );
  await seek(600);
  await expect(shown().locator('#inner')).toBeHidden();
  await playPast(1500);
  await expect(shown().locator('#menu')).toHaveAttribute('class', 'open :hover');
  await expect(shown().locator('#inner')).toBeVisible();
});

test('a component that comes before the moment looked up is a defined one, in a frame too', async () => {
  const component = (id: number) => ({ ...element(id, 'x-card'), isCustom: true });
  const framed = { type: 0, id: 40, childNodes: [element(41, 'html', {}, element(42, 'body'))] };
  await open(
    [element(9, 'div'), element(10, 'iframe')],
    [
      [500, { adds: [{ parentId: 10, nextId: null, node: framed }], isAttachIframe: true }],
      [1000, { adds: [{ parentId: 9, nextId: null, node: component(30) }] }],
      [
        1100,
        {
          adds: [{ parentId: 42, nextId: null, node: { ...component(50), rootId: 40 } }],
        },
      ],
      [1200, { adds: [{ parentId: 9, nextId: null, node: element(31, 'x-other') }] }],
    ],
  );
  await seek(2000);
  const isDefined = (each: Element) => each.matches(':defined');
  expect(await shown().locator('x-card').evaluate(isDefined)).toBe(true);
  expect(await shown().locator('x-other').evaluate(isDefined)).toBe(false);
  expect(await shown().frameLocator('iframe').locator('x-card').evaluate(isDefined)).toBe(true);
});

test('a walk played to its end in a gap still says why nothing is shown', async () => {
  const gap = { from: begin + 3000, to: begin + 6000, why: 'cut', detail: '' };
  await open([element(9, 'p')], [[1000, { attributes: [{ id: 9, attributes: { title: '' } }] }]], {
    gaps: [gap],
  });
  await seek(5700);
  expect(await state()).toMatchObject({ status: 'gap', reason: 'cut' });
  await page.evaluate(() => (globalThis as unknown as World).replay.play());
  await expect.poll(async () => (await state()).at).toBe(begin + 6000);
  expect(await state()).toMatchObject({ playing: false, status: 'gap', reason: 'cut' });
});
