import type { Page } from '@playwright/test';
import type { Origins } from '../config.ts';
import type { WalkHooks, WalkResult } from './walk.ts';
import { createWalker } from './walker.ts';

/** To the one page that is slow to come, from the page that leads there. */
export async function walkSlow(page: Page, origins: Origins, hooks?: WalkHooks): Promise<WalkResult> {
  const walker = createWalker(page, hooks);
  await page.goto(`${origins.portal}/residence/policy`);
  await walker.at('policy');
  await walker.click(page.getByRole('link', { name: '积分查询' }));
  await page.waitForURL('**/residence/points');
  await page.locator('#points', { hasText: '62' }).waitFor();
  await walker.at('points');
  return walker.result('');
}
