import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { type Collector, startCollector } from '../../server/start-collector.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.ts';
import { goOnFromLastLook } from '../support/last-look.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { walkClean } from '../support/portal-walk.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

/**
 * One finished walk, handed in again and again while the collector is in trouble of every kind. Each test has a
 * collector of its own, so that all objects are missing there, and begins as if nothing had been handed in before.
 */
let browser: ExtensionBrowser;
let sessionId = '';
let review: Page;
let dataFolder = '';
let collector: Collector;
let proxy: FaultyProxy;

const openCollector = (port = 0) => startCollector({ port, dataFolder, name: '云岭归集服务', log: 'silent' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension });
  const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '读者证办理' });
  await walkClean(page, portal.origins, {
    at: async (place) => {
      if (place === 'guide') await tag(panel, '全不全', '线上线下指南准不准');
    },
  });
  await finishWalk(panel, '已真实提交');
  sessionId = await newestSession(panel);
  await portal.close();
});

test.afterAll(async () => {
  await browser?.close();
});

test.beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'zyb-trouble-'));
  collector = await openCollector();
  proxy = await startFaultyProxy(collector.url);
  review = await browser.context.newPage();
  await review.goto(browser.extensionUrl('options.html'));
  await forgetEnrolment(review);
  await forgetDeliveries(review);
  await enrolHere(browser, { url: proxy.url, createEnrolmentCode: collector.createEnrolmentCode });
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
});

test.afterEach(async () => {
  await review.close();
  await proxy.close();
  await collector.close();
  await rm(dataFolder, { recursive: true, force: true });
});

test('a collector that is down is told with place and remedy, nothing is lost, and pressing retry delivers', async () => {
  const port = await enrolDirectly();
  const before = await evidence();
  expect(before.objects).toBeGreaterThan(0);
  await collector.close();
  await handIn();
  await expect(notice()).toContainText('连不上归集服务');
  await expect(notice()).toContainText(`云岭归集服务 http://127.0.0.1:${port}`);
  await expect(notice()).toContainText('怎么办：请检查网络；恢复后会自动重试');
  await expect(notice()).toContainText('下次重试');
  expect(await delivery()).toMatchObject({ state: 'waiting', problem: { code: 'collector-unreachable' } });
  expect(await evidence()).toEqual(before);

  collector = await openCollector(port);
  await handIn();
  await expectReceipt();
  expect(await evidence()).toEqual(before);
});

test('when the collector is back the delivery goes out by its alarm, although the worker was stopped', async () => {
  const port = await enrolDirectly();
  await collector.close();
  await handIn();
  await expect.poll(async () => (await delivery())?.state).toBe('waiting');
  await stopWorker();
  collector = await openCollector(port);
  await expectReceipt(90_000);
  const kept = await delivery();
  expect(kept?.attempts).toBeGreaterThan(1);
});

test('when the network is back nobody waits for the alarm', async () => {
  const port = await enrolDirectly();
  await collector.close();
  await handIn();
  await expect.poll(async () => (await delivery())?.state).toBe('waiting');
  // Two more tries in vain, so that the next is a good while off.
  for (const attempts of [2, 3]) {
    await handIn();
    await expect.poll(async () => (await delivery())?.attempts).toBeGreaterThanOrEqual(attempts);
    await expect.poll(async () => (await delivery())?.state).toBe('waiting');
  }
  const { nextTryAt = 0 } = (await delivery()) ?? {};
  collector = await openCollector(port);
  await (await browser.worker()).evaluate(() => self.dispatchEvent(new Event('online')));
  await expectReceipt();
  const kept = (await delivery())?.receipt as { keptAt: number };
  expect(kept.keptAt).toBeLessThan(nextTryAt);
});

test('a collector that takes a call and never answers is left after the limit, and told as slow', async () => {
  await shortenLongTimers(true);
  proxy.spoil(({ path }) => (path === '/api/objects/missing' ? { kind: 'hang' } : undefined));
  await handIn();
  await expect(notice()).toContainText('归集服务很久没有回应');
  expect(await delivery()).toMatchObject({ state: 'waiting', problem: { code: 'collector-slow' } });
  await shortenLongTimers(false);
  proxy.mend();
  await handIn();
  await expectReceipt();
});

