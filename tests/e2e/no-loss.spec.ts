import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import { holesIn, rowsOf } from '../support/kept-evidence.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { lookAtReplay } from '../support/look-at-replay.ts';
import { newestSession, openPageAndPanel } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { createWorkerStopper } from '../support/stop-worker.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/** What goes wrong around a walk: each is named in the evidence to the second, told to the walker, and survived. */
const choice = { programme: '辽宁人社走流程（2023）', item: '读者证办理' };
const clock = /\d\d:\d\d:\d\d/;
let portal: Portal;
let browser: ExtensionBrowser;

test.beforeAll(async () => {
  portal = await startPortal({ ports: 'any' });
});
test.afterAll(() => portal?.close());
test.afterEach(() => browser?.close());

/** A walk under way on the portal's home page; `kept` reads its rows, without a word to the worker. */
async function walking(options: { backForwardCache?: boolean } = {}) {
  browser = await launchBrowser({ extension: builtExtension, ...options });
  const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  await startWalk(panel, choice);
  const sessionId = await newestSession(panel);
  const reader = await browser.openInOwnWindow('manifest.json');
  const kept = (table: string) => rowsOf(reader, table, sessionId);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  return { page, panel, sessionId, reader, kept };
}

const tabOf = async (kept: (table: string) => Promise<Record<string, unknown>[]>): Promise<number> =>
  (((await kept('sessions'))[0]?.tabs ?? []) as number[])[0] ?? -1;
const clickAside = (page: Page) => page.mouse.click(3, 3);
const gapsOf = async (kept: (table: string) => Promise<Record<string, unknown>[]>, why: string) =>
  (await kept('gaps')).filter((gap) => gap.why === why);
/** One click, kept: everything before it is. */
async function clickIsKept(page: Page, kept: (table: string) => Promise<Record<string, unknown>[]>) {
  const before = (await kept('actions')).length;
  await clickAside(page);
  await expect.poll(async () => (await kept('actions')).length).toBe(before + 1);
}

test('pages reached while the worker is being stopped are visits all the same, in order, each once', async () => {
  const { page, panel, kept } = await walking();
  await panel.close();
  const stopper = await createWorkerStopper(browser);
  const paths = ['/page/help', '/page/about', '/search?q=1', '/page/help?2', '/search?q=3', '/page/about?4'];
  for (const [n, path] of paths.entries()) {
    // In the middle of the navigation's events: before the commit, at it, after it.
    const stops = new Promise((resolve) => setTimeout(resolve, n * 12)).then(() => stopper.stop());
    await Promise.all([page.goto(`${portal.origins.portal}${path}`), stops]);
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    await clickIsKept(page, kept);
    await stopper.untilRunning();
  }
  expect(stopper.stopped()).toBe(paths.length);
  const documents = (await kept('visits')).filter((visit) => visit.kind === 'document' && visit.frame === 0);
  documents.sort((a, b) => Number(a.at) - Number(b.at));
  const urls = documents.map((visit) => new URL(String(visit.url)).pathname);
  expect(urls).toEqual(['/', ...paths.map((path) => path.split('?')[0])]);
});

