import type { Page } from '@playwright/test';

/** Drives the walk panel (popup or side panel) as a walker does: by what is written on it. */
export type WalkChoice = { programme: string; item: string; mode?: string; perspective?: string };

export async function startWalk(panel: Page, choice: WalkChoice): Promise<void> {
  await panel.getByLabel('工作方案').selectOption({ label: choice.programme });
  const item = panel.getByRole('combobox', { name: '走哪个事项' });
  await item.fill(choice.item);
  await item.press('Escape');
  if (choice.mode) await panel.getByText(choice.mode, { exact: true }).click();
  if (choice.perspective) await panel.getByText(choice.perspective, { exact: true }).click();
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
  await panel.getByText('已标记').first().waitFor();
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
