import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Page } from '@playwright/test';
import { readHandOverFile } from '../../lib/deliver/hand-over-file.ts';
import { SessionReport } from '../../lib/model/report.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { valueOf } from '../portal/personal-site/planted.ts';
import { startPortal } from '../portal/start-portal.ts';
import { openExtensionFiles, openFolder } from './extension-files.ts';
import { saveAsFile } from './last-look.ts';
import { type ExtensionBrowser, launchBrowser } from './launch-browser.ts';
import { type Opened, openBytes, openOffice } from './opened-bytes.ts';
import { readExports } from './read-report.ts';
import { newestSession, openPageAndPanel, readTable } from './scripted-walk.ts';
import { startStack } from './stack.ts';
import { saveEveryForm } from './use-forms.ts';
import { finishWalk, startWalk, tag } from './use-panel.ts';

export type Box = { surface: string; x: number; y: number; width: number; height: number };
/** A picture of a page whose planted values stood still at these places, CSS pixels. */
export type PictureToCheck = { jpeg: Buffer; viewWidth: number; boxes: Box[] };

export type PersonalWalk = {
  /** Everything kept anywhere, by the part of the house that keeps it. */
  kept: Record<'extension' | 'handOverFile' | 'collector' | 'collectorLog' | 'exports' | 'forms', Opened[]>;
  report: SessionReport;
  pictures: PictureToCheck[];
  handedIn: boolean;
};

/**
 * Walks the planted pages as a person does, hands in, saves every export, closes the browser and the collector, and
 * opens all that was written to a disk.
 */
