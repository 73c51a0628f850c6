import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { startCollector } from '../../server/start-collector.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

/** What the walker sees when something they give, or the machine they use, is not as it should be. */
let portal: Portal;
let browser: ExtensionBrowser;
const choice = { programme: '辽宁人社走流程（2023）', item: '读者证办理' };

test.beforeAll(async () => {
  portal = await startPortal({ ports: 'any' });
});
test.afterAll(async () => {
  await portal?.close();
});
test.beforeEach(async () => {
  browser = await launchBrowser({ extension: builtExtension });
});
test.afterEach(async () => {
  await browser.close();
});

const home = () => openPageAndPanel(browser, `${portal.origins.portal}/`);
const openOptions = async () => {
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html'));
  return options;
};

test.describe('starting', () => {
  test('on a page of the browser itself the panel says why not and what to do', async () => {
    const { panel } = await openPageAndPanel(browser, 'chrome://version/');
    await expect(panel.getByRole('heading', { name: '当前页面不能记录' })).toBeVisible();
    await expect(panel.getByText('这是浏览器自带的页面。请切换到政务服务网的页面再开始。')).toBeVisible();
    await expect(panel.getByRole('button', { name: '开始走流程' })).toBeDisabled();
  });

  test('without an item name or consent names what is missing, and nothing begins', async () => {
    const { panel } = await home();
    await panel.getByRole('button', { name: '开始走流程' }).click();
    await expect(panel.getByRole('alert')).toHaveText('请填写事项名称');
    await panel.getByRole('combobox', { name: '走哪个事项' }).fill('   ');
    await panel.getByRole('button', { name: '开始走流程' }).click();
    await expect(panel.getByRole('alert')).toHaveText('请填写事项名称');
    await panel.getByRole('combobox', { name: '走哪个事项' }).fill('读者证办理');
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: '开始走流程' }).click();
    await expect(panel.getByRole('alert')).toHaveText('请先勾选同意');
    expect(await readTable(panel, 'sessions')).toEqual([]);
  });

  test('twice at once begins one walk; the second start is told of the first', async () => {
    const { panel } = await home();
    const second = await browser.openInOwnWindow(
      new URL(panel.url()).pathname.slice(1) + new URL(panel.url()).search,
    );
    // Both forms are filled in before either knows of the other.
    for (const each of [panel, second]) {
      await each.getByRole('combobox', { name: '走哪个事项' }).fill('读者证办理');
      await each.keyboard.press('Escape');
      await each.getByLabel('我已了解记录范围，同意记录本次走流程').check();
    }
    // Pressed in the same moment: no wait for the page between them.
    await Promise.all(
      [panel, second].map((each) =>
        each.evaluate(() => document.querySelector<HTMLButtonElement>('button[type=submit]')?.click()),
      ),
    );
    for (const each of [panel, second]) await each.getByText('正在记录').first().waitFor();
    await expect.poll(async () => (await told(panel)) + (await told(second))).toBe(1);
    expect(await readTable(panel, 'sessions')).toHaveLength(1);
  });
});

const told = (panel: Page) => panel.getByText('已有一次走流程正在进行。请先完成它再开始新的。').count();

test('a damaged settings row costs only what is damaged: walks start, the rest is there, and saving works', async () => {
  const options = await openOptions();
  await options.getByLabel('单位').waitFor();
  await putSettings(options, {
    walker: { unit: '云岭市政务服务管理局', name: '张三', position: '', contact: '' },
    programmeId: 42,
    programmes: [{ id: 'old' }],
    siteProfiles: 'none',
  });
  await options.reload();
  await expect(options.getByLabel('单位')).toHaveValue('云岭市政务服务管理局');
  await expect(options.getByRole('heading', { name: /走流程/ }).first()).toBeVisible();
  const { panel } = await home();
  await startWalk(panel, choice);
  await finishWalk(panel, '提交前止步');
  expect((await readTable(panel, 'sessions'))[0]).toMatchObject({ walker: { name: '张三' } });

  await putSettings(options, 'rubbish');
  await options.reload();
  await expect(options.getByLabel('单位')).toHaveValue('');
  await expect(options.getByLabel('归集服务地址')).toBeVisible();
});

