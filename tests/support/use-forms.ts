import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch-browser.ts';

/** The head of a form as a liaison fills it in. */
export type FormHead = { unit: string; reporter: string; contact: string; date: string };

/** Opens the official forms on the list of records, with every finished record chosen. */
export async function openForms(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('review.html'));
  await page.getByRole('button', { name: '导出表格' }).click();
  await page.getByRole('dialog').waitFor();
  return page;
}

/** Fills in the head; the date decides the year that the form prints. */
export async function fillHead(page: Page, head: FormHead): Promise<void> {
  await page.getByLabel('填报单位', { exact: true }).fill(head.unit);
  await page.getByLabel('填报人姓名').fill(head.reporter);
  await page.getByLabel('联系方式').fill(head.contact);
  await page.getByLabel('日期').fill(head.date);
}

/** Chooses a form by its name in the dialog. */
export async function chooseForm(page: Page, name: string): Promise<void> {
  await page.locator('.form-kinds').getByText(name, { exact: true }).click();
}

/** The bytes of what a button of the dialog saves, under a name like this. */
export async function exportForm(page: Page, format: 'xlsx' | 'docx', name: RegExp): Promise<Uint8Array> {
  const button = { xlsx: '导出 Excel（.xlsx）', docx: '导出 Word（.docx）' }[format];
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(name);
  return new Uint8Array(await readFile(await download.path()));
}

/** Every official form of all finished records, as both kinds of file, and what is printed of the ones that print. */
export async function saveEveryForm(
  browser: ExtensionBrowser,
): Promise<{ name: string; bytes: Uint8Array }[]> {
  const page = await openForms(browser);
  await fillHead(page, { unit: '演练局', reporter: '填报员', contact: '0599-12345', date: '2026-06-30' });
  const saved: { name: string; bytes: Uint8Array }[] = [];
  const kinds = await page.locator('.form-kinds label').allInnerTexts();
  for (const kind of kinds) {
    await chooseForm(page, kind.trim());
    for (const format of ['xlsx', 'docx'] as const) {
      const bytes = await exportForm(page, format, new RegExp(`\\.${format}$`)).catch(() => undefined);
      if (bytes) saved.push({ name: `${kind.trim()}.${format}`, bytes });
    }
  }
  await chooseForm(page, '走流程情况报告');
  await page.getByRole('button', { name: '打印或存为 PDF' }).click();
  const printed = await page.frameLocator('iframe.form-print').locator('body').innerHTML();
  saved.push({ name: 'report.html', bytes: new TextEncoder().encode(printed) });
  await page.close();
  return saved;
}
