import type { Collector } from '../server/start-collector.ts';
import type { ExtensionBrowser } from '../tests/support/launch-browser.ts';

/** Enrols a browser with a collector on the options page, as an official does with the code they were given. */
export async function enrolHere(
  browser: ExtensionBrowser,
  collector: Pick<Collector, 'url' | 'createEnrolmentCode'>,
): Promise<void> {
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html'));
  await options.getByLabel('归集服务地址').fill(collector.url);
  await options.getByLabel('一次性登记码').fill(await collector.createEnrolmentCode());
  await options.getByRole('button', { name: '登记', exact: true }).click();
  await options.getByText('已登记').first().waitFor();
  await options.close();
}
