import type { Page } from '@playwright/test';
import type { Origins } from '../config.ts';
import { libraryCard } from '../items/library-card.ts';
import { applicant } from '../people.ts';
import { openGuide, searchFromHome } from './find-and-login.ts';
import type { WalkHooks, WalkResult } from './walk.ts';
import { createWalker } from './walker.ts';

/** The walk on which nothing is planted: home, search, guide, a short form, the result. */
export async function walkClean(page: Page, origins: Origins, hooks?: WalkHooks): Promise<WalkResult> {
  const walker = createWalker(page, hooks);
  await searchFromHome(walker, origins, '读者证');
  await openGuide(walker, libraryCard);
  await walker.click(page.getByRole('link', { name: '在线办理' }));
  await page.waitForURL('**/handle/*');
  await walker.at('form');
  await walker.type(page.getByLabel('姓名'), applicant.name);
  await walker.type(page.getByLabel('手机号码'), applicant.phone);
  await walker.select(page.getByLabel('常去的图书馆'), '临江区分馆');
  // As people do: the words, not the small box before them.
  await walker.click(page.getByText('我已阅读并同意'));
  await walker.click(page.getByRole('button', { name: '提交申请' }));
  await page.waitForURL('**/result/*');
  await walker.at('result');
  return walker.result(page.url().split('/').at(-1) ?? '');
}
