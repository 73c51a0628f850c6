import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../support/launch-browser.ts';
import { newestSession, openPageAndPanel, readTable } from '../../support/scripted-walk.ts';
import { finishWalk, startWalk } from '../../support/use-panel.ts';

const choice = { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' };

export type OursRunning = {
  /** Ends the walk by the panel; answers its id and an extension page on which the store can be read. Throws when nothing was stored. */
  finish(): Promise<{ sessionId: string; panel: Page }>;
};

/** Starts a walk at this address by the real panel, which closes again as a popup does. */
export async function recordOurs(extension: ExtensionBrowser, url: string): Promise<OursRunning> {
  const { panel } = await openPageAndPanel(extension, url);
  await startWalk(panel, choice);
  const panelUrl = panel.url();
  await panel.close();
  return {
    async finish() {
      const again = await extension.openInOwnWindow(panelUrl.slice(panelUrl.indexOf('popup.html')));
      await finishWalk(again, '提交前止步');
      const sessionId = await newestSession(again);
      const chunks = (await readTable(again, 'chunks')).filter((row) => row.sessionId === sessionId);
      if (chunks.length === 0) throw new Error('our recorder stored no replay: nothing was measured');
      return { sessionId, panel: again };
    },
  };
}
