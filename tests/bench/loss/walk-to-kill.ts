import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../support/launch-browser.ts';
import { newestSession } from '../../support/scripted-walk.ts';
import { startWalk } from '../../support/use-panel.ts';

const choice = { programme: '辽宁人社走流程（2023）', item: '读者证办理' };

export type WalkToKill = { page: Page; tab: number; sessionId: string; panelPath: string };

/** A walk on the ticking page in a tab of its own, begun by the real panel, which closes again as a popup does. */
export async function beginWalk(browser: ExtensionBrowser, url: string): Promise<WalkToKill> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const tab = await (await browser.worker()).evaluate(
    async (address) => (await chrome.tabs.query({})).find((each) => each.url === address)?.id ?? -1,
    page.url(),
  );
  const panelPath = `popup.html?tab=${tab}`;
  const panel = await browser.openInOwnWindow(panelPath);
  await startWalk(panel, choice);
  const sessionId = await newestSession(panel);
  await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
  await panel.close();
  return { page, tab, sessionId, panelPath };
}
