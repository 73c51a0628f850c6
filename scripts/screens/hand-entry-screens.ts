import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../tests/support/launch-browser.ts';
import { fillHandEntry, type HandEntered, openHandEntry } from '../../tests/support/use-hand-entry.ts';
import { type Camera, views } from './camera.ts';

const walk: HandEntered = {
  programme: '辽宁人社走流程（2023）',
  item: '“失业再就业”一件事一次办',
  mode: '亲自办',
  perspective: '群众',
  channel: '窗口',
  platform: '青溪市政务服务中心',
  place: '一楼综合窗口',
  begun: '2026-05-12T09:30',
  ended: '2026-05-12T11:00',
  visits: '2',
  outcome: '提交前止步',
  steps: [
    { name: '取号、等候叫号', minutes: '40', note: '叫号屏只显示数字，不知道还要等多久' },
    { name: '窗口受理', stage: '受理', minutes: '15' },
  ],
  materials: '居民身份证、终止或解除劳动关系证明',
  met: '导办人员、窗口人员',
  points: [
    {
      item: '线下预约受理顺不顺',
      note: '网上预约了，到现场还要重新取号排队',
      need: '预约的直接叫号',
      step: '取号、等候叫号',
    },
  ],
};

/** A drawn picture that stands for a photo of a counter. */
async function drawnPhoto(page: Page): Promise<Buffer> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 600;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#dfe6ee';
    context.fillRect(0, 0, 900, 600);
    context.fillStyle = '#1557b0';
    context.fillRect(120, 60, 660, 120);
    context.fillStyle = '#ffffff';
    context.font = '64px sans-serif';
    context.fillText('综合窗口  请取号', 190, 142);
    context.fillStyle = '#8899aa';
    context.fillRect(120, 330, 660, 210);
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  return Buffer.from(data, 'base64');
}

/** The form of a walk entered by hand, filled in, and what it becomes. */
export async function shootHandEntry({
  browser,
  camera,
}: {
  browser: ExtensionBrowser;
  camera: Camera;
}): Promise<void> {
  const page = await openHandEntry(browser);
  await camera.fit(page, views.screen);
  await fillHandEntry(page, walk);
  const photo = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(page) };
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByLabel('照片说明').fill('综合窗口');
  await page.getByText('已保存在本机').waitFor();
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
  await page.evaluate(() => scrollTo(0, 0));
  await camera.take(page, 'hand-entry');
  await page.getByRole('heading', { name: '经过' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector('[aria-label="经过"]')?.scrollIntoView());
  await camera.take(page, 'hand-entry-steps');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await camera.take(page, 'hand-entry-photos');
  await page.getByRole('button', { name: '完成补记' }).first().click();
  await page.getByText('没有录制，没有计时').first().waitFor();
  await camera.take(page, 'hand-entry-review');
  await page.close();
}
