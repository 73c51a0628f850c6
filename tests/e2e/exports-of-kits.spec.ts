import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { harOf } from '../../lib/export/har.ts';
import { playwrightTest } from '../../lib/export/playwright-test.ts';
import { recorderJson } from '../../lib/export/recorder-json.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { problemsOf } from '../support/check-har.ts';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';
import { playRecording } from '../support/play-recording.ts';
import { readReport } from '../support/read-report.ts';
import { runPlaywrightTest } from '../support/run-playwright-test.ts';
import { newestSession } from '../support/scripted-walk.ts';

const picture = fileURLToPath(new URL('../../public/icon/128.png', import.meta.url));

/**
 * A walk over what kits draw, recorded by the real extension and done again from its exports alone: the page's own log says
 * whether the same came of it.
 */
let walk: FidelityWalk;
let report: SessionReport;
let log: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  walk = await startFidelityWalk({}, ({ origins }) => `${origins.portal}/fidelity/exports-kits`);
  const { page } = walk;
  await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
  const say = async (id: string, typed: string) => {
    await page.locator(`#${id}`).click();
    await page.keyboard.type(typed);
    await page.waitForTimeout(500);
  };
  await say('street', '青泥');
  await page.getByText('青泥洼桥街道').click();
  await say('unit', '第二');
  await page.getByText('市第二医院').click();
  await say('words', 'wu');
  await page.locator('#sure').click();
  await page.locator('#more').hover();
  await page.waitForTimeout(500);
  await page.getByText('打印回执').click();
  for (const name of ['我的', '办件']) {
    await page.getByText(name, { exact: true }).hover();
    await page.waitForTimeout(300);
  }
  await page.getByText('已办结', { exact: true }).click();
  await page.mouse.move(600, 600);
  await page.locator('#plus').click();
  await page.waitForTimeout(300);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#photo').click()]);
  await chooser.setFiles(picture);
  await page.locator('#ask').click();
  await page.waitForTimeout(300);
  await page.locator('.box-foot').getByText('确定').click();
  await walk.note('end');
  log = (await page.locator('#log').textContent()) ?? '';
  await walk.finish();
  report = await readReport(walk.browser, await newestSession(walk.panel));
});

test.afterAll(async () => walk?.close());

const done = 'LOG:青泥洼桥街道;市第二医院;说明;已阅读;打印回执;已办结;加一;1张;确定;';

test('what the pointer rested on to open a menu is told with the press in it, and with no other', () => {
  expect(log).toBe(done);
  const hovered = report.actions.flatMap((each) =>
    each.hovered
      ? [[each.label, ...each.hovered.map((ways) => ways.find((way) => /^text|^#/.test(way)))]]
      : [],
  );
  expect(hovered).toEqual([
    ['打印回执', 'text/更多操作'],
    ['已办结', 'text/我的', 'text/办件'],
  ]);
});

test('the recording comes to the same end', async () => {
  test.setTimeout(120_000);
  const end = await playRecording(recorderJson(report), { signIn: async () => {}, plain: false });
  expect(/LOG:.*/.exec(end.text)?.[0]).toBe(done);
});

test('the Playwright test comes to the same end', async () => {
  test.setTimeout(120_000);
  const expectation = `  await expect(page.locator('#log')).toHaveText(${JSON.stringify(done)});\n});\n`;
  const source = playwrightTest(report).replace(/\}\);\s*$/, () => expectation);
  const { code, output } = await runPlaywrightTest(test.info().outputPath('exported'), source, {});
  expect(code, output).toBe(0);
});

test('the network record is HAR 1.2', () => {
  expect(problemsOf(JSON.parse(harOf(report)))).toEqual([]);
});
