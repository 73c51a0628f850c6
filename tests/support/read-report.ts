import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readHandOverFile } from '../../lib/deliver/hand-over-file.ts';
import { SessionReport } from '../../lib/model/report.ts';
import { saveAsFile } from './last-look.ts';
import type { ExtensionBrowser } from './launch-browser.ts';

/** A finished session's report as its walker would save it: out of the hand-over file. */
export async function readReport(browser: ExtensionBrowser, sessionId: string): Promise<SessionReport> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  const [download] = await Promise.all([page.waitForEvent('download'), saveAsFile(page)]);
  const file = new Blob([Uint8Array.from(await readFile(await download.path()))]);
  const { reportJson } = await readHandOverFile(file);
  await page.close();
  return SessionReport.parse(JSON.parse(reportJson));
}

type SavedFile = { name: string; text: string };

/** What the export menu of the review page saves, entry by entry, as a person gets it. */
export async function readExports(browser: ExtensionBrowser, sessionId: string): Promise<SavedFile[]> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  const saved = await saveExports(page);
  await page.close();
  return saved;
}

/** The same of any page that shows a record: the review page or the review desk. */
export async function saveExports(page: Page): Promise<SavedFile[]> {
  const saved: SavedFile[] = [];
  for (const entry of ['浏览器录制文件', 'Playwright 测试', '网络记录']) {
    await page.getByRole('button', { name: /^导\s?出$/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: entry }).click(),
    ]);
    saved.push({ name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') });
  }
  return saved;
}
