import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import type { Place, WalkResult } from '../portal/walks/walk.ts';
import { holesIn, lastKeptMoment, rowsOf } from '../support/kept-evidence.ts';
import { killBrowser } from '../support/kill-browser.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { lookAtReplay } from '../support/look-at-replay.ts';
import { walkClean } from '../support/portal-walk.ts';
import { newestSession, openPageAndPanel } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { createWorkerStopper, type WorkerStopper, wordInWorker } from '../support/stop-worker.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

const choice = { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' };
let portal: Portal;
/** The programme has case numbers masked, in addresses too. */
const withoutCaseNumber = (url: string) => url.replace(/(?<=\/result\/)\w+$/, '');

test.beforeAll(async () => {
  portal = await startPortal({ ports: 'any' });
});
test.afterAll(() => portal?.close());

test.describe('a worker that is stopped again and again in the middle of a walk', () => {
  let browser: ExtensionBrowser;
  let stopper: WorkerStopper;
  let sessionId = '';
  let result: WalkResult;
  let clicksAside = 0;
  let pausedFrom = 0;
  let pausedTo = 0;
  const arrivals: { place: Place; at: number }[] = [];

  test.describe.configure({ mode: 'serial' });

  test.beforeAll(async () => {
    browser = await launchBrowser({ extension: builtExtension });
    const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
    const panelPath = panel.url().split('/').slice(3).join('/');
    await startWalk(panel, choice);
    sessionId = await newestSession(panel);
    // An open panel asks for the walk every second and would wake the worker: only the page shall.
    await panel.close();
    stopper = await createWorkerStopper(browser);

    const clickAside = async (where: Page) => {
      await where.mouse.click(3, 3);
      clicksAside += 1;
    };
    const keptActions = async () => (await rowsOf(stopper.page, 'actions', sessionId)).length;
    const at = async (place: Place, where: Page) => {
      // Standing on the page, as an idle worker's stop finds the walker; the worker knows of the arrival.
      await expect(where.locator('[data-zyb-bar]')).toHaveCount(1);
      const arrived = async () =>
        (await rowsOf(stopper.page, 'visits', sessionId)).some(
          (visit) =>
            visit.loadMs !== undefined &&
            String(visit.url).replace(/〔办件编号·[A-Z]+〕$/, '') === withoutCaseNumber(where.url()),
        );
      if (place !== 'home') await expect.poll(arrived, place).toBe(true);
      arrivals.push({ place, at: Date.now() });
      await wordInWorker(browser, place);
      await stopper.stop();
      // With the worker down the page alone holds this click; keeping it is what wakes the worker.
      const before = await keptActions();
      await clickAside(where);
      await expect.poll(keptActions, place).toBeGreaterThan(before);
      await stopper.untilRunning();
      expect(await wordInWorker(browser), `what the worker had in memory at ${place}`).toBeUndefined();
      if (place !== 'form') {
        await stopper.stop();
        return;
      }

      // In the middle of typing, and of the batches that carry it.
      await where.getByLabel('手机号码').focus();
      for (let times = 0; times < 3; times += 1) {
        await Promise.all([where.keyboard.type('139', { delay: 60 }), stopper.stop()]);
        await clickAside(where);
        await stopper.untilRunning();
      }
      await where.getByLabel('手机号码').fill('');

      const again = await browser.openInOwnWindow(panelPath);
      await again.getByRole('button', { name: '暂停', exact: true }).click();
      await again.getByText('已暂停').first().waitFor();
      pausedFrom = Date.now();
      await again.close();
      await stopper.stop();
      await where.mouse.click(3, 3);
      await where.evaluate(() => fetch('/while-paused'));
      const last = await browser.openInOwnWindow(panelPath);
      await last.getByText('已暂停').first().waitFor();
      pausedTo = Date.now();
      await last.getByRole('button', { name: '继续记录' }).click();
      await last.getByText('正在记录').waitFor();
      await last.close();
      await stopper.stop();
    };
    result = await walkClean(page, portal.origins, { at });
  });

  test.afterAll(() => browser?.close());

  test('the worker really was stopped at every place', () => {
    expect(arrivals.map(({ place }) => place)).toEqual(['home', 'search', 'guide', 'form', 'result']);
    expect(stopper.stopped()).toBeGreaterThanOrEqual(12);
  });

  test('batches of every stream are numbered without a hole', async () => {
    const batches = await rowsOf(stopper.page, 'batches', sessionId);
    expect(batches.length).toBeGreaterThan(5);
    expect(holesIn(batches, 'seq')).toEqual([]);
  });

  test('it stays one session, which finishes as if nothing had been', async () => {
    await stopper.stop();
    const panel = await stopper.openInOwnWindow('popup.html');
    await panel.getByText('正在记录').waitFor();
    await finishWalk(panel, '已真实提交');
    await panel.close();
    const sessions = await rowsOf(stopper.page, 'sessions', sessionId);
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ state: 'finished', recovered: false, sealed: true });
    expect(await newestSession(stopper.page)).toBe(sessionId);
  });

  test('every action made before, during and after the stops is there, and none made during the pause', async () => {
    const actions = await rowsOf(stopper.page, 'actions', sessionId);
    const kinds = (...kind: string[]) => actions.filter((row) => kind.includes(String(row.kind)));
    // The box is ticked by its label: one press, told as a click and a tick.
    expect(kinds('check')).toHaveLength(1);
    expect(kinds('click').length).toBe(result.clicks + clicksAside);
    expect(kinds('type').length).toBeGreaterThanOrEqual(result.typed);
    const labels = actions.map((row) => String(row.label));
    // The first two were done with the worker down, on a page that was left at once.
    for (const label of ['搜 索', '在线办理', '姓名', '手机号码', '我已阅读并同意', '提交申请']) {
      expect(
        labels.filter((each) => each.startsWith(label)),
        label,
      ).not.toEqual([]);
    }
    expect(actions.filter((row) => Number(row.at) > pausedFrom && Number(row.at) < pausedTo)).toEqual([]);
    expect(JSON.stringify(await rowsOf(stopper.page, 'requests', sessionId))).not.toContain('while-paused');
  });

  test('the pause outlived the stop and is told once', async () => {
    const [session] = await rowsOf(stopper.page, 'sessions', sessionId);
    const pauses = session?.pauses as { from: number; to: number }[];
    expect(pauses).toHaveLength(1);
    expect(pauses[0]?.from).toBeLessThanOrEqual(pausedFrom);
    expect(pauses[0]?.to).toBeGreaterThanOrEqual(pausedTo);
  });

  test('nothing was lost: no gap says so, and the chunks of every stream are consecutive', async () => {
    const chunks = await rowsOf(stopper.page, 'chunks', sessionId);
    expect(holesIn(chunks, 'n')).toEqual([]);
    const gaps = await rowsOf(stopper.page, 'gaps', sessionId);
    expect(gaps.filter((gap) => gap.why !== 'picture-dropped')).toEqual([]);
    const streams = await rowsOf(stopper.page, 'streams', sessionId);
    const tops = streams.filter((stream) => stream.top);
    expect(tops.length).toBeGreaterThanOrEqual(arrivals.length);
    for (const stream of tops)
      expect(
        chunks.some((chunk) => chunk.stream === stream.id),
        String(stream.url),
      ).toBe(true);
  });

  test('the replay of every step made right after a stop is available', async () => {
    const page = await browser.context.newPage();
    const words: Partial<Record<Place, string>> = {
      search: '读者证',
      guide: '公共图书馆读者证申领',
      form: '常去的图书馆',
      result: '公共图书馆读者证申领',
    };
    for (const { place, at } of arrivals.filter((each) => each.place !== 'home')) {
      const { status, frame } = await lookAtReplay(browser, page, sessionId, at);
      expect(status, place).toBe('ready');
      await expect(frame.locator('body'), place).toContainText(words[place] ?? '');
    }
    await page.close();
  });

  test('a worker stopped while it closes the walk goes on with that when it wakes', async () => {
    const before = await rowsOf(stopper.page, 'steps', sessionId);
    expect(before.length).toBeGreaterThan(2);
    // What such a stop leaves behind: finished, but its steps not written and the sealing not told.
    await stopper.page.evaluate(
      (id) =>
        new Promise<void>((resolve, reject) => {
          const open = indexedDB.open('zouyibian');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const change = open.result.transaction(['sessions', 'steps'], 'readwrite');
            const sessions = change.objectStore('sessions');
            const read = sessions.get(id);
            read.onsuccess = () => sessions.put({ ...read.result, sealed: false });
            const steps = change.objectStore('steps').openCursor();
            steps.onsuccess = () => {
              if (!steps.result) return;
              if (steps.result.value.sessionId === id) steps.result.delete();
              steps.result.continue();
            };
            change.oncomplete = () => {
              open.result.close();
              resolve();
            };
            change.onerror = () => reject(change.error);
          };
        }),
      sessionId,
    );
    await stopper.stop();
    const panel = await stopper.openInOwnWindow('popup.html');
    await stopper.untilRunning();
    await expect
      .poll(async () => (await rowsOf(stopper.page, 'steps', sessionId)).length)
      .toBe(before.length);
    await expect.poll(async () => (await rowsOf(stopper.page, 'sessions', sessionId))[0]?.sealed).toBe(true);
    await panel.close();
  });
});

