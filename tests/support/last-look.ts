import type { Page } from '@playwright/test';

/** Goes on from the page before a session leaves, once its last look through everything found nothing. */
export async function goOnFromLastLook(page: Page, button: RegExp | string): Promise<void> {
  await page.getByRole('heading', { name: '上交前检查' }).waitFor();
  await page.getByText('没有发现残留的个人信息').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: button, exact: typeof button === 'string' }).click();
}

/** Saves the session shown on a review page as a file; start waiting for the download before. */
export async function saveAsFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: '存为文件' }).click();
  await goOnFromLastLook(page, '存为文件');
}
