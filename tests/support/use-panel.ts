import type { Page } from '@playwright/test';

/** Drives the walk panel (popup or side panel) as a walker does: by what is written on it. */
export type WalkChoice = {
  programme: string;
  item: string;
  mode?: string;
  perspective?: string;
  /** 一件事, as the walker says it. */
  oneThing?: '是' | '否' | '不清楚';
};

export async function startWalk(panel: Page, choice: WalkChoice): Promise<void> {
  await panel.getByLabel('工作方案').selectOption({ label: choice.programme });
  const item = panel.getByRole('combobox', { name: '走哪个事项' });
  await item.fill(choice.item);
  await item.press('Escape');
  if (choice.oneThing) {
    await panel.getByText(/^事项属性：/).click();
    await panel.getByLabel('一件事', { exact: true }).selectOption({ label: choice.oneThing });
  }
  const choose = (of: string, words: string) =>
    panel.getByRole('group', { name: of }).getByText(words, { exact: true }).click();
  if (choice.mode) await choose('走流程方式', choice.mode);
  if (choice.perspective) await choose('以谁的身份走', choice.perspective);
  // The walker's own consent, or on an accompanied walk the citizen's.
  await panel.getByRole('checkbox').last().check();
  await panel.getByRole('button', { name: '开始走流程' }).click();
  await panel.getByText('正在记录').waitFor();
}

/** Tags in two clicks: the dimension, then the check item. */
export async function tag(panel: Page, dimension: string, checkItem: string): Promise<void> {
  await panel
    .getByRole('button', { name: new RegExp(`^\\S ${dimension}$`) })
    .first()
    .click();
  await panel.getByRole('listitem').getByRole('button', { name: checkItem }).click();
  // The strip of the tag before may still be there.
  await panel.getByRole('status').filter({ hasText: '已标记' }).filter({ hasText: checkItem }).waitFor();
}

/** The same, and then what happened, what people would want and how it might be mended, in the strip that comes up. */
export async function tagInWords(
  panel: Page,
  dimension: string,
  checkItem: string,
  words: { note: string; need?: string; measure?: string; severity?: string },
): Promise<void> {
  await tag(panel, dimension, checkItem);
  await panel.getByRole('button', { name: '补充' }).click();
  if (words.severity) await panel.getByText(words.severity, { exact: true }).click();
  await panel.getByLabel('说明').fill(words.note);
  if (words.need) await panel.getByLabel('需求').fill(words.need);
  if (words.measure) await panel.getByLabel('整改建议').fill(words.measure);
  // Closing it hands on what the last field holds.
  await panel.getByRole('button', { name: '收起' }).click();
}

/** Finishes the walk and says how it ended. */
export async function finishWalk(panel: Page, outcome: string): Promise<void> {
  await panel.getByRole('button', { name: '完成', exact: true }).click();
  const dialog = panel.getByRole('dialog');
  await dialog.getByText(outcome).click();
  const confirm = dialog.getByRole('button', { name: /完成/ });
  if (await confirm.count()) await confirm.last().click();
  // Shown once the walk is closed: replay sealed, steps and gaps written.
  await panel.getByRole('button', { name: '查看并上交' }).waitFor({ timeout: 60_000 });
}
