import type { Collector } from '../../server/start-collector.ts';
import type { ExtensionBrowser } from '../../tests/support/launch-browser.ts';
import { type Camera, views } from './camera.ts';

/** The options page before and after the walker has filled it in and enrolled; fictitious person. */
export async function shootOptions(
  { browser, camera }: { browser: ExtensionBrowser; camera: Camera },
  collector: Collector,
): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('options.html'));
  await camera.fit(page, views.screen);
  await page.getByLabel('单位').fill('青溪市政务服务管理局');
  await page.getByLabel('姓名或代号').fill('体验员03');
  await page.getByLabel('职务').fill('一级主任科员');
  await page.getByRole('button', { name: '保存', exact: true }).first().click();
  await camera.take(page, 'options');
  await page.getByLabel('归集服务地址').fill(collector.url);
  await page.getByLabel('一次性登记码').fill(await collector.createEnrolmentCode());
  await page.locator('#collector').evaluate((section) => section.scrollIntoView());
  await camera.take(page, 'options-enrol');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('已登记').first().waitFor();
  await page.getByRole('button', { name: '测试连接' }).click();
  await page.getByText('连接正常').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await camera.take(page, 'options-all', { whole: true });
  await camera.fit(page, views.zoomed);
  await page.locator('#collector').evaluate((section) => section.scrollIntoView());
  await camera.take(page, 'options-125');
  await page.close();
}