export async function makePersonalWalk(extension = builtExtension): Promise<PersonalWalk> {
  const folder = await mkdtemp(join(tmpdir(), 'zyb-personal-'));
  const profile = join(folder, 'profile');
  const dataFolder = join(folder, 'collector');
  const logged: string[] = [];
  const stack = await startStack({ dataFolder, portalPorts: 'any', onLog: (line) => void logged.push(line) });
  const browser = await launchBrowser({ extension, profile });
  let isOpen = true;
  try {
    browser.context.setDefaultTimeout(20_000);
    await enrolHere(browser, stack.collector);
    const { origins } = stack.portal;
    const { page, panel } = await openPageAndPanel(browser, `${origins.portal}/page/about`);
    await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' });
    const stills = await walkPlantedPages(page, panel, origins.portal);
    await finishWalk(panel, '提交前止步');
    const sessionId = await newestSession(panel);
    const handedIn = await handInHere(browser, sessionId);
    const file = await saveFile(browser, sessionId);
    const exports = await readExports(browser, sessionId);
    const forms = await saveEveryForm(browser);
    await askInVain(stack.collector.url);
    await browser.close();
    await stack.close();
    isOpen = false;

    const { report, pictures } = await picturesIn(file, stills);
    return {
      handedIn,
      report,
      pictures,
      kept: {
        extension: await openExtensionFiles(profile),
        handOverFile: openBytes('walk.zyb', file),
        collector: [...(await dumpDatabase(dataFolder)), ...(await openFolder(dataFolder))],
        collectorLog: [{ what: 'the log', bytes: Buffer.from(logged.join('')) }],
        forms: forms.flatMap(({ name, bytes }) => openOffice(name, bytes)),
        exports: exports.flatMap(({ name, text }) => openBytes(name, Buffer.from(text))),
      },
    };
  } finally {
    if (isOpen) {
      await browser.close();
      await stack.close();
    }
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pictures of stills, from the hand-over file they lie in. */
async function picturesIn(
  file: Uint8Array,
  stills: readonly Still[],
): Promise<{ report: SessionReport; pictures: PictureToCheck[] }> {
  const { reportJson, objects } = await readHandOverFile(file);
  const report = SessionReport.parse(JSON.parse(reportJson));
  const pictures = report.screenshots.flatMap((shot): PictureToCheck[] => {
    const still = stills.find(({ from, to }) => shot.at >= from && shot.at <= to);
    const jpeg = objects.get(shot.object)?.bytes;
    return still && jpeg
      ? [{ jpeg: Buffer.from(jpeg), viewWidth: shot.view?.width ?? 1280, boxes: still.boxes }]
      : [];
  });
  return { report, pictures };
}

/** The planted pages where the browser refuses pictures of the tab, so that they are drawn from the DOM. */
export async function makeDrawnPictures(): Promise<{ report: SessionReport; pictures: PictureToCheck[] }> {
  const portal = await startPortal({ ports: 'any' });
  const browser = await launchBrowser({ extension: builtExtension });
  try {
    const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/page/about`);
    const worker = await browser.worker();
    await worker.evaluate(() => {
      chrome.tabs.captureVisibleTab = () => Promise.reject(new Error('refused'));
    });
    await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' });
    const stills = await walkPlantedPages(page, panel, portal.origins.portal);
    await finishWalk(panel, '提交前止步');
    return await picturesIn(await saveFile(browser, await newestSession(panel)), stills);
  } finally {
    await browser.close();
    await portal.close();
  }
}

/** Requests that the collector refuses, with a value in address, headers and body. */
async function askInVain(url: string): Promise<void> {
  const value = valueOf('page address');
  await fetch(`${url}/api/reports/${value}?sfzh=${value}`, { headers: { authorization: `Bearer ${value}` } });
  await fetch(`${url}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', referer: `${url}/${value}` },
    body: JSON.stringify({ schema: value, session: { item: { name: valueOf('labelled name') } } }),
  });
}

/** The same walk without a collector: what the extension has on its disk afterwards. */
export async function makeBareWalk(extension: string): Promise<Opened[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zyb-bare-'));
  const portal = await startPortal({ ports: 'any' });
  const browser = await launchBrowser({ extension, profile: join(folder, 'profile') });
  try {
    const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/page/about`);
    await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' });
    await walkPlantedPages(page, panel, portal.origins.portal);
    await finishWalk(panel, '提交前止步');
    await browser.close();
    return await openExtensionFiles(join(folder, 'profile'));
  } finally {
    await browser.close().catch(() => undefined);
    await portal.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Still = { from: number; to: number; boxes: Box[] };

async function walkPlantedPages(page: Page, panel: Page, origin: string): Promise<Still[]> {
  const v = valueOf;
  const stills: Still[] = [];
  const open = async (path: string) => {
    await page.goto(`${origin}${path}`);
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
  };
  /** Stands still until a picture was taken. */
  const standStill = async () => {
    const boxes = await boxesOn(page);
    const from = Date.now();
    await tag(panel, '通不通', '线上办理简不简便');
    for (let tries = 0; tries < 60; tries += 1) {
      if ((await readTable(panel, 'screenshots')).some(({ at }) => Number(at) >= from)) break;
      await page.waitForTimeout(200);
    }
    stills.push({ from, to: Date.now(), boxes });
  };
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));

  await open('/personal/shown');
  await standStill();
  await open('/personal/neighbours');
  await page.locator('#alone').click();
  await page.locator('#row').click();
  await standStill();
  await open('/personal/sentences');
  await standStill();
  await open('/personal/later');
  await open(
    `/personal/landed?sfzh=${v('page address')}&phone=${v('query value')}&ticket=${v('token in an address')}#owner=${v('page address fragment')}`,
  );
  await open('/personal/hop');
  await open(`/search?q=${v('search words')}`);
  await open('/personal/form');
  const fill = async (field: string, value: string) => {
    await page.locator(field).click();
    await page.keyboard.type(value);
  };
  await fill('#typed-id', v('typed value'));
  await fill('#typed-phone', v('typed phone'));
  await fill('#typed-name', v('typed name'));
  await fill('#typed-card', v('typed card'));
  await fill('#typed-mail', v('typed mail'));
  await fill('#typed-address', v('typed address'));
  await fill('#typed-code', v('typed one-time code'));
  await page.locator('#people').selectOption({ index: 1 });
  await page.locator('#people').selectOption({ index: 2 });
  await page.locator('[name=who]').check();
  await page.locator('#file').setInputFiles({
    name: `身份证${v('uploaded file name')}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  });
  for (const button of ['#send', '.pick', '#late', '#ask', '#fail', '#say', '#toast'])
    await page.locator(button).click();
  await page.waitForTimeout(800);
  await standStill();
  await say(panel, 'renameStep', `核对 ${v('step name')}`);
  await say(panel, 'pauseWalk', `接听 ${v('pause reason')}`);
  await say(panel, 'resumeWalk', undefined);
  await page.locator('#address').click();
  await page.waitForTimeout(1500);
  return stills;
}

/** What the panel itself would say to the background. */
const say = (panel: Page, type: string, data: string | undefined) =>
  panel.evaluate((message) => chrome.runtime.sendMessage(message), {
    id: 1,
    type,
    data,
    timestamp: Date.now(),
  });

/** Where planted values stand in the viewport: those in marked elements, and fields that hold something. */
function boxesOn(page: Page): Promise<Box[]> {
  return page.evaluate(() => {
    const found: Box[] = [];
    const keep = (surface: string, { x, y, width, height }: DOMRect) => {
      if (width > 4 && height > 4 && x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight)
        found.push({ surface, x, y, width, height });
    };
    for (const element of document.querySelectorAll('[data-planted]')) {
      const range = document.createRange();
      range.selectNodeContents(element);
      for (const box of range.getClientRects()) keep(element.getAttribute('data-planted') ?? '', box);
    }
    // Shadow trees and what style sheets write have no marks of their own.
    const inShadow = document.querySelector('#shadow')?.shadowRoot?.querySelector('[data-planted]');
    if (inShadow) keep('shadow text', inShadow.getBoundingClientRect());
    const written = document.querySelector('.tag');
    if (written) keep('style sheet content', written.getBoundingClientRect());
    for (const picture of document.querySelectorAll('[data-face]'))
      keep('picture of a person', picture.getBoundingClientRect());
    for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type]),textarea,select'))
      if (field.value || field.placeholder)
        keep(field.id || field.placeholder, field.getBoundingClientRect());
    return found;
  });
}

async function saveFile(browser: ExtensionBrowser, sessionId: string): Promise<Buffer> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    saveAsFile(page),
  ]);
  const bytes = await readFile(await download.path());
  await page.close();
  return bytes;
}

/** Every row of every table of the collector's embedded database, which its files may hold compressed. */
async function dumpDatabase(dataFolder: string): Promise<Opened[]> {
  const database = new PGlite(join(dataFolder, 'database'));
  try {
    const { rows } = await database.query<{ schema: string; name: string }>(
      "select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
    );
    const opened: Opened[] = [];
    for (const { schema, name } of rows) {
      const all = await database.query(`select * from "${schema}"."${name}"`);
      opened.push(...openBytes(`table ${name}`, Buffer.from(JSON.stringify(all.rows))));
    }
    return opened;
  } finally {
    await database.close();
  }
}