test('a crashed tab is a gap from its last batch to its next document; the walker is told, and the walk goes on', async () => {
  const { page, panel, sessionId, kept } = await walking();
  await page.goto(`${portal.origins.portal}/page/help`);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await clickIsKept(page, kept);
  const lastKept = Math.max(...(await kept('batches')).map((batch) => Number(batch.to)));
  const tab = await tabOf(kept);

  await crash(page);
  const crashedBy = Date.now();
  // The walker loads it anew, by hand.
  await (await browser.worker()).evaluate((id) => chrome.tabs.reload(id), tab);
  await expect.poll(async () => (await gapsOf(kept, 'tab-crashed')).length).toBe(1);
  await expect(panel.getByText('网页崩溃过')).toContainText(clock);
  const streamsAfter = async () =>
    (await kept('streams')).filter((stream) => stream.top && Number(stream.startedAt) > crashedBy);
  await expect.poll(async () => (await streamsAfter()).length).toBe(1);
  const [gap] = await gapsOf(kept, 'tab-crashed');
  expect(gap).toMatchObject({ tab });
  expect(Number(gap?.from)).toBeGreaterThanOrEqual(lastKept);
  expect(Number(gap?.from)).toBeLessThanOrEqual(crashedBy);
  const [stream] = await streamsAfter();
  expect(Math.abs(Number(gap?.to) - Number(stream?.startedAt))).toBeLessThan(2000);

  await finishWalk(panel, '提交前止步');
  const looking = await browser.context.newPage();
  const before = await lookAtReplay(browser, looking, sessionId, lastKept);
  expect(before.status).toBe('ready');
});

test('a frame of another site that crashes alone is a gap of that frame, up to its next document; the page around it goes on', async () => {
  const { page, panel, sessionId, kept } = await walking();
  const worker = await browser.worker();
  const tab = await tabOf(kept);
  await page.goto(`${portal.origins.portal}/page/help`);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  const inner = `${portal.origins.department}/fidelity/typeless`;
  await page.evaluate((src) => {
    document.body.prepend(Object.assign(document.createElement('iframe'), { src }));
  }, inner);
  const framesAt = async () => (await kept('streams')).filter(({ url }) => url === inner);
  await expect.poll(async () => (await framesAt()).length).toBe(1);
  const [stream] = await framesAt();
  const ofFrame = async () => (await kept('batches')).filter((batch) => batch.stream === stream?.id);
  await expect.poll(async () => (await ofFrame()).length).toBeGreaterThan(0);
  await clickIsKept(page, kept);
  const lastOfFrame = Math.max(...(await ofFrame()).map((batch) => Number(batch.to)));

  const frame = page.frame({ url: inner });
  const cdp = frame && (await browser.context.newCDPSession(frame));
  void cdp?.send('Page.crash').catch(() => undefined);
  const crashes = () => gapsOf(kept, 'frame-crashed');
  await expect.poll(async () => (await crashes()).length, { timeout: 15_000 }).toBe(1);
  await expect(panel.getByText('网页里的一个框架崩溃过')).toContainText(clock);
  const [gap] = await crashes();
  expect(gap).toMatchObject({ tab, stream: stream?.id, detail: new URL(inner).host });
  expect(Math.abs(Number(gap?.from) - lastOfFrame)).toBeLessThan(1000);
  expect(await gapsOf(kept, 'tab-crashed')).toEqual([]);
  // The page around it is recorded all along. The test's own driver gives up a page with a crashed frame.
  const before = (await kept('batches')).length;
  await worker.evaluate(
    (tabId) =>
      chrome.scripting.executeScript({
        target: { tabId },
        func: () => document.body.append('还在'),
      }),
    tab,
  );
  await expect.poll(async () => (await kept('batches')).length).toBeGreaterThan(before);

  const backAt = Date.now();
  await worker.evaluate((id) => chrome.tabs.reload(id), tab);
  await expect.poll(async () => Number((await crashes())[0]?.to)).toBeGreaterThanOrEqual(backAt);
  await finishWalk(panel, '提交前止步');
  const looking = await browser.context.newPage();
  const shown = await lookAtReplay(browser, looking, sessionId, Number(gap?.from) + 500);
  expect(shown.status).toBe('ready');
  const told = looking.getByText('页面里的一个框架崩溃');
  await looking.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await looking.getByRole('tab', { name: '缺口与覆盖' }).click();
  await expect(told).toBeVisible();
});

