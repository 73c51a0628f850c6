import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { type FirefoxBrowser, openFirefox } from '../support/open-firefox.ts';
import { readTable } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** The package for Firefox in Firefox itself: a walk from its beginning to its replay, with what is hard to record. */
let stack: Stack;
let browser: FirefoxBrowser;
let panel: Page;
let sessionId = '';
const moments = new Map<string, number>();
const mobile = '13800138000';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  stack = await startStack();
  const { portal } = stack;
  browser = await openFirefox();
  const { page } = browser;
  await page.goto(`${portal.origins.portal}/`);
  await startWalk(page.url());
  await page.bringToFront();
  // A number typed into the search, which goes into the next page's address and its words.
  await page.locator('#home-search').click();
  await page.keyboard.type(mobile);
  await note('typed');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await note('searched');
  for (const name of ['values', 'rules', 'adopted', 'shadow', 'reopened']) {
    await open(name);
    await page.evaluate('change()');
    await note(name);
  }
  await open('frames-1');
  const inmost = await page.waitForFrame((frame) => frame.url().endsWith('/fidelity/frames-4'));
  await note('frames before');
  await inmost.locator('#go').click();
  await note('frames');
  await finishWalk();
});

test.afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** Chooses the first item that is suggested, agrees and begins. */
async function startWalk(url: string): Promise<void> {
  const first = await browser.openExtensionPage('popup.html');
  const tab = await first.evaluate(async (address) => {
    const { tabs } = (globalThis as unknown as { browser: typeof chrome }).browser;
    return (await tabs.query({})).find((each) => each.url === address)?.id;
  }, url);
  await first.close();
  panel = await browser.openExtensionPage(`popup.html?tab=${tab}`);
  const item = '.zyb-item-input input';
  // Out from behind the button at the bottom, where a press would land.
  await panel.waitForSelector(item);
  await panel.$eval(item, (field) => field.scrollIntoView({ block: 'start' }));
  await panel.locator(item).click();
  await panel.locator('.zyb-popup-item').click();
  await panel.locator('::-p-text(我已了解记录范围)').click();
  await panel.locator('button::-p-text(开始走流程)').click();
  await panel.waitForSelector('::-p-text(正在记录)');
}

async function finishWalk(): Promise<void> {
  await panel.bringToFront();
  await panel.locator('::-p-aria([name="完成"][role="button"])').click();
  await panel.locator('[role=dialog] ::-p-text(提交前止步)').click();
  await panel.waitForSelector('::-p-text(查看并上交)', { timeout: 60_000 });
  sessionId = String((await rows('sessions'))[0]?.id);
}

async function open(name: string): Promise<void> {
  await browser.page.goto(`${stack.portal.origins.portal}/fidelity/${name}`);
  await browser.page.waitForSelector('[data-zyb-bar]');
}

/** Remembers this moment once what came before it is told. */
async function note(name: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  moments.set(name, Date.now());
  await new Promise((resolve) => setTimeout(resolve, 10));
}

const rows = (table: string) => readTable(panel, table);

/** Reads from the replay's document on the review page, at a noted moment; `read` stands alone, for it runs there. */
async function inReplay<R>(name: string, read: (shown: Document) => R): Promise<R> {
  const at = moments.get(name);
  if (at === undefined) throw new Error(`the walk did not come to "${name}"`);
  const review = await browser.openExtensionPage(`review.html#/${sessionId}?at=${at}`);
  try {
    await review.waitForSelector('.replay-stage[data-status=ready]');
    return (await review.evaluate(
      `(${String(read)})([...document.querySelectorAll('.replay-container iframe')].at(-1).contentDocument)`,
    )) as R;
  } finally {
    await review.close();
  }
}

test('the walk is closed: its presses, pages, requests and pictures are stored', async () => {
  const kinds = (await rows('actions')).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['click', 'type', 'submit']));
  expect((await rows('screenshots')).length).toBeGreaterThan(0);
  expect((await rows('requests')).length).toBeGreaterThan(0);
  const stopped = (await rows('gaps')).filter(
    ({ why }) => why === 'recorder-stopped' || why === 'lost-batch',
  );
  expect(stopped).toEqual([]);
});