test('a revoked key is told with the way to a new one, and after enrolling again the same walk is delivered', async () => {
  await revokeAllDevices();
  await handIn();
  await expect(notice()).toContainText('上传密钥无效或已被停用');
  await expect(notice()).toContainText('向管理员索取新的登记码，在扩展的设置页重新登记');
  await expect(notice()).toContainText('没有丢失');
  expect(await delivery()).toMatchObject({ state: 'refused', problem: { code: 'key-wrong' } });
  expect((await delivery())?.nextTryAt, 'a refusal is not tried again by itself').toBeUndefined();

  await enrolAnew();
  await handIn();
  await expectReceipt();
});

test('a walk that was kept is handed in again after enrolling anew: its receipt says whose it is', async () => {
  await handIn();
  await expectReceipt();
  await enrolAnew();
  await handIn();
  await expectReceipt();
  expect(await collectorStatus(`/api/reports/${sessionId}?revision=2`)).toBe(200);
});

test('a report that the collector refuses names the field', async () => {
  proxy.spoil(({ path }) =>
    path === '/api/reports'
      ? {
          kind: 'change-request',
          change: (body) => JSON.stringify({ ...JSON.parse(body), steps: [{ name: '' }] }),
        }
      : undefined,
  );
  await handIn();
  await expect(notice()).toContainText('steps.0.');
  await expect(notice()).toContainText('请更正或更新扩展后重试');
  await expect(notice()).toContainText('没有丢失');
  expect(await delivery()).toMatchObject({ state: 'refused', problem: { code: 'field-wrong' } });
});

const nonsense = {
  'an HTML page in the place of an answer': {
    status: 200,
    type: 'text/html',
    body: '<!doctype html><title>上网认证</title>',
  },
  'JSON that says nothing': { status: 200, body: '{"missing":"all"}' },
};
for (const [what, answer] of Object.entries(nonsense)) {
  test(`${what} is not taken as kept`, async () => {
    proxy.spoil(() => ({ kind: 'answer', ...answer }));
    await handIn();
    await expect(notice()).toContainText('归集服务的回答看不懂');
    await expect(notice()).toContainText('怎么办：请联系归集服务的管理员');
    const row = await delivery();
    expect(row?.problem).toMatchObject({ code: 'collector-nonsense' });
    expect(row?.receipt).toBeUndefined();
    proxy.mend();
    await handIn();
    await expectReceipt();
  });
}

const forgeries: Record<string, (receipt: Record<string, unknown>) => Record<string, unknown>> = {
  'a signature that does not fit': (receipt) => ({
    ...receipt,
    signature: Buffer.alloc(64, 7).toString('base64'),
  }),
  'the hash of another report': (receipt) => ({ ...receipt, reportHash: 'ab'.repeat(32) }),
};
for (const [what, forge] of Object.entries(forgeries)) {
  test(`a receipt with ${what} is not taken as kept`, async () => {
    proxy.spoil(({ path }) =>
      path === '/api/reports'
        ? { kind: 'change-answer', change: (body) => JSON.stringify(forge(JSON.parse(body))) }
        : undefined,
    );
    await handIn();
    await expect(notice()).toContainText('收到的回执与这份报告对不上，不能当作已收存');
    const row = await delivery();
    expect(row).toMatchObject({ state: 'refused', problem: { code: 'receipt-wrong' } });
    expect(row?.receipt).toBeUndefined();
    await review.getByRole('button', { name: '删除' }).first().click();
    await expect(review.getByRole('dialog')).toContainText('这次记录还没有上交');
  });
}

