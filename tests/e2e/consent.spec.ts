import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Consent } from '../../lib/model/consent.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { planted } from '../portal/personal-site/planted.ts';
import { startPortal } from '../portal/start-portal.ts';
import { openExtensionFiles } from '../support/extension-files.ts';
import { createValueFinder } from '../support/find-values.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/** An accompanied walk: nothing but metrics before consent, pages after it, nothing of them left once it is withdrawn. */
const choice = { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办', mode: '陪同办' };
/** Words that stand on the planted pages and in their titles, and are nobody's: not one of them is a metric. */
const words = [
  '填写申请',
  '个人信息核对',
  '办理人',
  '工作日办结',
  '发送验证码',
  '证件号码',
  '查无此人',
  '已被占用',
];

let folder = '';
let portal: Portal;
let browser: ExtensionBrowser;
let page: Page;
let panel: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zyb-consent-'));
  portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension, profile: join(folder, 'profile') });
  ({ page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/personal/shown`));
});

test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = async (table: string) => {
  const id = await newestSession(panel);
  return (await readTable(panel, table)).filter((row) => row.sessionId === id);
};
const open = async (path: string) => {
  await page.goto(`${portal.origins.portal}${path}`);
  await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
};
const useForm = async () => {
  for (const button of ['#send', '.pick', '#late', '#ask', '#fail', '#toast'])
    await page.locator(button).click();
  await page.waitForTimeout(1500);
};
const allRows = async () => {
  const tables = [
    'visits',
    'actions',
    'incidents',
    'requests',
    'fields',
    'waits',
    'sightings',
    'pageTimings',
  ];
  return JSON.stringify(await Promise.all(tables.map(rows)));
};

test('before consent a walk keeps times, actions and incidents, and not one word or pixel of a page', async () => {
  await startWalk(panel, choice);
  await expect(panel.getByText('尚未征得同意')).toBeVisible();
  await open('/u/zhangsan');
  await open('/search?q=zhangsan');
  await open('/personal/form');
  await useForm();
  expect((await rows('actions')).length).toBeGreaterThan(5);
  await expect
    .poll(async () => (await rows('incidents')).map(({ kind }) => kind))
    .toEqual(expect.arrayContaining(['script-error', 'toast']));
  for (const table of ['streams', 'screenshots', 'streamAssets', 'objectUses'])
    expect(await rows(table), table).toEqual([]);
  // A batch that was answered for leaves its number, with no event in it.
  expect((await rows('batches')).filter(({ events }) => Number(events) > 0)).toEqual([]);
  const kept = await allRows();
  for (const word of words) expect(kept).not.toContain(word);
  for (const { value, surface } of planted) expect(kept, surface).not.toContain(value);
  expect(kept).not.toMatch(/[?&]\w+=[^"_]/);
  // Of paths the words of the site profile stay; what may be a name is told apart and not told.
  expect(kept).not.toContain('zhangsan');
  expect(kept).toContain('/search"');
  expect(kept).toMatch(/\/_[A-Z]{3}\/_[A-Z]{3}"/);
});

test('consent is asked for by the notice, in two parts, and recording in full begins with a fresh snapshot', async () => {
  await panel.getByRole('button', { name: '记录同意' }).click();
  const dialog = panel.getByRole('dialog');
  const record = dialog.getByRole('button', { name: '记录同意并开始' });
  await dialog.getByLabel('本人同意记录网页内容和截图').check();
  await expect(record).toBeDisabled();
  await dialog.getByLabel(/本人单独同意/).check();
  await dialog.getByLabel('纸质签字').check();
  await record.click();
  await expect(panel.getByText(/已同意/)).toBeVisible();
  await expect
    .poll(async () => (await rows('batches')).filter(({ keyframe }) => keyframe).length)
    .toBeGreaterThan(0);
  await expect.poll(async () => (await rows('screenshots')).length).toBeGreaterThan(0);
  await useForm();
  await expect.poll(allRows).toContain('发送验证码');
});

test('withdrawn with deletion, nothing of what was recorded under it is left, and the walk goes on by metrics', async () => {
  await panel.getByRole('button', { name: '撤回同意' }).click();
  await panel.getByRole('dialog').getByText('删除已记录的内容').click();
  await expect(panel.getByText('同意期间的内容已删除，已逐表核对：0 条残留')).toBeVisible();
  await expect(panel.getByText('尚未征得同意')).toBeVisible();
  await open('/personal/form');
  await useForm();
  for (const table of ['streams', 'screenshots', 'streamAssets'])
    expect(await rows(table), table).toEqual([]);
  expect((await rows('batches')).filter(({ events }) => Number(events) > 0)).toEqual([]);
  expect(await readTable(panel, 'objects')).toEqual([]);
  const kept = await allRows();
  for (const word of words) expect(kept).not.toContain(word);
});

test('the session carries the consent, without a name, and its stretches', async () => {
  await finishWalk(panel, '提交前止步');
  const id = await newestSession(panel);
  const session = (await readTable(panel, 'sessions')).find((row) => row.id === id);
  const consent = (session?.consents as Consent[] | undefined)?.[0];
  expect(consent).toMatchObject({ how: 'paper', sensitive: true, erased: true });
  expect(Object.keys(consent ?? {}).sort()).toEqual([
    'at',
    'erased',
    'how',
    'notice',
    'sensitive',
    'withdrawnAt',
  ]);
  expect(
    (session?.privacyChanges as { privacy: string }[] | undefined)?.map(({ privacy }) => privacy),
  ).toEqual(['metrics', 'full', 'metrics']);
  expect(session?.privacy).toBe('metrics');
  expect(new Set((await rows('gaps')).map(({ why }) => why))).toEqual(new Set(['metrics-only']));
});

test('whoever reviews the walk sees the consent: who recorded it, when, how, for what, and that it was withdrawn', async () => {
  const id = await newestSession(panel);
  const review = await browser.context.newPage();
  await review.goto(browser.extensionUrl(`review.html#/${id}`));
  await review.getByRole('tab', { name: '缺口与覆盖' }).click();
  const record = review.getByRole('region', { name: '同意记录' });
  const fact = (name: string) => record.locator('dl > div', { has: review.getByText(name, { exact: true }) });
  await expect(fact('征得时间')).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d/);
  await expect(fact('记录人')).toContainText('未填写');
  await expect(fact('方式')).toContainText('纸质签字');
  await expect(fact('范围')).toContainText('敏感个人信息另作单独同意');
  await expect(fact('撤回')).toContainText('此前记录的内容已删除');
  await review.screenshot({ path: 'test-results/consent-record.png' });
  await review.close();
});

