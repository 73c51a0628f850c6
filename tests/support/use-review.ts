import { expect, type Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch-browser.ts';

/** What the unit's liaison sets down beside a pain point, by the words of the dialog. */
export type Rectified = {
  disposal: '立行立改' | '限期整改' | '共性问题（建章立制）' | '待定';
  measure?: string;
  ownerUnit?: string;
  owner?: string;
  deadline?: string;
  done?: boolean;
  effect?: string;
};

/** Opens a record on the review page. */
export async function openSession(browser: ExtensionBrowser, id: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl(`review.html#/${id}`));
  return page;
}

/** Fills in the liaison's fields beside the nth pain point of the record that a page shows. */
export async function rectify(page: Page, one: Rectified, nth = 0): Promise<void> {
  await page.getByRole('tab', { name: /痛点/ }).click();
  await page.locator('.pain-card').getByRole('button', { name: '整改' }).nth(nth).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(one.disposal, { exact: true }).click();
  if (one.measure) await dialog.getByLabel('整改措施').fill(one.measure);
  if (one.ownerUnit) await dialog.getByLabel('责任单位').fill(one.ownerUnit);
  if (one.owner) await dialog.getByLabel('责任人').fill(one.owner);
  if (one.deadline) await dialog.getByLabel('拟整改完成的期限').fill(one.deadline);
  if (one.done) await dialog.getByText('已整改完毕').click();
  if (one.effect) await dialog.getByLabel('整改效果').fill(one.effect);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
}
