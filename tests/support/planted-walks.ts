import type { Page } from '@playwright/test';
import type { SessionReport } from '../../lib/model/report.ts';
import type { ExtensionBrowser } from './launch-browser.ts';
import { type Place, walkClean, walkSignals } from './portal-walk.ts';
import { readReport } from './read-report.ts';
import { makeScriptedWalk, newestSession, openPageAndPanel } from './scripted-walk.ts';
import type { Portal } from './stack.ts';
import { finishWalk, startWalk } from './use-panel.ts';

/** The walks on which faults are planted, and the clean one. */
export type PlantedWalks = Record<'clean' | 'residence' | 'others', SessionReport>;

/** A person looks at a page before acting on it; by then the recorder runs and shows its bar. A frameset has none. */
export async function untilRecorded(_place: Place, page: Page): Promise<void> {
  const frameset = page.locator('frameset');
  await page.locator('[data-zyb-bar]').or(frameset).first().waitFor({ state: 'attached' });
}

/** One walk through the real extension, and what it stored. */
export async function makeWalk(
  browser: ExtensionBrowser,
  portal: Portal,
  item: string,
  outcome: string,
  go: typeof walkClean,
): Promise<SessionReport> {
  const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item });
  await go(page, portal.origins, { at: untilRecorded });
  await finishWalk(panel, outcome);
  const report = await readReport(browser, await newestSession(panel));
  await panel.close();
  return report;
}

/** Walks all three through the real extension, one after the other, and reads what it stored. */
export async function makePlantedWalks(browser: ExtensionBrowser, portal: Portal): Promise<PlantedWalks> {
  const clean = await makeWalk(browser, portal, '公共图书馆读者证申领', '已真实提交', walkClean);
  const residence = await makeWalk(browser, portal, '居住证积分申报', '提交前止步', walkSignals);
  const scripted = await makeScriptedWalk(browser, portal, { at: untilRecorded });
  return { clean, residence, others: await readReport(browser, scripted.sessionId) };
}
