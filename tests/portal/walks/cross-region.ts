import type { Page } from '@playwright/test';
import type { Origins } from '../config.ts';
import { crossRegion } from '../items/cross-region.ts';
import { applicant, oldAccount } from '../people.ts';
import { login, openGuide, searchFromHome } from './find-and-login.ts';
import type { WalkHooks, WalkResult } from './walk.ts';
import { acceptDialogs } from './walk.ts';
import type { Walker } from './walker.ts';
import { createWalker } from './walker.ts';

export interface CrossRegionResult extends WalkResult {
  /** The receipt window, still open. */
  popup: Page;
  /** Texts of the alerts and the confirm, in order. */
  dialogs: string[];
}

async function loginToOldSite(walker: Walker): Promise<void> {
  const { page } = walker;
  await page.waitForURL('**/login.html');
  await walker.at('old-login');
  await walker.type(page.locator('#userid'), oldAccount.account);
  await walker.type(page.locator('#passwd'), oldAccount.password);
  await walker.click(page.getByRole('button', { name: '登 录' }));
  await page.waitForURL('**/index.html');
  await page.frameLocator('frame[name=mainFrame]').getByText('系统结账期').waitFor();
  await walker.at('old-main');
}

async function applyForTransfer(walker: Walker): Promise<void> {
  const { page } = walker;
  const menu = page.frameLocator('frame[name=menuFrame]');
  const main = page.frameLocator('frame[name=mainFrame]');
  await walker.click(menu.getByRole('link', { name: '参保信息查询' }));
  await main.getByText('供养亲属信息').waitFor();
  await walker.at('old-query');
  await walker.click(menu.getByRole('link', { name: '关系转移申请' }));
  await main.locator('body.ready #query').waitFor();
  await walker.at('transfer');
  await walker.click(main.locator('#query'));
  await main.locator('.layui-layer-msg').waitFor();
  await walker.at('old-toast');
  await walker.type(main.locator('#aac001'), applicant.socialSecurityNumber);
  await walker.click(main.locator('#query'));
  await main.locator('#insured', { hasText: applicant.name }).waitFor();
  await walker.click(main.locator('#choose-place'));
  await main.locator('#place-dialog').waitFor();
  await walker.at('old-dialog');
  await walker.click(main.locator('.place', { hasText: '东屏省' }));
  await main.locator('#place-dialog').waitFor({ state: 'hidden' });
  await walker.select(main.locator('#reason'), '跨省就业');
  await walker.type(main.locator('#phone'), applicant.phone);
  await walker.click(main.locator('#submit'));
}

/** The cross-province item: the portal's login, then the old site's own, frames, dialogs and a popup. */
export async function walkCrossRegion(
  page: Page,
  origins: Origins,
  hooks?: WalkHooks,
): Promise<CrossRegionResult> {
  const walker = createWalker(page, hooks);
  const dialogs = acceptDialogs(page);
  await searchFromHome(walker, origins, '社保转移');
  await openGuide(walker, crossRegion);
  await walker.click(page.getByRole('link', { name: '在线办理' }));
  await page.waitForURL('**/login*');
  await walker.at('login');
  await login(walker, 'right');
  await page.waitForURL('**/handle/*');
  await walker.at('handover');
  await walker.click(page.getByRole('link', { name: '继续办理' }));
  await loginToOldSite(walker);
  await applyForTransfer(walker);
  const main = page.frameLocator('frame[name=mainFrame]');
  await main.locator('body.ready #print-receipt').waitFor();
  await walker.at('old-submitted');
  const caseNo = await main.locator('#case-no').innerText();
  const popup = await walker.open(main.locator('#print-receipt'));
  await walker.at('popup', popup);
  dialogs.stop();
  return { ...walker.result(caseNo), popup, dialogs: dialogs.texts };
}