test('a tab that the browser put away to save memory is recorded again once the walker comes back to it', async () => {
  const { page, sessionId, reader, kept } = await walking();
  await page.goto(`${portal.origins.portal}/page/help`);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await clickIsKept(page, kept);
  const tab = await tabOf(kept);
  // The browser puts away no tab that is looked at.
  const other = await browser.context.newPage();
  await other.bringToFront();
  const putAwayAt = Date.now();
  const put = await reader.evaluate(async (id) => (await chrome.tabs.discard(id))?.id, tab);
  expect(put).toBeGreaterThan(0);
  await expect
    .poll(() => reader.evaluate(async (id) => (await chrome.tabs.get(id)).discarded, put as number))
    .toBe(true);

  await reader.evaluate((id) => chrome.tabs.update(id, { active: true }), put as number);
  // A browser with a window does so by itself.
  await reader.evaluate((id) => chrome.tabs.reload(id), put as number);
  await expect
    .poll(
      async () =>
        (await kept('streams')).filter((row) => row.top && Number(row.startedAt) > putAwayAt).length,
    )
    .toBe(1);
  const back = () => browser.context.pages().find((each) => each.url().endsWith('/page/help'));
  await expect.poll(() => back() !== undefined).toBe(true);
  await clickIsKept(back() as Page, kept);
  expect((await kept('sessions'))[0]?.tabs).toEqual([put]);
  // It was the browser's doing and nothing of the page was lost.
  expect(await gapsOf(kept, 'tab-crashed')).toEqual([]);
  expect(await newestSession(reader)).toBe(sessionId);
});

test('a page that did not come until the walker closed its tab is told, with how long it was waited for', async () => {
  const { page, reader, kept } = await walking();
  // It takes eight seconds to answer.
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'afterbegin',
      '<a id="never" target="_blank" href="/fidelity/late.svg">打开</a>',
    );
  });
  await page.locator('#never').click();
  const loading = () =>
    reader.evaluate(async () => {
      const all = await chrome.tabs.query({ status: 'loading' });
      return all.find(({ pendingUrl }) => pendingUrl?.endsWith('/late.svg'))?.id;
    });
  await expect.poll(loading).toBeDefined();
  await page.waitForTimeout(4000);
  await reader.evaluate((id) => chrome.tabs.remove(id), (await loading()) as number);
  const told = async () => (await kept('incidents')).filter(({ url }) => String(url).endsWith('/late.svg'));
  await expect.poll(async () => (await told()).length).toBe(1);
  const [incident] = await told();
  expect(incident).toMatchObject({ kind: 'slow-request' });
  expect(incident?.message).toMatch(/^main_frame \d+ ms unanswered$/);
  const [asked] = (await kept('requests')).filter(({ url }) => String(url).endsWith('/late.svg'));
  expect(asked).toMatchObject({ type: 'main_frame', at: incident?.at, duration: incident?.duration });
  expect(asked?.status).toBeUndefined();
});

test('an extension that is updated in the middle of a walk goes on by itself, with one recorder a page', async () => {
  const { page, sessionId, kept } = await walking();
  await clickIsKept(page, kept);
  const updatedAfter = Date.now();
  const reader = await reloadExtension();
  const keptNow = (table: string) => rowsOf(reader, table, sessionId);

  await expect.poll(async () => (await gapsOf(keptNow, 'extension-updated')).length).toBe(1);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await expect
    .poll(async () => (await keptNow('streams')).filter((row) => Number(row.startedAt) > updatedAfter).length)
    .toBe(1);
  const [gap] = await gapsOf(keptNow, 'extension-updated');
  expect(Number(gap?.from)).toBeLessThanOrEqual(Number(gap?.to));
  expect(Number(gap?.to)).toBeGreaterThanOrEqual(updatedAfter);
  // Counted once: the recorder that was left behind is silent.
  await clickIsKept(page, keptNow);
  await page.goto(`${portal.origins.portal}/page/help`);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await clickIsKept(page, keptNow);

  const panel = await browser.context.newPage();
  await panel.goto(browser.extensionUrl('popup.html'));
  await expect(panel.getByText('扩展程序刚刚更新')).toContainText(clock);
  await finishWalk(panel, '提交前止步');
  const [session] = await keptNow('sessions');
  expect(session).toMatchObject({ state: 'finished', sealed: true });
  expect(await gapsOf(keptNow, 'lost-batch')).toEqual([]);
  expect(holesIn(await keptNow('chunks'), 'n')).toEqual([]);
});

