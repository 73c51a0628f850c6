import type { Collector } from '../../server/start-collector.ts';
import type { ExtensionBrowser } from '../../tests/support/launch-browser.ts';
import { type Camera, views } from './camera.ts';
import { shootTabs } from './review-screens.ts';

/** The review desk from sign-in to the list of enrolled browsers. */
export async function shootDesk(
  { browser, camera }: { browser: ExtensionBrowser; camera: Camera },
  collector: Collector,
  reportId: string,
): Promise<void> {
  const page = await browser.context.newPage();
  await camera.fit(page, views.screen);
  await page.goto(`${collector.url}/`);
  await page.getByRole('button', { name: '登录' }).waitFor();
  await camera.take(page, 'desk-sign-in');
  await page.goto(await collector.createSignInLink());
  await page.getByText('已显示 1 份').waitFor();
  await camera.take(page, 'desk-list');
  await camera.fit(page, views.zoomed);
  await camera.take(page, 'desk-list-125');
  await camera.fit(page, views.screen);
  await page.goto(`${collector.url}/#/reports/${reportId}`);
  await page.locator('[data-events-played]').waitFor();
  await shootTabs(page, camera, 'desk-review', ['steps', 'incidents']);
  await page.goto(`${collector.url}/#/devices`);
  await page.getByRole('button', { name: '生成登记码' }).click();
  await page.getByText('只显示这一次').waitFor();
  await camera.take(page, 'desk-devices');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'desk-password');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.context().clearCookies({ domain: new URL(collector.url).hostname });
  await page.goto(`${collector.url}/#/`);
  await page.getByText('登录已过期').waitFor();
  await camera.take(page, 'desk-expired');
  await page.close();
}
