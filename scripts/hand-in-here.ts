import { goOnFromLastLook } from '../tests/support/last-look.ts';
import type { ExtensionBrowser } from '../tests/support/launch-browser.ts';
import { readTable } from '../tests/support/scripted-walk.ts';

/** Hands a session in from the review page as a walker does; true once the store holds the collector's receipt. */
export async function handInHere(browser: ExtensionBrowser, sessionId: string): Promise<boolean> {
  const review = await browser.context.newPage();
  await review.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await review.getByRole('button', { name: '上交' }).first().click();
  await goOnFromLastLook(review, '上交');
  let delivery: Record<string, unknown> | undefined;
  for (
    let tries = 0;
    tries < 240 && delivery?.state !== 'kept' && delivery?.state !== 'refused';
    tries += 1
  ) {
    await review.waitForTimeout(250);
    delivery = (await readTable(review, 'deliveries')).find((each) => each.sessionId === sessionId);
  }
  await review.close();
  return delivery?.state === 'kept' && delivery.receipt !== undefined;
}