test('what was typed stands in no row and in no replay', async () => {
  for (const table of [
    'actions',
    'visits',
    'requests',
    'incidents',
    'streams',
    'steps',
    'gaps',
    'screenshots',
  ])
    expect(JSON.stringify(await rows(table)), table).not.toContain(mobile);
  const typed = await inReplay(
    'typed',
    (shown) => shown.querySelector<HTMLInputElement>('#home-search')?.value,
  );
  expect(typed).not.toBe(mobile);
  // The next page has it in its field, its address and its words.
  const searched = await inReplay('searched', (shown) => ({
    field: shown.querySelector<HTMLInputElement>('#search-words')?.value,
    whole: shown.documentElement.outerHTML,
  }));
  expect(searched.field).toMatch(/^[•*]{11}$/);
  expect(searched.whole).toContain('search-words');
  expect(searched.whole).not.toContain(mobile);
});

test('values, rules, adopted sheets and shadow roots that a script makes are in the replay', async () => {
  const values = await inReplay('values', (shown) => ({
    text: shown.querySelector<HTMLInputElement>('#text')?.value,
    box: shown.querySelector<HTMLInputElement>('#box')?.checked,
    inner: ['#wide', '#shut'].map(
      (host) => shown.querySelector(host)?.shadowRoot?.querySelector<HTMLInputElement>('#inner')?.value,
    ),
  }));
  expect(values.text).toMatch(/^[•*]{8}$/);
  expect(values.box).toBe(true);
  for (const inner of values.inner) expect(inner).toMatch(/^[•*]{5}$/);
  const colours = (shown: Document) =>
    [...shown.querySelectorAll('[id]')].flatMap((each) =>
      [each, ...(each.shadowRoot?.querySelectorAll('p') ?? [])].map(
        (one) => `${each.id} ${shown.defaultView?.getComputedStyle(one).color}`,
      ),
    );
  /** Each case of a page has a red of its own, and green and blue ten and twenty above it. */
  const reds = {
    rules: { inserted: 10, linked: 11, declared: 12, nested: 13, host: 14 },
    adopted: { set: 20, pushed: 21, wide: 22, shut: 23 },
  };
  for (const [page, of] of Object.entries(reds)) {
    const shown = await inReplay(page, colours);
    for (const [id, red] of Object.entries(of))
      expect(shown).toContain(`${id} rgb(${red}, ${red + 10}, ${red + 20})`);
  }
  const roots = await inReplay('shadow', (shown) =>
    ['late', 'shut', 'early', 'declared', 'declared-closed'].map(
      (id) => shown.getElementById(id)?.shadowRoot?.textContent?.trim() ?? '',
    ),
  );
  expect(roots).toEqual(['后挂的影子', '后挂的封闭影子', '组件的封闭影子', '声明的影子', '声明的封闭影子']);
});

test('a page that is written anew and frames of other origins are in the replay', async () => {
  expect(await inReplay('reopened', (shown) => shown.querySelector('h1')?.textContent)).toBe('改写后的页');
  const inmost = (shown: Document) => {
    let document: Document | null | undefined = shown;
    for (let depth = 2; depth <= 4; depth += 1) document = document?.querySelector('iframe')?.contentDocument;
    return document?.getElementById('out')?.textContent;
  };
  expect(await inReplay('frames before', inmost)).toBe('');
  expect(await inReplay('frames', inmost)).toBe('最里层变了');
  expect((await rows('actions')).map(({ label }) => label)).toContain('在最里层点一下');
});

test('it is handed in, and the collector gives its receipt', async () => {
  test.setTimeout(120_000);
  const options = await browser.openExtensionPage('options.html');
  const type = async (label: string, words: string) => {
    await options.locator(`label::-p-text(${label})`).click();
    await options.keyboard.type(words);
  };
  await type('归集服务地址', stack.collector.url);
  await type('一次性登记码', await stack.collector.createEnrolmentCode());
  await options.locator('button::-p-text(登记)').click();
  await options.waitForSelector('::-p-text(已登记)');
  await options.close();
  const review = await browser.openExtensionPage(`review.html#/${sessionId}`);
  await review.locator('::-p-aria([name="上交"][role="button"])').click();
  await review.waitForSelector('::-p-text(没有发现残留的个人信息)', { timeout: 60_000 });
  await review.locator('::-p-aria([name="上交"][role="button"])').click();
  const delivered = async () =>
    (await rows('deliveries')).find((each) => each.sessionId === sessionId)?.state;
  await expect.poll(delivered, { timeout: 60_000 }).toBe('kept');
  const [kept] = await rows('deliveries');
  expect(kept?.receipt).toBeDefined();
});