test('cut in the middle of uploading, the next try sends only what is missing', async () => {
  proxy.spoil(({ method, n }) => (method === 'PUT' && n >= 3 ? { kind: 'cut' } : undefined));
  await handIn();
  await expect(notice()).toContainText('连不上归集服务');
  const { sent, total } = (await delivery()) as { sent: number; total: number };
  expect(sent).toBeGreaterThan(0);
  expect(total).toBeGreaterThan(sent);
  const reached = new Set(puts().slice(0, 3));

  proxy.mend();
  const before = puts().length;
  await handIn();
  await expectReceipt();
  const second = puts().slice(before);
  expect(second).toHaveLength(total - sent);
  expect(second.filter((path) => reached.has(path))).toEqual([]);
});

test('a report whose receipt was lost on the way is sent as the same bytes, and filed once', async () => {
  proxy.spoil(({ path }) => (path === '/api/reports' ? { kind: 'lose-answer' } : undefined));
  await handIn();
  await expect(notice()).toContainText('连不上归集服务');
  proxy.mend();
  await handIn();
  await expectReceipt();
  expect(await collectorStatus(`/api/reports/${sessionId}?revision=1`)).toBe(200);
  expect(await collectorStatus(`/api/reports/${sessionId}?revision=2`)).toBe(404);
});

test('a walk that was kept can be handed in again, and keeps its receipt until the new one is there', async () => {
  await handIn();
  await expectReceipt();
  const first = await delivery();
  proxy.spoil(({ path }) => (path === '/api/reports' ? { kind: 'cut' } : undefined));
  await handIn();
  await expect(notice()).toContainText('连不上归集服务');
  expect((await delivery())?.receipt).toEqual(first?.receipt);
  proxy.mend();
  await handIn();
  await expectReceipt();
  expect(await collectorStatus(`/api/reports/${sessionId}?revision=2`)).toBe(200);
});

test('what was changed after the receipt is said beside the hand-in', async () => {
  await handIn();
  await expectReceipt();
  await review.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zouyibian');
        opening.onsuccess = () => {
          const change = opening.result.transaction('deliveries', 'readwrite');
          const rows = change.objectStore('deliveries');
          const reading = rows.get(id);
          reading.onsuccess = () => rows.put({ ...reading.result, changedAt: Date.now() });
          change.oncomplete = () => resolve(opening.result.close());
          change.onerror = () => reject(change.error);
        };
      }),
    sessionId,
  );
  await review.reload();
  const tag = review.locator('.delivery-tag').filter({ hasText: '已上交，又有改动' });
  await expect(tag).toBeVisible();
  await tag.hover();
  await expect(review.locator('.delivery-details').first()).toContainText('再次上交以后归集服务才有');
  await review.screenshot({ path: 'test-results/changed-since.png' });
  await handIn();
  await expect(review.locator('.delivery-tag').filter({ hasText: /^已上交$/ })).toBeVisible({
    timeout: 30_000,
  });
});

/**
 * Presses 上交, 再次上交 or 立即重试, whichever stands there: what waits goes out at once, anything else by the last look;
 * the alarm may try by itself at any time.
 */
async function handIn(): Promise<void> {
  const { attempts = 0 } = (await delivery()) ?? {};
  await review
    .getByRole('button', { name: /^(上交|再次上交|立即重试)$/ })
    .first()
    .click();
  const lastLook = review.getByRole('heading', { name: '上交前检查' });
  await expect
    .poll(async () => (await lastLook.isVisible()) || ((await delivery())?.attempts ?? 0) > attempts)
    .toBe(true);
  if (await lastLook.isVisible()) await goOnFromLastLook(review, /^(上交|再次上交)$/);
}

const notice = (): Locator => review.locator('.delivery-notice');
const puts = () => proxy.seen.filter((each) => each.method === 'PUT').map((each) => each.path);

async function expectReceipt(timeout = 30_000): Promise<void> {
  const kept = review.locator('.delivery-tag').filter({ hasText: '已上交' });
  await expect(kept).toBeVisible({ timeout });
  await expect(notice()).toHaveCount(0);
  const row = await delivery();
  expect(row).toMatchObject({ state: 'kept' });
  await kept.hover();
  const receipt = row?.receipt as { reportHash: string };
  await expect(review.locator('.delivery-hash').filter({ hasText: receipt.reportHash })).toBeVisible();
  await review.mouse.move(0, 0);
}

