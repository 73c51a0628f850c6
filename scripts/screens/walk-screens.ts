import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../tests/support/launch-browser.ts';
import { makeScriptedWalk, newestSession } from '../../tests/support/scripted-walk.ts';
import type { Portal } from '../../tests/support/stack.ts';
import { type Camera, views } from './camera.ts';
import { pressInBar } from './press-in-bar.ts';

type Tools = { browser: ExtensionBrowser; camera: Camera };

/** The walk panel's own page, as the popup's window shows it. */
async function panelOf({ browser, camera }: Tools): Promise<Page> {
  const panel = browser.context.pages().find((page) => page.url().includes('popup.html'));
  if (!panel) throw new Error('the walk panel is not open');
  await camera.fit(panel, views.popup);
  return panel;
}

async function tabOf(browser: ExtensionBrowser, page: Page): Promise<number | undefined> {
  const find = async (url: string) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id;
  return (await browser.worker()).evaluate(find, page.url());
}

/** The start form as a walker finds and fills it; nothing is started. */
export async function shootStart(tools: Tools, portal: Portal, name: string, fill: boolean): Promise<void> {
  const { browser, camera } = tools;
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(`${portal.origins.portal}/`);
  const panel = await browser.openInOwnWindow(`popup.html?tab=${await tabOf(browser, page)}`);
  await camera.fit(panel, views.popup);
  await panel.getByRole('button', { name: '开始走流程' }).waitFor();
  if (fill) {
    await panel.getByLabel('工作方案').selectOption({ label: '辽宁人社走流程（2023）' });
    const item = panel.getByRole('combobox', { name: '走哪个事项' });
    await item.fill('失业');
    await camera.take(panel, `${name}-suggestions`);
    await item.fill('“失业再就业”一件事一次办');
    await item.press('Escape');
    await panel.getByLabel('我已了解记录范围，同意记录本次走流程').check();
  }
  await camera.take(panel, name);
  if (fill) {
    await panel.locator('.aims-field summary').click();
    const line = panel.getByLabel('自己写一条');
    await line.fill('填过的内容会不会要求再填一次');
    await line.press('Enter');
    await panel.getByLabel('从检查表选').selectOption({ label: '线上线下指南准不准' });
    await panel.locator('.aims-field').scrollIntoViewIfNeeded();
    await camera.take(panel, `${name}-aims`);
  }
  await panel.close();
}

async function shootGuide(tools: Tools, page: Page): Promise<void> {
  const { browser, camera } = tools;
  const panel = await panelOf(tools);
  await panel.getByText('当前步骤').waitFor();
  await camera.take(panel, 'popup-recording');
  await panel
    .getByRole('button', { name: /^\S 通不通$/ })
    .first()
    .click();
  await camera.take(panel, 'popup-tagging');
  await panel.getByRole('button', { name: '返回选维度' }).click();
  await camera.fit(page, views.screen);
  await camera.take(page, 'bar');
  await pressInBar(page, '标记痛点');
  await pressInBar(page, '通不通');
  await camera.take(page, 'bar-tagging');
  await camera.fit(page, views.zoomed);
  await camera.take(page, 'bar-tagging-125');
  await pressInBar(page, '标记痛点');
  await camera.fit(page, views.screen);
  const side = await browser.openInOwnWindow(`sidepanel.html?tab=${await tabOf(browser, page)}`);
  await camera.fit(side, views.sidePanel);
  await side.getByText('当前步骤').waitFor();
  await camera.take(side, 'sidepanel');
  await side.close();
}

async function shootTagged(tools: Tools): Promise<void> {
  const panel = await panelOf(tools);
  await tools.camera.take(panel, 'popup-tagged');
  await panel.getByRole('button', { name: '补充' }).click();
  await panel.getByLabel('说明', { exact: true }).fill('样表下载打不开，提示页面不存在。');
  await tools.camera.take(panel, 'popup-tagged-more');
  await panel.getByRole('button', { name: '收起' }).click();
}

async function shootPause(tools: Tools): Promise<void> {
  const panel = await panelOf(tools);
  await panel.getByRole('button', { name: '暂停', exact: true }).click();
  await panel.getByText('已暂停').first().waitFor();
  await tools.camera.take(panel, 'popup-paused');
  await panel.getByRole('button', { name: '继续记录' }).click();
  await panel.getByText('正在记录').first().waitFor();
}

async function shootFinish(tools: Tools): Promise<void> {
  const panel = await panelOf(tools);
  await panel.getByRole('button', { name: '完成', exact: true }).click();
  await panel.getByRole('dialog').waitFor();
  await tools.camera.take(panel, 'popup-finish');
  await panel.getByRole('button', { name: '继续走' }).click();
}

/** Makes the scripted walk and takes what the walker sees on the way. Returns the session's id. */
export async function shootWalk(tools: Tools, portal: Portal): Promise<string> {
  const { browser, camera } = tools;
  await makeScriptedWalk(browser, portal, {
    at: async (place, page) => {
      if (place === 'home') await camera.fit(page, views.screen);
      if (place === 'guide' && page.url().includes('002014031001')) await shootGuide(tools, page);
      if (place === 'dead-link') await shootTagged(tools);
      if (place === 'wizard-2') await camera.take(page, 'portal-wizard');
      if (place === 'my') await shootPause(tools);
      if (place === 'popup') await shootFinish(tools);
    },
  });
  const panel = await panelOf(tools);
  await panel.getByRole('button', { name: '查看并上交' }).waitFor();
  await camera.take(panel, 'popup-finished');
  const id = await newestSession(panel);
  await panel.close();
  return id;
}
