import type { ExtensionBrowser } from '../../tests/support/launch-browser.ts';
import { type Camera, views } from './camera.ts';

/** The dialog of official forms, and what the liaison fills in beside a pain point. */
export async function shootForms(
  { browser, camera }: { browser: ExtensionBrowser; camera: Camera },
  sessionId: string,
): Promise<void> {
  const page = await browser.context.newPage();
  await camera.fit(page, views.screen);
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await page.getByRole('tab', { name: /^痛点/ }).click();
  await page.locator('.pain-card').getByRole('button', { name: '整改' }).first().click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'rectify');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '导出表格' }).click();
  await page.locator('.form-preview').waitFor();
  await camera.take(page, 'forms-preview');
  await camera.fit(page, views.zoomed);
  await camera.take(page, 'forms-preview-125');
  await camera.fit(page, views.screen);
  await page.getByRole('tab', { name: /^选择记录/ }).click();
  await camera.take(page, 'forms-choose');
  await page.close();
}
