import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { parse } from 'yaml';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import type { Place } from '../portal/walks/walk.ts';
import { saveAsFile } from '../support/last-look.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { lookAtReplay } from '../support/look-at-replay.ts';
import { walkClean } from '../support/portal-walk.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

const choice = { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' };
type Sentences = { file: Record<string, string> };
let sentences: Sentences['file'] = {};
let folder = '';
let walker: ExtensionBrowser;
let reader: ExtensionBrowser;
let sessionId = '';
let file = '';
let bytes: Uint8Array = new Uint8Array();
const seen = new Map<Place, number>();
const fetched: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zyb-hand-over-'));
  sentences = (
    parse(await readFile(join(import.meta.dirname, '../../locales/zh_CN.yml'), 'utf8')) as Sentences
  ).file;
  const portal = await startPortal({ ports: 'any' });
  walker = await launchBrowser({ extension: builtExtension });
  const { page, panel } = await openPageAndPanel(walker, `${portal.origins.portal}/`);
  await startWalk(panel, choice);
  await walkClean(page, portal.origins, {
    at: async (place, where) => {
      await expect(where.locator('[data-zyb-bar]')).toHaveCount(1);
      seen.set(place, Date.now());
      if (place === 'guide') await tag(panel, '全不全', '线上线下指南准不准');
    },
  });
  await finishWalk(panel, '已真实提交');
  sessionId = await newestSession(panel);
  await panel.close();
  // From here on nothing answers: neither the portal nor, in this test, any collector.
  await portal.close();
  reader = await launchBrowser({ extension: builtExtension });
  reader.context.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url())) fetched.push(request.url());
  });
});

test.afterAll(async () => {
  await walker?.close();
  await reader?.close();
  await rm(folder, { recursive: true, force: true });
});

test('存为文件 saves the finished session as one .zyb file', async () => {
  const page = await walker.context.newPage();
  await page.goto(walker.extensionUrl(`review.html#/${sessionId}`));
  const [download] = await Promise.all([page.waitForEvent('download'), saveAsFile(page)]);
  expect(download.suggestedFilename()).toMatch(/失业再就业.*-\d{4}-\d\d-\d\d\.zyb$/);
  file = join(folder, 'walk.zyb');
  await download.saveAs(file);
  bytes = Uint8Array.from(await readFile(file));
  expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK');
  await page.close();
});

const wrongFiles: { what: string; sentence: string; make(): Uint8Array }[] = [
  {
    what: 'with one byte of a replay chunk or picture flipped',
    sentence: 'objectHash',
    make: () => flipped(bytes, find(bytes, 'objects/') + 100),
  },
  {
    what: 'with one byte of the report flipped',
    sentence: 'damaged',
    make: () => flipped(bytes, find(bytes, '"startedAt":') + 14),
  },
  {
    what: 'with one byte of its directory flipped',
    sentence: 'damaged',
    make: () => flipped(bytes, bytes.length - 60),
  },
  {
    what: 'that was cut in the middle',
    sentence: 'damaged',
    make: () => bytes.subarray(0, Math.floor(bytes.length / 2)),
  },
  { what: 'whose last byte is missing', sentence: 'damaged', make: () => bytes.subarray(0, -1) },
  {
    what: 'that is another zip',
    sentence: 'notAHandOverFile',
    make: () => zipSync({ 'document.xml': strToU8('<a/>'), 'b/c.txt': strToU8('c') }),
  },
  {
    what: 'that is a text',
    sentence: 'notAHandOverFile',
    make: () => strToU8('这是一份普通的文字，不是记录文件。'),
  },
  { what: 'that is empty', sentence: 'notAHandOverFile', make: () => new Uint8Array() },
];

