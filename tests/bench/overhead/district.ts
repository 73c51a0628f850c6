import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Scenario } from './measure-run.ts';

const documents = 7;
/** Between two things done, and for work put off at the end, milliseconds. */
const betweenMs = 300;
const keyMs = 60;
const tailMs = 2000;

/**
 * A portal of one origin whose seven documents are made of a component kit, as the one that the first figures for
 * recorders were measured on: larger pages than the practice portal's, and one process for all of them.
 */
export function district(origin: string): Scenario {
  const at = (n: number) => `${origin}/district.html?page=${n}`;
  return {
    name: 'district',
    startUrl: at(1),
    prepare: async () => {},
    async run(page) {
      await page.goto(at(1));
      for (let n = 1; n <= documents; n += 1) {
        if (n > 1) {
          await page.click(`#to-${n}`);
          await page.waitForURL(at(n));
        }
        await useDocument(page, n);
      }
      await delay(tailMs);
    },
  };
}

async function useDocument(page: Page, n: number): Promise<void> {
  await page.locator('.el-table__row').first().waitFor();
  await delay(betweenMs);
  await page.locator('#search').pressSequentially('社保转移', { delay: keyMs });
  for (const number of ['2', '3']) {
    await page.locator('.el-pager').getByText(number, { exact: true }).click();
    await delay(betweenMs);
  }
  await page.getByRole('tab', { name: '在线申请' }).click();
  await delay(betweenMs);
  await page.locator('#why').pressSequentially('办理社会保险转移', { delay: keyMs });
  await page.locator('.el-select').click();
  await delay(betweenMs);
  await page.locator('.el-select-dropdown__item').nth(n).click();
  await delay(betweenMs);
  await page.getByText('邮寄', { exact: true }).click();
  await page.locator('.el-upload input').setInputFiles({
    name: '材料.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 空白'),
  });
  await page.locator('#next').click();
  await page.locator('#look').click();
  await delay(betweenMs);
  await page.locator('#close').click();
  await delay(betweenMs);
}
