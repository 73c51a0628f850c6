import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../tests/support/launch-browser.ts';
import { readTable } from '../../tests/support/scripted-walk.ts';
import { type Camera, views } from './camera.ts';

type Tools = { browser: ExtensionBrowser; camera: Camera };

const tabs = {
  steps: '步骤',
  path: '点击路径',
  incidents: '异常',
  signals: '信号',
  screenshots: '截图',
  pain: '痛点',
  gaps: '缺口与覆盖',
};

/** The replay shows a page: its frame is there and is no longer said to be loading. */
async function replayShows(page: Page): Promise<void> {
  await page.locator('[data-events-played] iframe').first().waitFor({ state: 'attached' });
  await page.getByText('正在载入回放…').waitFor({ state: 'hidden' });
}

/** These tabs of an opened session (all unless told), and two of them at 125 %. */
export async function shootTabs(
  page: Page,
  camera: Camera,
  prefix: string,
  names = Object.keys(tabs) as (keyof typeof tabs)[],
): Promise<void> {
  await replayShows(page);
  for (const name of names) {
    const label = tabs[name];
    await page.getByRole('tab', { name: new RegExp(`^${label}`) }).click();
    await camera.take(page, `${prefix}-${name}`);
    if (name === 'path') await shootPathPictures(page, camera, prefix);
  }
  await page.getByRole('tab', { name: /^痛点/ }).click();
  await camera.fit(page, views.zoomed);
  await camera.take(page, `${prefix}-pain-125`);
  await page.getByRole('tab', { name: /^步骤/ }).click();
  await camera.take(page, `${prefix}-steps-125`);
  await camera.fit(page, views.screen);
}

/** The click path drawn: pages and the ways between them, and the places pressed on the pictures. */
async function shootPathPictures(page: Page, camera: Camera, prefix: string): Promise<void> {
  for (const [name, label] of [
    ['flow', '流程图'],
    ['places', '截图点位'],
  ] as const) {
    await page.getByText(label, { exact: true }).click();
    await camera.take(page, `${prefix}-${name}`);
  }
}

/** The list of walks, empty. */
export async function shootEmptyList({ browser, camera }: Tools): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('review.html'));
  await camera.fit(page, views.screen);
  await page.getByText('还没有走流程记录').waitFor();
  await camera.take(page, 'list-empty');
  await page.close();
}

/** Review page from the list to the receipt. */
export async function shootReview({ browser, camera }: Tools, sessionId: string): Promise<void> {
  const page = await browser.context.newPage();
  await camera.fit(page, views.screen);
  await page.goto(browser.extensionUrl('review.html'));
  await page
    .getByRole('button', { name: /一件事一次办/ })
    .first()
    .waitFor();
  await camera.take(page, 'list');
  await camera.fit(page, views.zoomed);
  await camera.take(page, 'list-125');
  await camera.fit(page, views.screen);
  await page
    .getByRole('button', { name: /一件事一次办/ })
    .first()
    .click();
  await shootTabs(page, camera, 'review');
  await page
    .getByRole('listitem')
    .filter({ hasText: '统一身份认证页面' })
    .first()
    .getByRole('button')
    .first()
    .click();
  await page.getByText('这里没有回放').waitFor();
  await camera.take(page, 'review-gap');
  await page.getByRole('button', { name: '删除', exact: true }).first().click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'delete');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await shootHandIn(page, camera, sessionId);
  await page.close();
}

async function shootHandIn(page: Page, camera: Camera, sessionId: string): Promise<void> {
  await page.getByRole('button', { name: '上交', exact: true }).first().click();
  await page.getByText('没有发现残留的个人信息').waitFor();
  await camera.take(page, 'hand-in');
  await camera.fit(page, views.zoomed);
  await camera.take(page, 'hand-in-125');
  await camera.fit(page, views.screen);
  await page.locator('.screenshot-tile').nth(3).click();
  await page.locator('.paint-stage img').waitFor();
  await camera.take(page, 'hand-in-paint');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /完\s?成/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: '剪去一段' }).click();
  await page.locator('.cut-steps button').nth(2).click();
  await camera.take(page, 'hand-in-cut');
  await page.getByRole('tab', { name: '已遮盖的内容' }).click();
  await camera.take(page, 'hand-in-masked');
  await page.getByRole('button', { name: '上交', exact: true }).click();
  await page.getByText('已上交').first().waitFor({ timeout: 60_000 });
  const delivery = (await readTable(page, 'deliveries')).find((each) => each.sessionId === sessionId);
  if (delivery?.state !== 'kept') throw new Error(`the hand-in ended as ${String(delivery?.state)}`);
  await page.getByText('已上交').first().hover();
  await page.getByText('回执由归集服务签名').waitFor();
  await camera.take(page, 'receipt', { hovering: true });
}
