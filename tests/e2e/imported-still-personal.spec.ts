import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeHandOverFile } from '../../lib/deliver/hand-over-file.ts';
import { SessionReport } from '../../lib/model/report.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { fakeReport } from '../support/fake-report.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';

let browser: ExtensionBrowser;
let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zyb-imported-'));
  browser = await launchBrowser({ extension: builtExtension });
});

test.afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A review page on which the report was opened from a file. */
async function openFromFile(report: SessionReport): Promise<Page> {
  const file = await writeHandOverFile({
    reportJson: JSON.stringify(report),
    objects: (async function* () {})(),
  });
  const path = join(folder, 'walk.zyb');
  await writeFile(path, new Uint8Array(await file.arrayBuffer()));
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('review.html'));
  await page.getByRole('button', { name: '打开记录文件' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(path);
  await page.waitForURL(`**/review.html#/${report.id}`);
  return page;
}

test('deleting a record from a file says that the file has it still, and that what was set down for it here goes', async () => {
  const report = SessionReport.parse(fakeReport());
  const page = await openFromFile(report);
  await page.getByRole('button', { name: '删除', exact: true }).waitFor();
  await page.evaluate(
    (sessionId) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zouyibian');
        opening.onsuccess = () => {
          const change = opening.result.transaction('rectifications', 'readwrite');
          const rectification = {
            measure: '合并两张表',
            owner: '',
            ownerUnit: '',
            coUnits: [],
            done: false,
            effect: '',
          };
          change.objectStore('rectifications').put({ sessionId, painPointId: 'pp1', rectification });
          change.oncomplete = () => resolve(opening.result.close());
          change.onerror = () => reject(change.error);
        };
      }),
    report.id,
  );
  await page.reload();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('这是从文件打开的记录');
  await expect(dialog).toContainText('1 条整改会一并删除');
  await expect(dialog).not.toContainText('还没有上交');
  await dialog.getByRole('button', { name: /^删\s*除$/ }).click();
  await expect(page.getByText('已从数据库删除')).toBeVisible();
});

/** A record that came from a file is evidence of somebody else: it is not changed here, and not handed on while it leaks. */
test('a record from a file that still holds personal data is not saved again, and who can do what about it is said', async () => {
  const report = SessionReport.parse(fakeReport());
  const streams = report.streams.map((stream) => ({ ...stream, title: '致电13800138000' }));
  const page = await openFromFile({ ...report, streams });
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await page.getByRole('button', { name: '存为文件' }).click();
  const refusal = page.getByText(/没有导出：.*仍有疑似个人信息（手机号）/);
  await expect(refusal).toContainText('证据在这里不能改动');
  await expect(refusal).toContainText('请走流程人员在原来的浏览器里打开这次记录');
  await expect(refusal).not.toContainText('13800138000');
  await page.screenshot({ path: 'test-results/imported-refused.png' });
  expect(downloads).toBe(0);
});