test('with little room left the walker is warned before the disk is full', async () => {
  browser = await launchBrowser({ extension: builtExtension });
  const { panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  const cdp = await browser.context.newCDPSession(panel);
  const origin = browser.extensionUrl('').replace(/\/$/, '');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 180 * 1024 * 1024 });
  await startWalk(panel, choice);
  await expect(panel.getByText('本机存储空间只剩约 150 MB')).toBeVisible();
});

test('while another window holds the database nothing is lost, and everything is kept once it lets go', async () => {
  const { page, panel, sessionId, reader, kept } = await walking();
  await clickIsKept(page, kept);
  const before = (await kept('actions')).length;
  await holdDatabase(reader);
  for (let n = 0; n < 3; n += 1) await clickAside(page);
  await page.goto(`${portal.origins.portal}/page/help`);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await clickAside(page);
  const warning = panel.getByText('本机数据库被另一个窗口占用');
  await expect(warning).toBeVisible();
  await letDatabaseGo(reader);
  await expect.poll(async () => (await kept('actions')).length, { timeout: 30_000 }).toBe(before + 4);
  await expect(warning).toHaveCount(0);
  // Its orders came later than the hints wait for them: what only hints tell is there all the same.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { id: 'late' });
    document.body.append(field);
    setTimeout(() => {
      field.value = '六个字的内容';
      alert('系统繁忙');
    }, 300);
  });
  await expect
    .poll(async () => (await kept('incidents')).filter(({ kind }) => kind === 'native-dialog').length)
    .toBe(1);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  const valueSetBy = Date.now();
  const help = (await kept('visits')).filter((visit) => String(visit.url).endsWith('/page/help'));
  expect(help).toHaveLength(1);
  expect(holesIn(await kept('batches'), 'seq')).toEqual([]);
  await finishWalk(panel, '提交前止步');
  expect(await gapsOf(kept, 'lost-batch')).toEqual([]);
  const { frame } = await lookAtReplay(browser, await browser.context.newPage(), sessionId, valueSetBy);
  await expect(frame.locator('#late')).toHaveValue(/^[•*]{6}$/);
});

test('a machine that slept is a gap as long as the sleep', async () => {
  const { page, panel, kept } = await walking();
  const minutes = 20;
  const world = await recorderWorld(page);
  await world.run(`{
    const Real = Date;
    Date = class extends Real {
      constructor(...args) { super(...(args.length ? args : [Real.now ? new Real().getTime() + ${minutes * 60_000} : 0])); }
    };
    Date.now = Real.now;
  }`);
  await clickAside(page);
  await expect.poll(async () => (await gapsOf(kept, 'asleep')).length).toBe(1);
  const [gap] = await gapsOf(kept, 'asleep');
  expect((Number(gap?.to) - Number(gap?.from)) / 60_000).toBeCloseTo(minutes, 0);
  expect(gap?.stream).toBeTruthy();
  await panel.close();
});