for (const { what, sentence, make } of wrongFiles) {
  test(`a file ${what} is refused in a clear sentence, and nothing of it is kept`, async () => {
    const path = join(folder, 'wrong.zyb');
    await writeFile(path, make());
    const page = await openList(reader);
    await page.locator('input[type=file]').setInputFiles(path);
    const notice = page.locator('.ant-message-notice');
    const [begin = '', end = ''] = (sentences[sentence] ?? 'no such sentence').split('$1');
    await expect(notice).toContainText(begin);
    await expect(notice).toContainText(end);
    await expect(notice).not.toContainText(/undefined|\[object|Error|file\.|\$1/);
    expect(page.url()).not.toContain(sessionId);
    for (const table of ['imported', 'objects', 'objectUses', 'sessions', 'chunks', 'steps']) {
      expect(await readTable(page, table), table).toEqual([]);
    }
    await expect(page.getByText('还没有走流程记录')).toBeVisible();
    await page.close();
  });
}

test('the sound file opens in another browser and replays there, without one request', async () => {
  const page = await openList(reader);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(`**/review.html#/${sessionId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('失业再就业');
  const stage = page.locator('.replay-stage');
  await expect(stage).toHaveAttribute('data-status', 'ready');
  await page.getByRole('button', { name: '播放' }).first().click();
  await expect.poll(async () => Number(await stage.getAttribute('data-events-played'))).toBeGreaterThan(20);

  const words: Partial<Record<Place, string>> = {
    search: '读者证',
    guide: '公共图书馆读者证申领',
    form: '常去的图书馆',
    result: '公共图书馆读者证申领',
  };
  for (const [place, text] of Object.entries(words)) {
    const { status, frame } = await lookAtReplay(reader, page, sessionId, seen.get(place as Place) ?? 0);
    expect(status, place).toBe('ready');
    await expect(frame.locator('body'), place).toContainText(text);
  }
  expect(fetched).toEqual([]);
  await page.close();
});

test('what was opened is the report as it was saved, to the last object', async () => {
  const page = await openList(reader);
  const [row] = await readTable(page, 'imported');
  const report = JSON.parse(String(row?.json)) as {
    id: string;
    objects: { object: string }[];
    painPoints: unknown[];
    session: object;
  };
  expect(report.id).toBe(sessionId);
  expect(report.painPoints).toHaveLength(1);
  expect((await readTable(page, 'objects')).map((each) => each.object).sort()).toEqual(
    report.objects.map(({ object }) => object).sort(),
  );
  expect(find(bytes, String(row?.json))).toBeGreaterThan(0);
  await page.close();
});

test('what was opened is read-only, while its walker may correct it', async () => {
  const buttons = { handIn: /^(再次)?上交$/, steps: /更正步骤/ };
  const own = await walker.context.newPage();
  await own.goto(walker.extensionUrl(`review.html#/${sessionId}`));
  await expect(own.getByRole('button', { name: buttons.handIn })).toHaveCount(1);
  await expect(own.getByRole('button', { name: buttons.steps })).not.toHaveCount(0);
  await own.getByRole('tab', { name: /痛点/ }).click();
  await expect(own.getByRole('button', { name: '在当前位置添加' })).toBeVisible();
  await own.close();

  const page = await reader.context.newPage();
  await page.goto(reader.extensionUrl(`review.html#/${sessionId}`));
  await expect(page.locator('.replay-stage')).toHaveAttribute('data-status', 'ready');
  await expect(page.getByRole('button', { name: buttons.handIn })).toHaveCount(0);
  await expect(page.getByRole('button', { name: buttons.steps })).toHaveCount(0);
  await page.getByRole('tab', { name: /痛点/ }).click();
  await expect(page.getByText('线上线下指南准不准')).toBeVisible();
  await expect(page.getByRole('button', { name: '在当前位置添加' })).toHaveCount(0);
  await expect(page.locator('.review-side').getByRole('button', { name: '修改' })).toHaveCount(0);
  await page.close();
});

test('it stands in the list as one from a file, also when it is opened twice', async () => {
  const page = await openList(reader);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(`**/review.html#/${sessionId}`);
  await page.getByRole('button', { name: '返回列表' }).click();
  await expect(page.getByText('来自文件')).toHaveCount(1);
  await page.close();
});

async function openList(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('review.html'));
  await page.getByRole('button', { name: '打开记录文件' }).waitFor();
  return page;
}

function flipped(whole: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(whole);
  copy[at] = (copy[at] ?? 0) ^ 0x01;
  return copy;
}

const find = (whole: Uint8Array, text: string): number => Buffer.from(whole).indexOf(text);
