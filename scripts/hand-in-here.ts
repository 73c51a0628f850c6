import type { ExtensionBrowser } from '../tests/support/launch-browser.ts';
import { readTable } from '../tests/support/scripted-walk.ts';

/** Hands a session in from the review page as a walker does; true once the store holds the collector's receipt. */
export async function handInHere(browser: ExtensionBrowser, sessionId: string): Promise<boolean> {
  const review = await browser.context.newPage();
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await review.getByRole('button', { name: '上交' }).first().click();
  await review.getByRole('dialog').getByRole('button', { name: /上交/ }).click();
  await review.locator('[data-delivery=kept], [data-delivery=refused]').first().waitFor({ timeout: 120_000 });
  const deliveries = await readTable(review, 'deliveries');
  await review.close();
  return deliveries.some((each) => each.sessionId === sessionId && each.state === 'kept' && each.receipt !== undefined);
}