test.describe('an imported programme', () => {
  test('with an error is refused, each field named with its reason, and the one before stays', async () => {
    const options = await openOptions();
    const pack = JSON.parse(await readFile('public/programmes/weihai-2023.json', 'utf8')) as Record<
      string,
      unknown
    >;
    const good = {
      ...pack,
      id: 'yunling-2026',
      title: '云岭市走流程工作方案',
      shortTitle: '云岭走流程',
      version: '1.0.0',
    };
    await importProgramme(options, good);
    await expect(options.getByText('已导入“云岭市走流程工作方案”')).toBeVisible();

    const row = options.getByRole('listitem').filter({ hasText: '云岭市走流程工作方案' });
    for (const [changes, field] of [
      [{ version: 'next' }, '版本'],
      [{ version: '1.1.0', checklists: [] }, '检查表'],
      [{ version: '1.1.0', modes: [{ mode: 'dance', label: '跳舞' }] }, '走流程方式 1 › 方式'],
    ] as const) {
      await importProgramme(options, { ...good, ...changes });
      const alert = options.getByRole('alert').filter({ hasText: '没有导入，这份文件需要修改' });
      await expect(alert.getByRole('listitem').filter({ hasText: field })).toHaveText(
        new RegExp(`^第 \\d+ 行，${field}：.+`),
      );
      await expect(row).toContainText('1.0.0');
    }
    await importProgramme(options, '{"id": "yunling-2026", ');
    await expect(options.getByRole('alert').filter({ hasText: '没有导入' }).getByRole('listitem')).toHaveText(
      /^第 1 行第 \d+ 列：文件到这里就断了/,
    );
    await expect(row).toContainText('1.0.0');
    await options.reload();
    await expect(row).toContainText('1.0.0');

    await importProgramme(options, { ...good, version: '1.1.0' });
    await expect(row).toContainText('1.1.0');
    await expect(row).toHaveCount(1);
  });
});

test.describe('a collector', () => {
  test('refuses a wrong code with what to do, and what was typed stays to be corrected', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'zyb-wrong-code-'));
    const collector = await startCollector({ port: 0, dataFolder, name: '云岭归集服务', log: 'silent' });
    const options = await openOptions();
    const code = options.getByLabel('一次性登记码');
    await options.getByLabel('归集服务地址').fill(collector.url);
    await options.getByRole('button', { name: '登记', exact: true }).click();
    await expect(options.getByText('请填写登记码')).toBeVisible();
    await code.fill('WRONG-CODE-0000');
    await options.getByRole('button', { name: '登记', exact: true }).click();
    await expect(options.getByRole('alert').filter({ hasText: '没有登记成功' })).toContainText(
      '登记码不正确、已经用过或已过期，请向管理员索取新的登记码后重新填写。',
    );
    await expect(code).toHaveValue('WRONG-CODE-0000');
    await code.fill(await collector.createEnrolmentCode());
    await options.getByRole('button', { name: '登记', exact: true }).click();
    await expect(options.getByText('已登记到')).toBeVisible();
    await collector.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  test('whose address is none, leads nowhere or to something else is told as what it is', async () => {
    const options = await openOptions();
    await options.getByLabel('一次性登记码').fill('K7QD-9MXA-42TR');
    const tryAddress = async (address: string) => {
      await options.getByLabel('归集服务地址').fill(address);
      await options.getByRole('button', { name: '登记', exact: true }).click();
    };
    await tryAddress('归集服务');
    await expect(options.getByText('请填写以 http:// 或 https:// 开头的完整地址')).toBeVisible();
    await tryAddress(`http://127.0.0.1:${await closedPort()}`);
    await expect(options.getByText('没有登记成功：连不上归集服务。')).toBeVisible();
    await tryAddress(portal.origins.portal);
    await expect(
      options.getByText('没有登记成功：归集服务的回答看不懂，可能地址不对或版本太旧。'),
    ).toBeVisible();
    await expect(options.getByLabel('一次性登记码')).toHaveValue('K7QD-9MXA-42TR');
    await expect(options.getByText('已登记到')).toHaveCount(0);
  });
});

test('when the walker withdraws the permission during a walk they are warned, nothing is lost, and it goes on once given back', async () => {
  const { page, panel } = await home();
  await startWalk(panel, choice);
  await clickOnPage(page, 2);
  await expect.poll(async () => (await readTable(panel, 'actions')).length).toBeGreaterThanOrEqual(2);
  const before = (await readTable(panel, 'actions')).length;

  await setSiteAccess('ON_CLICK');
  const warning = panel.getByText('网页读取权限被收回，正在缺记。请重新允许。');
  await expect(warning).toBeVisible();
  // Pages that come now cannot be recorded; that they came can.
  await page.goto(`${portal.origins.portal}/page/help`);
  await expect
    .poll(async () =>
      (await readTable(panel, 'visits')).some((visit) => String(visit.url).endsWith('/page/help')),
    )
    .toBe(true);
  await tag(panel, '全不全', '线上线下指南准不准');
  expect((await readTable(panel, 'actions')).length).toBeGreaterThanOrEqual(before);

  await setSiteAccess('ON_ALL_SITES');
  await expect(warning).toHaveCount(0);
  const again = (await readTable(panel, 'actions')).length;
  await clickOnPage(page, 2);
  await expect.poll(async () => (await readTable(panel, 'actions')).length).toBeGreaterThanOrEqual(again + 2);
  await finishWalk(panel, '提交前止步');
  expect(await readTable(panel, 'painPoints')).toHaveLength(1);
});

