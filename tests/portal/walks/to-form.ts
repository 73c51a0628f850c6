import type { Page } from '@playwright/test';
import type { Origins } from '../config.ts';
import { reemployment } from '../items/reemployment.ts';
import { login, openGuide, searchAgain, searchFromHome } from './find-and-login.ts';
import type { WalkHooks, WalkResult } from './walk.ts';
import { createWalker } from './walker.ts';

/** The one-thing item as somebody seeks it who lost their work: everyday words, official words, guide, login, form. */
export async function walkToForm(page: Page, origins: Origins, hooks?: WalkHooks): Promise<WalkResult> {
  const walker = createWalker(page, hooks);
  await searchFromHome(walker, origins, '丢了工作怎么领钱');
  await walker.at('search-empty');
  await searchAgain(walker, '失业');
  await openGuide(walker, reemployment);
  await walker.click(page.getByRole('link', { name: '在线办理' }));
  await page.waitForURL('**/login*');
  await walker.at('login');
  await login(walker, 'right');
  await page.waitForURL(`**/handle/${reemployment.code}`);
  await page.frameLocator('#formiframe').locator('.step-title', { hasText: '办理须知' }).waitFor();
  await walker.at('wizard-1');
  return walker.result('');
}
