import type { Page } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { type ExtensionBrowser, launchBrowser } from './launch-browser.ts';
import { newestSession, openPageAndPanel } from './scripted-walk.ts';
import { type Portal, startStack } from './stack.ts';
import { finishWalk, startWalk, type WalkChoice } from './use-panel.ts';

/** Who walks, as typed in the settings once. */
export type WalkerOf = {
  unit: string;
  name: string;
  position: string;
  contact: string;
  /** Of an experience officer, as the packs name them. */
  category?: string;
  recruitment?: string;
};

/** A browser with the walker's own words in its settings, the practice portal and a collector. */
export async function setProgrammeStage(walker: WalkerOf) {
  const stack = await startStack();
  const browser = await launchBrowser({ extension: builtExtension });
  await nameWalker(browser, walker);
  return {
    browser,
    ...stack,
    async close() {
      await browser.close();
      await stack.close();
    },
  };
}

async function nameWalker(browser: ExtensionBrowser, walker: WalkerOf): Promise<void> {
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html'));
  await options.getByLabel('单位', { exact: true }).fill(walker.unit);
  await options.getByLabel('姓名或代号').fill(walker.name);
  await options.getByLabel('职务').fill(walker.position);
  await options.getByLabel('联系方式').fill(walker.contact);
  for (const [label, value] of [
    ['类别', walker.category],
    ['招募方式', walker.recruitment],
  ] as const) {
    if (!value) continue;
    await options.getByLabel(label, { exact: true }).click();
    await options.locator('.ant-select-dropdown:visible').getByTitle(value, { exact: true }).click();
  }
  await options.getByRole('button', { name: '保存', exact: true }).first().click();
  await options.getByText('已保存').first().waitFor();
  await options.close();
}

/** One walk from the portal's home page to its end; gives the record's id. */
export async function walkProgramme(
  stage: { browser: ExtensionBrowser; portal: Portal },
  choice: WalkChoice,
  walk: (page: Page, panel: Page) => Promise<unknown>,
  outcome: string,
): Promise<string> {
  const { page, panel } = await openPageAndPanel(stage.browser, `${stage.portal.origins.portal}/`);
  await startWalk(panel, choice);
  await walk(page, panel);
  await finishWalk(panel, outcome);
  const id = await newestSession(panel);
  await panel.close();
  return id;
}
