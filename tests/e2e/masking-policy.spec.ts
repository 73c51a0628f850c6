import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { openExtensionFiles } from '../support/extension-files.ts';
import { caseNumber, officePhone, serveKnownPersons } from '../support/known-person-site.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import type { Opened } from '../support/opened-bytes.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/** What a programme asks to be masked: more than the floor on a real walk, never less. */
let folder = '';
let site: Awaited<ReturnType<typeof serveKnownPersons>>;
let browser: ExtensionBrowser;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zyb-policy-'));
  site = await serveKnownPersons();
  browser = await launchBrowser({ extension: builtExtension, profile: join(folder, 'profile') });
});
test.afterEach(async () => {
  await browser.close().catch(() => undefined);
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const shows = (opened: readonly Opened[], words: string) =>
  opened.some(({ bytes }) => bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le')));

async function walkCasePage(programme: string): Promise<{ panel: Page; session: Record<string, unknown> }> {
  const { page, panel } = await openPageAndPanel(browser, `${site.origin}/start`);
  await startWalk(panel, { programme, item: '企业职工基本养老保险关系转移接续' });
  await page.goto(`${site.origin}/case`);
  await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
  await page.waitForTimeout(1500);
  await finishWalk(panel, '提交前止步');
  const id = await newestSession(panel);
  const session = (await readTable(panel, 'sessions')).find((row) => row.id === id) ?? {};
  return { panel, session };
}

const closeAndOpenFiles = async () => {
  await browser.close();
  return openExtensionFiles(join(folder, 'profile'));
};

/** Imports a pack on the settings page, as an office's own. */
async function importPack(pack: object): Promise<Page> {
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html'));
  const chooser = options.waitForEvent('filechooser');
  await options.getByRole('button', { name: '导入方案文件…' }).click();
  const buffer = Buffer.from(JSON.stringify(pack, undefined, 2));
  await (await chooser).setFiles({ name: 'pack.json', mimeType: 'application/json', buffer });
  return options;
}
const shipped = async (name: string) =>
  JSON.parse(await readFile(`public/programmes/${name}.json`, 'utf8')) as Record<string, unknown>;

test('the pack for human resources masks case numbers, in words and titles, and keeps its records no longer than it says', async () => {
  const { session } = await walkCasePage('辽宁人社走流程（2023）');
  expect(session.policy).toMatchObject({
    source: 'liaoning-hr-2023@1.3.0',
    redaction: { caseNumbers: true },
    retentionDays: 15,
    locked: ['retentionDays'],
  });
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl(`review.html#/${String(session.id)}`));
  await options.getByRole('tab', { name: '缺口与覆盖' }).click();
  await expect(options.getByRole('region', { name: '工作方案的遮盖要求' })).toContainText(
    '遮盖办件、受理、订单编号',
  );
  await options.screenshot({ path: 'test-results/policy-record.png' });
  const files = await closeAndOpenFiles();
  expect(shows(files, '个工作日办结')).toBe(true);
  expect(shows(files, officePhone)).toBe(true);
  expect(shows(files, caseNumber)).toBe(false);
});

test('by a pack that asks for nothing a case number stays readable', async () => {
  const { session } = await walkCasePage('辽宁走流程（2023）');
  expect(session.policy).toMatchObject({ source: 'builtin' });
  expect(shows(await closeAndOpenFiles(), caseNumber)).toBe(true);
});

test('an office’s own pack tightens further: its labels, texts and telephones, no pictures, and nobody can loosen what it locks', async () => {
  const pack = {
    ...(await shipped('yunfu-2022')),
    id: 'own',
    shortTitle: '本省方案',
    title: '本省体验官方案',
    masking: {
      redaction: { caseNumbers: true, officePhones: true, terms: ['云岭驿站'] },
      pictures: false,
      retentionDays: 3,
      locked: ['retentionDays', 'pictures'],
    },
  };
  const options = await importPack(pack);
  await expect(options.getByText('已导入“本省体验官方案”')).toBeVisible();
  await options.close();
  const { panel } = await walkCasePage('本省方案');
  expect(await readTable(panel, 'screenshots')).toEqual([]);
  const files = await closeAndOpenFiles();
  expect(shows(files, '个工作日办结')).toBe(true);
  for (const words of [caseNumber, officePhone]) expect(shows(files, words), words).toBe(false);
  // The pack itself names the text; what was recorded does not.
  const replay = files.filter(({ what }) => what.endsWith('» events'));
  expect(shows(replay, '代办')).toBe(true);
  expect(shows(replay, '云岭驿站')).toBe(false);
});

test('a pack that would loosen the floor is refused with line, field and reason, and nothing of it is used', async () => {
  const pack = {
    ...(await shipped('yunfu-2022')),
    id: 'own',
    title: '本省体验官方案',
    masking: { redaction: { without: ['mobile', 'resident-id'] } },
  };
  const line = JSON.stringify(pack, undefined, 2).split('"without"')[0]?.split('\n').length;
  const options = await importPack(pack);
  await expect(options.getByRole('alert').filter({ hasText: '没有导入' }).getByRole('listitem')).toHaveText(
    new RegExp(
      `^第 ${line} 行，遮盖规则 › 另外遮盖 › without：遮盖要求只能加严：没有“without”这一项，内置底线不能关闭或放宽$`,
    ),
  );
  expect(await readTable(options, 'packs')).toEqual([]);
});