test('a page shown again from the back/forward cache is a visit noted as back, with a replay of its own', async () => {
  const { page, panel, sessionId, kept } = await walking({ backForwardCache: true });
  await clickIsKept(page, kept);
  const timings = async () =>
    (await kept('pageTimings')).filter((row) => new URL(String(row.url)).pathname === '/');
  await expect.poll(async () => Number((await timings())[0]?.load)).toBeGreaterThan(0);
  const [loaded] = await timings();
  await page.evaluate(() => {
    addEventListener('pageshow', (event) => {
      document.body.dataset.shownAgain = String(event.persisted);
    });
  });
  await page.goto(`${portal.origins.portal}/page/help`);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  await clickIsKept(page, kept);
  await page.evaluate(() => history.back());
  await expect(page.locator('body')).toHaveAttribute('data-shown-again', 'true');
  const home = async () =>
    (await kept('visits')).filter((visit) => new URL(String(visit.url || 'x:')).pathname === '/');
  await expect.poll(async () => (await home()).length).toBe(2);
  const visits = (await home()).sort((a, b) => Number(a.at) - Number(b.at));
  expect(visits.map((visit) => visit.back)).toEqual([false, true]);
  const streams = async () => (await kept('streams')).filter((stream) => stream.top);
  await expect.poll(async () => (await streams()).length).toBe(3);
  await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);

  // The recorder is at it again, hints included: a value set by the page's script is in the replay.
  await page.locator('#home-search').evaluate((field: HTMLInputElement) => {
    field.value = '读者证';
  });
  await clickIsKept(page, kept);
  const seenAt = Date.now();
  await finishWalk(panel, '提交前止步');
  expect(await gapsOf(kept, 'tab-crashed')).toEqual([]);
  // It loaded once: what that took is not told anew of the page that came back.
  const figures = ({ ttfb, load, stream }: Record<string, unknown>) => ({ ttfb, load, stream });
  expect((await timings()).map(figures)).toEqual([figures(loaded ?? {})]);
  const looking = await browser.context.newPage();
  const { status, frame } = await lookAtReplay(browser, looking, sessionId, seenAt);
  expect(status).toBe('ready');
  await expect(frame.locator('#home-search')).toBeVisible();
});

/** The renderer of this page dies, as when it runs out of memory. */
async function crash(page: Page): Promise<void> {
  const cdp: CDPSession = await browser.context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void cdp.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** What an update does: the extension goes and comes again, its pages and its worker with it. */
async function reloadExtension(): Promise<Page> {
  const extensions = await browser.context.newPage();
  await extensions.goto('chrome://extensions/');
  type Private = { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> };
  // Else the browser refuses to load an unpacked extension again.
  await extensions.evaluate(() =>
    (chrome as unknown as { developerPrivate: Private }).developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
  const before = browser.context.serviceWorkers()[0];
  const gone = new Promise((resolve) => before?.once('close', resolve));
  void before?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await gone;
  await expect.poll(() => browser.context.serviceWorkers().length).toBe(1);
  await extensions.goto(browser.extensionUrl('manifest.json'));
  return extensions;
}

/** Another window begins to upgrade the database and takes its time; resolves once everybody else is shut out. */
async function holdDatabase(reader: Page): Promise<void> {
  await reader.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const here = window as unknown as { letGo?: boolean; released?: Promise<void> };
        here.letGo = false;
        const open = indexedDB.open('zouyibian', 10_000);
        here.released = new Promise((released) => {
          open.onsuccess = () => {
            open.result.close();
            released();
          };
        });
        open.onerror = () => reject(open.error);
        open.onupgradeneeded = () => {
          const store = open.transaction?.objectStore('settings');
          const spin = () => {
            const request = store?.get('none');
            if (request)
              request.onsuccess = () => {
                if (!here.letGo) spin();
              };
          };
          spin();
          resolve();
        };
      }),
  );
}

async function letDatabaseGo(reader: Page): Promise<void> {
  await reader.evaluate(async () => {
    const here = window as unknown as { letGo?: boolean; released?: Promise<void> };
    here.letGo = true;
    await here.released;
  });
}

/** Runs code in the recorder's own world of this page's main frame. */
async function recorderWorld(page: Page): Promise<{ run(code: string): Promise<void> }> {
  const cdp = await browser.context.newCDPSession(page);
  const id = new URL(browser.extensionUrl('')).host;
  const found = new Promise<number>((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.includes(id)) resolve(context.id);
    });
  });
  await cdp.send('Runtime.enable');
  const contextId = await found;
  return {
    async run(expression) {
      const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression, contextId });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    },
  };
}