/*
 * Chromium's quota does not bind this extension (unlimitedStorage: writes succeed beyond an overridden quota), and a
 * disk cannot be filled here; so the worker's own IndexedDB refuses every write as Chromium does, with the real
 * chain in front of it. That a transaction which runs full in the middle leaves nothing is held in the unit tests.
 */
test.describe('with a full disk', () => {
  test('the page keeps what it has and sends it again: the walker is warned, and nothing that happened is lost', async () => {
    const { page, panel } = await home();
    await startWalk(panel, choice);
    await clickOnPage(page, 2);
    await expect.poll(async () => (await readTable(panel, 'actions')).length).toBeGreaterThanOrEqual(2);
    const acked = await keptIds(panel);

    await fillDisk(true);
    await clickOnPage(page, 3);
    await expect(panel.getByText('本机存储空间将满')).toBeVisible();
    expect(await keptIds(panel)).toEqual(acked);
    await panel
      .getByRole('button', { name: /全不全$/ })
      .first()
      .click();
    await panel.getByRole('listitem').getByRole('button', { name: '线上线下指南准不准' }).click();
    await expect(panel.getByText('没能写入本机存储。请清理磁盘空间后再试。')).toBeVisible();

    await fillDisk(false);
    await expect
      .poll(async () => (await readTable(panel, 'actions')).length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(5);
    await expect(panel.getByText('本机存储空间将满')).toHaveCount(0);
    expect(await keptIds(panel)).toEqual(expect.arrayContaining(acked));
    await finishWalk(panel, '提交前止步');
    const gaps = await readTable(panel, 'gaps');
    expect(gaps.filter((gap) => gap.why === 'lost-batch')).toEqual([]);
  });

  test('no walk begins, and the walker is told why', async () => {
    const { panel } = await home();
    await fillDisk(true);
    await panel.getByRole('combobox', { name: '走哪个事项' }).fill('读者证办理');
    await panel.keyboard.press('Escape');
    await panel.getByLabel('我已了解记录范围，同意记录本次走流程').check();
    await panel.getByRole('button', { name: '开始走流程' }).click();
    await expect(panel.getByText('没能写入本机存储。请清理磁盘空间后再试。')).toBeVisible();
    expect(await readTable(panel, 'sessions')).toEqual([]);
    await fillDisk(false);
    await panel.getByRole('button', { name: '开始走流程' }).click();
    await panel.getByText('正在记录').waitFor();
  });
});

async function keptIds(panel: Page): Promise<unknown[]> {
  return (await readTable(panel, 'actions')).map((action) => action.id).sort();
}

/** Clicks on headings, which do nothing. */
async function clickOnPage(page: Page, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await page.getByRole('heading').first().click();
}

/** From now on the worker's IndexedDB refuses every write for want of room, or takes them again. */
async function fillDisk(full: boolean): Promise<void> {
  await (await browser.worker()).evaluate((on) => {
    type Writes = Pick<IDBObjectStore, 'add' | 'put'>;
    const here = self as unknown as { realWrites?: Writes };
    const { prototype } = IDBObjectStore;
    here.realWrites ??= { add: prototype.add, put: prototype.put };
    const refuse = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    Object.assign(prototype, on ? { add: refuse, put: refuse } : here.realWrites);
  }, full);
}

/** What the user does on chrome://extensions under "site access". */
async function setSiteAccess(hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async ({ id, access }) => {
      type Configure = (change: { extensionId: string; hostAccess: string }) => Promise<void>;
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateExtensionConfiguration: Configure };
      };
      await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: access });
    },
    { id: new URL(browser.extensionUrl('')).host, access: hostAccess },
  );
  await page.close();
}

async function importProgramme(options: Page, pack: unknown): Promise<void> {
  const text = typeof pack === 'string' ? pack : JSON.stringify(pack);
  const chooser = options.waitForEvent('filechooser');
  await options.getByRole('button', { name: '导入方案文件…' }).click();
  await (await chooser).setFiles({
    name: 'pack.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

async function putSettings(extensionPage: Page, value: unknown): Promise<void> {
  await extensionPage.evaluate(async (settings) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('zouyibian');
      opening.onsuccess = () => resolve(opening.result);
    });
    const change = db.transaction('settings', 'readwrite');
    change.objectStore('settings').put({ key: 'settings', value: settings });
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
    db.close();
  }, value);
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
