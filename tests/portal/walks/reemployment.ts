import type { Page } from '@playwright/test';
import type { Origins } from '../config.ts';
import { reemployment } from '../items/reemployment.ts';
import { login, openGuide, searchAgain, searchFromHome } from './find-and-login.ts';
import type { WalkHooks, WalkResult } from './walk.ts';
import { acceptDialogs } from './walk.ts';
import type { Walker } from './walker.ts';
import { createWalker } from './walker.ts';
import { walkWizard } from './wizard.ts';

async function readGuide(walker: Walker): Promise<void> {
  const { page } = walker;
  await walker.click(page.locator('.anchors a', { hasText: '申请材料' }));
  const deadTab = await walker.open(page.getByRole('link', { name: '样表下载' }));
  await walker.at('dead-link', deadTab);
  await deadTab.close();
  await walker.click(page.locator('.smart-guide'));
  await walker.click(page.locator('.smart-guide'));
  // Long enough to see that nothing comes of it.
  await walker.linger(2200);
  await walker.click(page.getByRole('link', { name: '在线办理' }));
}

async function loginWithMistake(walker: Walker): Promise<void> {
  await walker.page.waitForURL('**/login*');
  await walker.at('login');
  await login(walker, 'wrong');
  await walker.page.getByRole('alert').waitFor();
  await login(walker, 'right');
}

async function rate(walker: Walker): Promise<void> {
  const { page } = walker;
  await page.waitForURL('**/rate/*');
  await walker.at('rate');
  await walker.click(page.getByRole('button', { name: '提交评价' }));
  // The browser's own bubble is no element; the refusal shows in the focus it moves.
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'level');
  await walker.click(page.getByLabel('基本满意'));
  await walker.click(page.getByLabel('办事便捷度'));
  await walker.type(page.getByLabel('意见建议'), '希望不要重复填写手机号和银行卡');
  await walker.click(page.getByRole('button', { name: '提交评价' }));
  await page.getByRole('heading', { name: '感谢您的评价' }).waitFor();
  await walker.at('rated');
}

/** The long walk with most of the planted faults, from the home page to the rating. */
export async function walkReemployment(page: Page, origins: Origins, hooks?: WalkHooks): Promise<WalkResult> {
  const walker = createWalker(page, hooks);
  const dialogs = acceptDialogs(page);
  await searchFromHome(walker, origins, '丢了工作怎么领钱');
  await walker.at('search-empty');
  await searchAgain(walker, '失业');
  await openGuide(walker, reemployment);
  await readGuide(walker);
  await loginWithMistake(walker);
  await page.waitForURL(`**/handle/${reemployment.code}`);
  const caseNo = await walkWizard(walker);
  await walker.click(page.frameLocator('#formiframe').getByRole('link', { name: '查询办件进度' }));
  await page.waitForURL('**/login*');
  await walker.at('login-again');
  await login(walker, 'right');
  await page.waitForURL('**/my');
  await walker.at('my');
  await walker.click(page.getByRole('link', { name: '去评价' }));
  await rate(walker);
  dialogs.stop();
  return walker.result(caseNo);
}