async function delivery(): Promise<
  { state?: unknown; attempts?: number; nextTryAt?: number; problem?: unknown; receipt?: unknown } | undefined
> {
  return (await readTable(review, 'deliveries')).find((each) => each.sessionId === sessionId);
}

/** How many rows of each kind of evidence lie in this browser. */
async function evidence(): Promise<Record<string, number>> {
  const tables = [
    'sessions',
    'streams',
    'chunks',
    'visits',
    'steps',
    'actions',
    'screenshots',
    'painPoints',
    'objects',
    'objectUses',
  ];
  const counts = await Promise.all(
    tables.map(async (name) => [name, (await readTable(review, name)).length] as const),
  );
  return Object.fromEntries(counts);
}

/** Enrols with the collector itself in the place of the proxy, and gives its port. */
async function enrolDirectly(): Promise<number> {
  await review.goto(browser.extensionUrl('options.html'));
  await forgetEnrolment(review);
  await enrolHere(browser, collector);
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  return Number(new URL(collector.url).port);
}

/** This browser as a device that the collector does not know yet. */
async function enrolAnew(): Promise<void> {
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html'));
  await forgetEnrolment(options);
  await options.close();
  await enrolHere(browser, { url: proxy.url, createEnrolmentCode: collector.createEnrolmentCode });
}

async function forgetEnrolment(options: Page): Promise<void> {
  await options
    .getByLabel('归集服务地址')
    .or(options.getByRole('button', { name: '解除登记' }))
    .first()
    .waitFor();
  // The page is still filling in, and may move the button away from under a click.
  await expect(async () => {
    if (await options.getByLabel('归集服务地址').count()) return;
    await options.getByRole('button', { name: '解除登记' }).click();
    await options.getByRole('button', { name: '解除', exact: true }).click({ timeout: 2000 });
    await options.getByLabel('归集服务地址').waitFor({ timeout: 2000 });
  }).toPass();
}

/** As if nothing had been handed in yet. */
async function forgetDeliveries(extensionPage: Page): Promise<void> {
  await extensionPage.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('zouyibian');
      opening.onsuccess = () => resolve(opening.result);
    });
    const change = db.transaction('deliveries', 'readwrite');
    change.objectStore('deliveries').clear();
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
    db.close();
  });
}

/** The worker's 25 s for a call become 0.4 s, until it is told to stop that; shorter timers stay as they are. */
async function shortenLongTimers(shorten: boolean): Promise<void> {
  await (await browser.worker()).evaluate((on) => {
    const here = self as unknown as { realTimeout?: typeof setTimeout; setTimeout: unknown };
    const real = (here.realTimeout ??= self.setTimeout.bind(self));
    here.setTimeout = on ? (run: () => void, ms?: number) => real(run, (ms ?? 0) >= 25_000 ? 400 : ms) : real;
  }, shorten);
}

/** Stops the worker as the browser does with an idle one; resolves when it is gone. */
async function stopWorker(): Promise<void> {
  const session = await browser.context.newCDPSession(review);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.length > 0 && versions.every((each) => each.runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}

async function adminCookie(): Promise<string> {
  const answer = await fetch(await collector.createSignInLink(), { redirect: 'manual' });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function revokeAllDevices(): Promise<void> {
  const headers = { cookie: await adminCookie() };
  const { devices } = (await (await fetch(`${collector.url}/api/devices`, { headers })).json()) as {
    devices: { id: string }[];
  };
  for (const { id } of devices)
    await fetch(`${collector.url}/api/devices/${id}`, { method: 'DELETE', headers });
}

async function collectorStatus(path: string): Promise<number> {
  const answer = await fetch(collector.url + path, { headers: { cookie: await adminCookie() } });
  await answer.arrayBuffer();
  return answer.status;
}
