import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Origins } from '../../portal/config.ts';
import { crossRegion } from '../../portal/items/cross-region.ts';
import { libraryCard } from '../../portal/items/library-card.ts';
import { reemployment } from '../../portal/items/reemployment.ts';
import { residence } from '../../portal/items/residence.ts';
import { login } from '../../portal/walks/find-and-login.ts';
import { createWalker } from '../../portal/walks/walker.ts';

/** After each page's load, for what it puts off, milliseconds. */
const settleMs = 300;

/** Ten pages of the practice portal; the wizard in its iframe of another origin is one of them. */
export function tenPages({ portal, old }: Origins): string[] {
  return [
    `${portal}/`,
    `${portal}/search?q=${encodeURIComponent('失业')}`,
    `${portal}/search?q=${encodeURIComponent('转移')}`,
    ...[reemployment, libraryCard, crossRegion, residence].map(({ code }) => `${portal}/guide/${code}`),
    `${portal}/handle/${reemployment.code}`,
    `${portal}/my`,
    `${old}/login.html`,
  ];
}

/** Signs in to both parts of the portal that ask for it, so that no page of the ten is a login instead. */
export async function signIn(page: Page, { portal }: Origins): Promise<void> {
  for (const path of [`/handle/${reemployment.code}`, '/my']) {
    await page.goto(`${portal}${path}`);
    await login(createWalker(page), 'right');
    await page.waitForURL(`${portal}${path}`);
  }
}

/** Opens one page after the other; answers the sum of their load times, milliseconds. Throws when one is not there. */
export async function visitPages(page: Page, urls: readonly string[]): Promise<number> {
  let loadMs = 0;
  for (const url of urls) {
    const answer = await page.goto(url, { waitUntil: 'load' });
    if (!answer?.ok() || page.url() !== url)
      throw new Error(`${url} led to ${page.url()} (${answer?.status()})`);
    if (url.includes('/handle/')) await page.frameLocator('#formiframe').locator('.el-steps').waitFor();
    await delay(settleMs);
    loadMs += await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? 0);
  }
  return loadMs;
}
