import type { Page } from '@playwright/test';
import type { Origins } from '../config.ts';
import { residence } from '../items/residence.ts';
import { employer } from '../people.ts';
import { scan } from './files.ts';
import { login, openGuide, searchAgain, searchFromHome } from './find-and-login.ts';
import type { WalkHooks, WalkResult } from './walk.ts';
import type { Walker } from './walker.ts';
import { createWalker } from './walker.ts';

const bigScan = { ...scan('居住证明'), buffer: Buffer.alloc(300 * 1024, ' ') };

async function readGuide(walker: Walker): Promise<void> {
  const { page } = walker;
  await walker.click(page.getByRole('link', { name: '积分政策解读' }));
  await page.waitForURL('**/residence/policy');
  await walker.at('policy');
  await page.goBack();
  await page.waitForURL(`**/guide/${residence.code}`);
  await walker.at('guide');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    walker.click(page.getByRole('link', { name: '下载申报表' })),
  ]);
  await download.path();
  const blank = await walker.open(page.getByRole('link', { name: '填写示例' }));
  await walker.linger(3500, blank);
  await walker.at('blank', blank);
  await blank.close();
  await walker.click(page.getByRole('link', { name: '在线办理' }));
}

async function proveWhoOneIs(walker: Walker): Promise<void> {
  const { page } = walker;
  await page.getByRole('heading', { name: '请先完成实名认证' }).waitFor();
  await walker.linger(600);
  await walker.click(page.getByRole('button', { name: '获取验证码' }));
  await walker.type(page.getByLabel('短信验证码'), '111111');
  await walker.click(page.getByRole('button', { name: '下一步' }));
  await page.getByText('短信验证码错误').waitFor();
  await walker.linger(800);
  await walker.at('code-refused');
  await walker.type(page.getByLabel('短信验证码'), '246810');
  await walker.click(page.getByRole('button', { name: '下一步' }));
  await page.getByText('扫码认证后自动进入').waitFor();
  await walker.at('scan');
  await page.getByRole('heading', { name: '填写申报信息' }).waitFor();
}

const answer = (walker: Walker) =>
  walker.click(walker.page.getByRole('dialog').getByRole('button', { name: '知道了' }));

async function fillIn(walker: Walker): Promise<void> {
  const { page } = walker;
  await page.getByLabel('工作单位').waitFor();
  await walker.linger(600);
  await walker.at('residence-form');
  for (let n = 0; n < 3; n += 1) await walker.click(page.locator('#estimate'));
  await walker.linger(2500);
  await walker.click(page.getByRole('button', { name: '在线签名' }));
  await walker.linger(600);
  await walker.at('browser-notice');
  await answer(walker);
  await walker.select(page.getByLabel('居住区'), '临江区');
  await walker.type(page.getByLabel('工作单位'), employer.name);
  await walker.click(page.getByRole('button', { name: '下一步' }));
}

async function bringMaterials(walker: Walker): Promise<void> {
  const { page } = walker;
  const field = page.getByLabel('上传居住证明');
  await field.waitFor();
  await walker.linger(600);
  await walker.upload(field, bigScan);
  await walker.linger(600);
  await walker.at('file-too-big');
  await answer(walker);
  await walker.upload(field, scan('居住证明'));
  await walker.linger(600);
  await walker.at('material-again');
  await answer(walker);
  await walker.upload(field, scan('居住证明'));
  await walker.upload(page.getByLabel('上传劳动合同'), scan('劳动合同'));
  await walker.click(page.getByRole('button', { name: '下一步' }));
}

async function handIn(walker: Walker): Promise<void> {
  const { page } = walker;
  await walker.click(page.getByRole('button', { name: '提交申报' }));
  await page.getByText('登录已失效').waitFor();
  await walker.linger(600);
  await walker.at('session-ended');
  await answer(walker);
  await walker.click(page.getByRole('button', { name: '提交申报' }));
  await page.getByText('请携带原件').waitFor();
  await walker.linger(600);
  await walker.at('sent-away');
}

/**
 * The walk that meets what only signals tell: a search without result, a page aside, a download, a blank page, redirects,
 * proofs by captcha, message and scan, a spinner, a queue, refusals and being sent elsewhere. It ends unfinished.
 */
export async function walkSignals(page: Page, origins: Origins, hooks?: WalkHooks): Promise<WalkResult> {
  const walker = createWalker(page, hooks);
  await searchFromHome(walker, origins, '外地人怎么落户');
  await walker.linger(600);
  await walker.at('search-empty');
  await searchAgain(walker, '居住证');
  await walker.linger(600);
  await openGuide(walker, residence);
  await readGuide(walker);
  await page.waitForURL('**/login*');
  await walker.at('login');
  await login(walker, 'wrong');
  await page.getByRole('alert').waitFor();
  await walker.linger(600);
  await walker.at('login-refused');
  await login(walker, 'right');
  await page.waitForURL(`**/handle/${residence.code}`);
  await proveWhoOneIs(walker);
  await fillIn(walker);
  await bringMaterials(walker);
  await handIn(walker);
  return walker.result('');
}
