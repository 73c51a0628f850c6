import { expect, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

/** The end of a walk waits for a picture, the page's frames and its assets, some 20 s in all; the page hangs longer, ms. */
const hangsFor = 30_000;
const choice = { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' };

test('a page too busy to hear that its walk is over is recorded in the walk that begins there next', async () => {
  const portal = await startPortal({ ports: 'any' });
  const browser = await launchBrowser({ extension: builtExtension });
  try {
    const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/fidelity/frames-4`);
    await startWalk(panel, choice);
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    const hanging = page.evaluate((ms) => {
      const end = Date.now() + ms;
      while (Date.now() < end);
    }, hangsFor);
    await finishWalk(panel, '提交前止步');
    const first = await newestSession(panel);
    const next = await browser.openInOwnWindow(panel.url().replace(/^.*\/(popup\.html)/, '$1'));
    const starting = startWalk(next, choice);
    await hanging;
    await starting;
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    await page.locator('#go').click();
    const second = await newestSession(next);
    expect(second).not.toBe(first);
    const pressed = async () =>
      (await readTable(next, 'actions'))
        .filter((row) => row.label === '在最里层点一下')
        .map((row) => row.sessionId);
    await expect.poll(pressed).toEqual([second]);
  } finally {
    await browser.close();
    await portal.close();
  }
});

test('a panel that stays open says nothing of one walk in the next, and nothing of one page on another', async () => {
  const portal = await startPortal({ ports: 'any' });
  const browser = await launchBrowser({ extension: builtExtension });
  try {
    const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
    await startWalk(panel, choice);
    await tag(panel, '通不通', '线上登录简不简便');
    await panel.getByRole('button', { name: '检查本页' }).click();
    const checked = panel.getByText(/^本页(没有发现|有 )/);
    await expect(checked).toBeVisible();
    await page.goto(`${portal.origins.portal}/fidelity/frames-4`);
    await expect(checked).toBeHidden();
    await panel.getByRole('button', { name: '记此刻' }).click();
    await panel.getByRole('button', { name: /^丢弃 / }).click();
    await expect(panel.locator('.zyb-bookmarks').getByRole('button', { name: '撤销' })).toBeVisible();
    await finishWalk(panel, '提交前止步');
    await startWalk(panel, choice);
    await expect(panel.locator('.zyb-tagged')).toHaveCount(0);
    await expect(panel.locator('.zyb-bookmarks')).toHaveCount(0);
  } finally {
    await browser.close();
    await portal.close();
  }
});