test('the processing log tells all of it and outlives the session, of which every table is clear', async () => {
  const id = await newestSession(panel);
  const review = await browser.context.newPage();
  await review.goto(browser.extensionUrl(`review.html#/${id}`));
  await review.getByRole('button', { name: '删除' }).click();
  const dialog = review.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '永久删除' })).toBeDisabled();
  await dialog.getByRole('combobox').click();
  await review.getByText('群众不同意保存').click();
  await dialog.getByRole('button', { name: '永久删除' }).click();
  await expect(review.getByText(/已逐表核对（\d+ 行）：0 条残留/)).toBeVisible();
  await review.close();
  expect(await readTable(panel, 'sessions')).toEqual([]);
  const log = (await readTable(panel, 'processing')).sort((a, b) => Number(a.at) - Number(b.at));
  expect(log.map(({ kind }) => kind)).toEqual([
    'begun',
    'policy-applied',
    'consent-recorded',
    'consent-withdrawn',
    'finished',
    'viewed',
    'viewed',
    'purged',
  ]);
  expect(log.at(-1)?.detail).toMatch(/^unsent noConsent tables=\d+ rows=\d+ residue=0$/);
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html#log'));
  await expect(options.getByText('撤回同意')).toBeVisible();
  await options.close();
});

test('on the disk no planted value is found either, at any time of it', async () => {
  await browser.close();
  const findIn = createValueFinder(planted);
  const hits = (await openExtensionFiles(join(folder, 'profile'))).flatMap(({ what, bytes }) =>
    findIn(what, bytes),
  );
  expect(hits.map(({ surface, as, around }) => `${surface} ${as} ${around}`)).toEqual([]);
});
