import type { FrameLocator, Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch-browser.ts';

/** Opens a session's replay on the review page at a moment; `status` is what the stage came to, `words` what stands there in its place. */
export async function lookAtReplay(
  browser: ExtensionBrowser,
  page: Page,
  sessionId: string,
  at: number,
): Promise<{ status: string; words: string; frame: FrameLocator }> {
  await page.goto('about:blank');
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}?at=${Math.round(at)}`));
  const stage = page.locator('.replay-stage');
  await page
    .locator(
      '.replay-stage[data-status=ready],.replay-stage[data-status=gap],.replay-stage[data-status=error]',
    )
    .waitFor();
  const instead = page.locator('.replay-gap header');
  return {
    status: (await stage.getAttribute('data-status')) ?? '',
    words: (await instead.allTextContents()).join(' '),
    frame: page.frameLocator('.replay-container iframe >> nth=-1'),
  };
}
