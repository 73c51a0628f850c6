import type { Page } from '@playwright/test';

/** Opens a report's replay on the review desk (already signed in), plays it, and reads what the player itself says. */
export async function openReplay(
  page: Page,
  collectorUrl: string,
  reportId: string,
): Promise<{ opened: boolean; eventsPlayed: number; url: string }> {
  const url = `${collectorUrl}/#/reports/${reportId}`;
  await page.goto(url);
  const panel = page.locator('[data-events-played]');
  await panel.waitFor();
  await page.getByRole('button', { name: '播放' }).first().click();
  await page.waitForFunction(
    () => Number(document.querySelector('[data-events-played]')?.getAttribute('data-events-played')) > 20,
    undefined,
    { timeout: 60_000 },
  );
  const opened = (await page.locator('[data-events-played] iframe').count()) > 0;
  return { opened, eventsPlayed: Number(await panel.getAttribute('data-events-played')), url };
}
