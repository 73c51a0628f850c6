import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch-browser.ts';

/** A walk by another channel as a walker writes it down. Times as the form's fields take them. */
export type HandEntered = {
  programme: string;
  item: string;
  oneThing?: '是' | '否';
  mode?: string;
  perspective?: string;
  channel: string;
  platform?: string;
  activity?: string;
  place?: string;
  begun: string;
  ended: string;
  visits?: string;
  outcome?: string;
  steps?: { name: string; stage?: string; minutes?: string; note?: string }[];
  materials?: string;
  met?: string;
  remarks?: string;
  points?: { item: string; note: string; kind?: '亮点'; need?: string; measure?: string; step?: string }[];
};

/** Opens the form from the list, as a new entry. */
export async function openHandEntry(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('review.html'));
  await page.getByRole('button', { name: '补记其他渠道' }).click();
  await page.getByRole('heading', { name: '走的是什么事项' }).waitFor();
  return page;
}

/** Chooses in a list that opens below its field. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).last().click();
  const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  await options.getByText(option, { exact: true }).click();
}

/** Fills the form in from top to bottom. */
export async function fillHandEntry(page: Page, one: HandEntered): Promise<void> {
  await pick(page, '工作方案', one.programme);
  await page.getByRole('combobox', { name: '走哪个事项' }).fill(one.item);
  await page.keyboard.press('Escape');
  const among = (group: string, words: string) =>
    page.getByRole('radiogroup', { name: group }).getByText(words, { exact: true }).click();
  if (one.oneThing) await among('一件事', one.oneThing);
  if (one.mode) await among('走流程方式', one.mode);
  if (one.perspective) await among('以谁的身份走', one.perspective);
  await among('体验途径', one.channel);
  if (one.platform) {
    await page.getByRole('combobox', { name: '平台、大厅或号码' }).fill(one.platform);
    await page.keyboard.press('Escape');
  }
  if (one.activity) await pick(page, '所属活动', one.activity);
  if (one.place) await page.getByLabel('地点').fill(one.place);
  await page.getByLabel('开始时间').fill(one.begun);
  await page.getByLabel('结束时间').fill(one.ended);
  if (one.visits) await page.getByLabel('跑动次数').fill(one.visits);
  if (one.outcome) await among('办到哪一步', one.outcome);
  for (const step of one.steps ?? []) {
    await page.getByRole('button', { name: '加一步' }).click();
    await page.getByLabel('步骤', { exact: true }).last().fill(step.name);
    if (step.stage) await pick(page, '环节', step.stage);
    if (step.minutes) await page.getByLabel('用时（约，分钟）').last().fill(step.minutes);
    if (step.note) await page.getByLabel('情况', { exact: true }).last().fill(step.note);
  }
  for (const [label, words] of [
    ['要求的材料', one.materials],
    ['接待人员（岗位）', one.met],
  ] as const) {
    if (!words) continue;
    await page.getByLabel(label, { exact: true }).fill(words);
    await page.keyboard.press('Enter');
  }
  if (one.remarks) await page.getByLabel('补充说明').fill(one.remarks);
  for (const point of one.points ?? []) await addPoint(page, point);
}

/** Adds a pain point or highlight in the editor, and says at which step it was. */
export async function addPoint(page: Page, point: NonNullable<HandEntered['points']>[number]): Promise<void> {
  await page.getByRole('button', { name: point.kind ? '添加亮点' : '添加痛点' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '对应条目' }).fill(point.item);
  await page.locator('.ant-select-item-option').filter({ hasText: point.item }).first().click();
  await dialog.getByLabel('说明').fill(point.note);
  if (point.need) await dialog.getByLabel('需求').fill(point.need);
  if (point.measure) await dialog.getByLabel('整改建议').fill(point.measure);
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  if (point.step) await pick(page, '发生在哪一步', point.step);
}

/** Finishes the entry that a page shows and gives the record's id. */
export async function finishHandEntry(page: Page): Promise<string> {
  await page.getByRole('button', { name: '完成补记' }).first().click();
  await page.waitForURL(/#\/[^/]+$/);
  await page.getByText('没有录制，没有计时').first().waitFor();
  return new URL(page.url()).hash.slice(2);
}

/** The whole of it: opened, filled in, finished. */
export async function enterByHand(browser: ExtensionBrowser, one: HandEntered): Promise<string> {
  const page = await openHandEntry(browser);
  await fillHandEntry(page, one);
  const id = await finishHandEntry(page);
  await page.close();
  return id;
}