test.describe('a browser that is killed in the middle of a walk', () => {
  let profile = '';
  let browser: ExtensionBrowser | undefined;

  test.beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'zyb-killed-'));
    browser = await launchBrowser({ extension: builtExtension, profile });
  });

  test.afterEach(async () => {
    await browser?.close();
    browser = undefined;
    await rm(profile, { recursive: true, force: true });
  });

  /** Walks to the guide, kills the browser there, starts it again; the page it returns reads the tables. */
  async function walkAndKill(): Promise<{
    again: ExtensionBrowser;
    reader: Page;
    sessionId: string;
    actions: number;
    seenAt: number;
  }> {
    const first = browser as ExtensionBrowser;
    const { page, panel } = await openPageAndPanel(first, `${portal.origins.portal}/`);
    await startWalk(panel, choice);
    const sessionId = await newestSession(panel);
    await page.locator('#home-search').click();
    await page.locator('#home-search').pressSequentially('读者证');
    await page.locator('.banner-search button').click();
    await page.waitForURL('**/search?*');
    await page.locator('.result h2 a').first().click();
    await page.waitForURL('**/guide/*');
    await page.getByRole('heading').first().waitFor();
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    const seenAt = Date.now();
    await page.mouse.click(3, 3);
    const actions = async () => (await rowsOf(panel, 'actions', sessionId)).length;
    // Field, typed words, button, submitted form, link, and the click aside.
    await expect.poll(actions).toBe(6);
    await killBrowser(first, profile);
    const again = await launchBrowser({ extension: builtExtension, profile });
    browser = again;
    return { again, reader: await again.openInOwnWindow('manifest.json'), sessionId, actions: 6, seenAt };
  }

  test('is offered for recovery; 就此结束 makes a finished session that ends with the last kept moment', async () => {
    const { again, reader, sessionId, actions, seenAt } = await walkAndKill();
    const last = await lastKeptMoment(reader, sessionId);
    expect(
      await (await again.worker()).evaluate(() => chrome.scripting.getRegisteredContentScripts()),
    ).toEqual([]);

    const review = await again.context.newPage();
    await review.goto(again.extensionUrl('review.html'));
    const offer = review.getByRole('region', { name: '有走流程没有走完' });
    await expect(offer).toContainText(choice.item);
    await expect(offer.getByRole('button', { name: '继续记录' })).toBeEnabled();

    const panel = await again.openInOwnWindow('popup.html');
    await expect(panel.getByText('有一次走流程没有走完')).toBeVisible();
    await expect(panel.getByRole('heading', { name: '有一次走流程没有走完' }).locator('..')).toContainText(
      choice.item,
    );
    await panel.getByRole('button', { name: '就此结束' }).click();
    await expect(panel.getByText('有一次走流程没有走完')).toBeHidden();

    const [session] = await rowsOf(reader, 'sessions', sessionId);
    expect(session).toMatchObject({
      state: 'finished',
      recovered: true,
      sealed: true,
      endedAt: last,
      markKey: '',
    });
    expect(await rowsOf(reader, 'actions', sessionId)).toHaveLength(actions);
    expect(holesIn(await rowsOf(reader, 'chunks', sessionId), 'n')).toEqual([]);
    expect((await rowsOf(reader, 'gaps', sessionId)).filter((gap) => gap.why === 'lost-batch')).toEqual([]);
    await expect(offer).toBeHidden();

    const { status, frame } = await lookAtReplay(again, review, sessionId, seenAt);
    expect(status).toBe('ready');
    await expect(frame.locator('body')).toContainText('读者证');
    await expect(review.getByText('中断后恢复')).toBeVisible();
  });

  test('goes on with 继续记录 from the review page, and the time between stays visible as a gap', async () => {
    const { again, reader, sessionId, actions, seenAt } = await walkAndKill();
    const last = await lastKeptMoment(reader, sessionId);
    const page = again.context.pages()[0] as Page;
    await page.goto(`${portal.origins.portal}/`);
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(0);
    const review = await again.context.newPage();
    await review.goto(again.extensionUrl('review.html'));
    const continuedAfter = Date.now();
    await review.getByRole('button', { name: '继续记录' }).click();
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    await review.close();

    await page.bringToFront();
    await page.locator('#home-search').click();
    await page.locator('#home-search').pressSequentially('社保');
    await page.locator('.banner-search button').click();
    await page.waitForURL('**/search?*');
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    const seenAfter = Date.now();
    await page.mouse.click(3, 3);
    await expect.poll(async () => (await rowsOf(reader, 'actions', sessionId)).length).toBe(actions + 5);
    const panel = await again.openInOwnWindow('popup.html');
    await panel.getByText('正在记录').waitFor();
    await finishWalk(panel, '提交前止步');

    const [session] = await rowsOf(reader, 'sessions', sessionId);
    expect(session).toMatchObject({ state: 'finished', recovered: true, outcome: 'stopped' });
    const gaps = (await rowsOf(reader, 'gaps', sessionId)).filter((gap) => gap.why === 'browser-closed');
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.from).toBe(last);
    expect(Number(gaps[0]?.to)).toBeGreaterThanOrEqual(continuedAfter);

    const looking = await again.context.newPage();
    for (const [at, words] of [
      [seenAt, '读者证'],
      [seenAfter, '社保'],
    ] as const) {
      const { status, frame } = await lookAtReplay(again, looking, sessionId, at);
      expect(status, words).toBe('ready');
      await expect(frame.locator('body')).toContainText(words);
    }
    expect((await lookAtReplay(again, looking, sessionId, (last + Number(gaps[0]?.to)) / 2)).status).toBe(
      'gap',
    );
  });
});
