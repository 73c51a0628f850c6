import { readFile } from 'node:fs/promises';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import { signPack } from '../../lib/packs/sign-pack.ts';
import type { SigningKey } from '../../lib/packs/signing-key.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk } from '../support/use-panel.ts';
import { toGb18030 } from '../unit/catalogue/gb18030.ts';
import { makeWorkbook } from '../unit/catalogue/make-workbook.ts';

/** Packs and catalogues through the options page, as the office and the walker use them. */
let browser: ExtensionBrowser;
let options: Page;
const yunfu = '云浮政务服务体验官（2022）';

test.beforeEach(async () => {
  browser = await launchBrowser({ extension: builtExtension });
  options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html'));
  await options.getByRole('listitem').filter({ hasText: '云浮市人民政府行政服务中心' }).first().waitFor();
});
test.afterEach(async () => {
  await browser.close();
});

const give = async (button: Locator, name: string, content: string | Uint8Array) => {
  const chooser = options.waitForEvent('filechooser');
  await button.click();
  await (await chooser).setFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
};
const importPack = (pack: unknown) =>
  give(
    options.getByRole('button', { name: '导入方案文件…' }),
    'pack.json',
    typeof pack === 'string' ? pack : JSON.stringify(pack, undefined, 2),
  );
const importCatalogue = (name: string, bytes: string | Uint8Array) =>
  give(options.getByRole('button', { name: '导入事项目录…' }), name, bytes);
const textOf = async (download: Download) => readFile(await download.path(), 'utf8');
const saved = async (doing: () => Promise<unknown>): Promise<Record<string, unknown>> => {
  const downloading = options.waitForEvent('download');
  await doing();
  return JSON.parse(await textOf(await downloading));
};
const rowOf = (title: string) => options.getByRole('listitem').filter({ hasText: title }).first();
const refusal = () => options.getByRole('alert').filter({ hasText: '没有导入，这份文件需要修改' });
const shipped = async () =>
  JSON.parse(await readFile('public/programmes/yunfu-2022.json', 'utf8')) as Record<string, unknown>;

test('all five documents are there, each with what it asks for', async () => {
  const rows = options.locator('#programme .zyb-options-list > li');
  await expect(rows).toHaveCount(5);
  await expect(rows.filter({ hasText: '威政服办〔2023〕5号' })).toContainText('3 张检查表 · 40 个条目');
  await expect(rows.filter({ hasText: '云浮市人民政府行政服务中心' })).toContainText(
    '1 张检查表 · 28 个条目',
  );
  await options.getByRole('button', { name: `预览 ${yunfu}` }).click();
  const preview = options.getByRole('dialog');
  await expect(preview).toContainText('体验、评价、反馈、整改、核验');
  await expect(preview).toContainText('咨询、现场取号、等候叫号、填写表格、提交申报材料、领取证件、回访评价');
  await expect(preview.getByRole('listitem').filter({ hasText: '等候叫号' })).toContainText('线下/人工');
  await expect(preview).toContainText('体验 → 评价 → 反馈 → 整改 → 核验');
  await options.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await options.getByRole('button', { name: '预览 辽宁人社走流程（2023）' }).click();
  for (const words of [
    '省就业和人才服务中心、省社会保险事业服务中心至少邀请10名，需包含退休人员',
    '各业务处（室、局）至少指派1人',
    '整改措施清单（也称优化措施清单）',
    '开展一次明察暗访（到人社经办窗口）',
    '信访窗口里企业群众反映较为集中的疑难问题',
    '老年人、残疾人',
  ])
    await expect(preview).toContainText(words);
});

test('a broken pack is refused with line, field and reason, and nothing changes', async () => {
  const text = JSON.stringify({ ...(await shipped()), id: 'own' }, undefined, 2);
  const lineOf = (what: string) => text.slice(0, text.indexOf(what)).split('\n').length;
  await importPack(text.replace('"mode": "experience"', '"mode": "网办"'));
  await expect(refusal().getByRole('listitem')).toHaveText(
    new RegExp(
      `^第 ${lineOf('"mode": "experience"')} 行，走流程方式 1 › 方式：只能是 .*self.* 之一，现在是“网办”$`,
    ),
  );
  await importPack(text.replace('"shortTitle":', '"shortTitle"：'));
  await expect(refusal().getByRole('listitem')).toHaveText(
    new RegExp(`^第 ${lineOf('"shortTitle":')} 行第 \\d+ 列：名称后面应当是英文冒号`),
  );
  await importPack(text.replace('"id": "yf2022-modes.wangban.02"', '"id": "yf2022-modes.wangban.01"'));
  await expect(refusal().getByRole('listitem')).toHaveText(/检查表 1 › 维度 1 › 条目 2 › 编号：.*已经用过$/);
  await expect(options.locator('#programme .zyb-options-list > li')).toHaveCount(5);
  expect(await readTable(options, 'packs')).toEqual([]);
});

test('a pack is copied, edited, exported, deleted, brought back and imported again', async () => {
  await options.getByRole('button', { name: `复制后编辑 ${yunfu}` }).click();
  const editor = options.getByRole('region', { name: `编辑：${yunfu}（副本）` });
  await editor.getByLabel('标题').fill('云岭市体验官方案');
  await editor.getByLabel('简称').fill('');
  await expect(editor.locator('[data-path="shortTitle"]')).toContainText('不能为空');
  await expect(editor.getByRole('button', { name: '保存' })).toBeDisabled();
  await editor.getByLabel('简称').fill('云岭体验官');
  await expect(editor.getByRole('button', { name: '保存' })).toBeEnabled();

  await editor.getByRole('tab', { name: '检查表' }).click();
  await editor.getByRole('button', { name: '五类体验：网办、实地、专题、热线、调查', exact: true }).click();
  await editor.getByRole('button', { name: '网办体验', exact: true }).click();
  await editor.getByRole('button', { name: '在“条目”里添加' }).click();
  await expect(editor.getByRole('alert')).toContainText('检查表 1 › 维度 1 › 条目 6 › 文字：不能为空');
  await editor.getByLabel('文字').fill('上传前说明格式和大小');
  await editor.getByRole('button', { name: '上移 上传前说明格式和大小' }).click();
  await editor.getByRole('button', { name: '删除 填写申请表顺不顺' }).click();
  await expect(editor.getByRole('button', { name: '删除 填写申请表顺不顺' })).toHaveCount(0);
  await editor.getByRole('button', { name: '撤销' }).click();
  await expect(editor.getByRole('button', { name: '删除 填写申请表顺不顺' })).toHaveCount(1);
  await editor.getByRole('tab', { name: '报送任务' }).click();
  await editor.getByRole('button', { name: '问题和意见建议台账', exact: true }).click();
  await editor.getByLabel('期限', { exact: true }).press('Enter');
  await options.getByTitle('启动后若干天').click();
  await editor.getByLabel('天', { exact: true }).fill('15');
  await editor.getByRole('button', { name: '预览' }).click();
  await expect(options.getByRole('dialog')).toContainText('上传前说明格式和大小');
  await options.keyboard.press('Escape');
  await editor.getByRole('button', { name: '保存' }).click();

  await expect(rowOf('云岭市体验官方案')).toContainText('29 个条目');
  await options.getByRole('button', { name: `复制后编辑 ${yunfu}` }).click();
  await editor.getByRole('button', { name: '保存' }).click();
  await expect(editor.getByRole('alert')).toContainText('编号“yunfu-2022-copy”已经有一份在用');
  await editor.getByRole('button', { name: '关闭' }).first().click();
  const file = await saved(() => options.getByRole('button', { name: '导出 云岭体验官' }).click());
  expect(file).toMatchObject({ id: 'yunfu-2022-copy', title: '云岭市体验官方案', version: '1.0.0' });
  expect(JSON.stringify(file.deliverables)).toContain('{"kind":"afterStart","days":15}');
  const [checklist] = file.checklists as { dimensions: { items: { id: string; text: string }[] }[] }[];
  expect(checklist?.dimensions[0]?.items.map(({ id }) => id.slice(-2))).toEqual([
    '01',
    '02',
    '03',
    '04',
    '06',
    '05',
  ]);

  await options.getByRole('button', { name: '删除 云岭体验官' }).click();
  await expect(rowOf('云岭市体验官方案')).toHaveCount(0);
  await options.getByRole('button', { name: '撤销' }).click();
  await expect(rowOf('云岭市体验官方案')).toHaveCount(1);
  await options.getByRole('button', { name: '删除 云岭体验官' }).click();
  await importPack(file);
  await expect(options.getByText('已导入“云岭市体验官方案”')).toBeVisible();
  expect(await saved(() => options.getByRole('button', { name: '导出 云岭体验官' }).click())).toEqual(file);
});

test('an office signs a pack; where its key is trusted the pack is locked against edits, unsigned and older files', async () => {
  const pack = {
    ...(await shipped()),
    id: 'own',
    version: '1.2.0',
    shortTitle: '本省方案',
    title: '本省体验官方案',
  };
  await importPack(pack);
  await rowOf('本省体验官方案').waitFor();
  await options.getByText('签名与受信任的密钥（0）').click();
  await options.getByLabel('署名').fill('云岭省政务服务中心');
  const key = (await saved(() => options.getByRole('button', { name: '生成并保存' }).click())) as SigningKey;
  const fingerprint = await options.locator('.zyb-keys .ant-alert code').innerText();

  await options.getByRole('button', { name: '签名… 本省方案' }).click();
  const dialog = options.getByRole('dialog');
  await expect(dialog).toContainText('它不说明内容是否正确，也不说明密钥是谁的');
  const signed = await saved(() =>
    give(dialog.getByRole('button', { name: '选择密钥文件并签名…' }), 'key.json', JSON.stringify(key)),
  );
  expect(signed.signature).toMatchObject({ signer: '云岭省政务服务中心', publicKey: key.publicKey });
  await options.keyboard.press('Escape');
  const row = rowOf('本省体验官方案');
  await expect(row).toContainText('这把密钥在本机未受信任，方案未锁定');
  expect(JSON.stringify(await readTable(options, 'packs'))).not.toContain(key.privateKey);

  await row.getByRole('button', { name: '核对并信任…' }).click();
  await expect(options.getByRole('dialog').locator('code')).toHaveText(fingerprint);
  await options.getByRole('button', { name: '已核对，信任' }).click();
  await expect(row).toContainText('已锁定');
  await expect(row.getByRole('button', { name: '编辑 本省方案', exact: true })).toHaveCount(0);

  await importPack({ ...pack, version: '9.0.0', title: '没有签名的方案' });
  await expect(refusal()).toContainText('没有签名的文件不能替换它');
  await importPack(await signPack({ ...pack, version: '1.1.9' }, key, new Date().toISOString()));
  await expect(refusal()).toContainText('旧版本不能替换新版本');
  await importPack({ ...signed, title: '签名后改过的方案' });
  await expect(refusal()).toContainText('签名与内容对不上');
  await expect(row).toContainText('1.2.0');
  await importPack(await signPack({ ...pack, version: '1.3.0' }, key, new Date().toISOString()));
  await expect(row).toContainText('1.3.0');
  await expect(row).toContainText('已锁定');
});

test.describe('a catalogue of items', () => {
  let portal: Portal;
  test.beforeAll(async () => {
    portal = await startPortal({ ports: 'any' });
  });
  test.afterAll(async () => {
    await portal.close();
  });

  test('saved in GB18030 is imported, found in the start form by keyboard, and shows what was walked', async () => {
    const code = '11990100MB2000035K3992041005001';
    const rows = Array.from({ length: 9998 }, (_, at) => `其他事项${at},YL-${at},某局,否`);
    await importCatalogue(
      '青溪市事项目录.csv',
      toGb18030(
        [
          '事项名称,实施编码,实施主体,高频事项',
          `公共图书馆读者证办理,${code},市图书馆,是`,
          `失业登记,11440100696927671X344211181700,市人社局,也许`,
          ...rows,
        ].join('\r\n'),
      ),
    );
    const dialog = options.getByRole('dialog');
    await expect(dialog).toContainText('文字编码：GB18030');
    await expect(dialog).toContainText('将导入 10000 个事项。');
    await expect(dialog.getByRole('listitem').filter({ hasText: '第 3 行 B 列（实施编码）' })).toContainText(
      '编码有 30 位',
    );
    await expect(dialog.getByRole('listitem').filter({ hasText: '第 3 行 D 列（高频事项）' })).toContainText(
      '“也许”',
    );
    await dialog.getByRole('button', { name: '导入 10000 个事项' }).click();
    await expect(options.getByText('已导入“青溪市事项目录”')).toBeVisible();

    const { panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
    const field = panel.getByRole('combobox', { name: '走哪个事项' });
    await field.fill('图书馆 读者证');
    await panel.getByRole('option', { name: /公共图书馆读者证办理/ }).waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    await expect(field).toHaveValue('公共图书馆读者证办理');
    await expect(panel.getByText(`市图书馆 · ${code}`)).toBeVisible();
    await panel.getByRole('checkbox').last().check();
    await panel.getByRole('button', { name: '开始走流程' }).click();
    await panel.getByText('正在记录').waitFor();
    await finishWalk(panel, '提交前止步');
    const [session] = await readTable(panel, 'sessions');
    // The catalogue has no columns for the marks, and nobody said them.
    expect(session?.item).toEqual({ name: '公共图书馆读者证办理', code });

    const review = await browser.context.newPage();
    await review.goto(browser.extensionUrl('review.html'));
    await review.getByRole('button', { name: '事项覆盖' }).click();
    await expect(review.getByText('另有 1 次在练习站点上的走流程，不计入覆盖。')).toBeVisible();
    await expect(review.getByText('0 / 10000')).toBeVisible();
    await putSession(review, { ...session, id: 'elsewhere', siteProfileId: undefined });
    await expect(review.getByText('1 / 10000')).toBeVisible();
    await review.getByRole('combobox', { name: '是否走过' }).press('Enter');
    await review.getByTitle('已走').click();
    const walked = review.locator('.ant-table-tbody tr.ant-table-row');
    await expect(walked).toHaveCount(1);
    await expect(walked).toContainText('公共图书馆读者证办理');
    await expect(walked).toContainText('亲自办 · PC端');
    // Not walked in another mode or by another channel is asked for by itself; in its own it is walked.
    const lists = review.locator('.ant-select-dropdown:visible');
    const filter = async (name: string, choice: string) => {
      await review.getByRole('combobox', { name }).press('Enter');
      await lists.getByTitle(choice, { exact: true }).click();
      await expect(lists).toHaveCount(0);
    };
    const shown = review.getByRole('status').filter({ hasText: '个事项' });
    await review.getByRole('textbox', { name: '搜名称、编码或部门' }).fill('图书馆');
    await filter('是否走过', '未走');
    await expect(walked).toHaveCount(0);
    await filter('走流程方式', '自查办');
    await expect(walked).toHaveCount(1);
    await filter('走流程方式', '亲自办');
    await expect(walked).toHaveCount(0);
    await filter('体验途径', 'APP');
    await expect(walked).toHaveCount(1);
    await filter('体验途径', 'PC端');
    await expect(walked).toHaveCount(0);
    await review.getByRole('textbox', { name: '搜名称、编码或部门' }).fill('');
    await expect(shown).toContainText('9999');
    const downloading = review.waitForEvent('download');
    await review.getByRole('button', { name: '导出清单（CSV）' }).click();
    const list = await textOf(await downloading);
    expect(list.split('\r\n')).toHaveLength(10_002);
    expect(list).toContain('市图书馆,,,是,已走,亲自办,PC端,1,');
  });

  test('with columns nobody knows is imported after they were named; one that is no table is refused', async () => {
    await importCatalogue('damaged.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    await expect(options.getByRole('alert').filter({ hasText: '没有打开“damaged.xlsx”' })).toContainText(
      '已损坏',
    );
    await importCatalogue('empty.xlsx', await makeWorkbook({ 空: [] }));
    await expect(options.getByRole('alert').filter({ hasText: '没有打开“empty.xlsx”' })).toContainText(
      '每张工作表都是空的',
    );

    await importCatalogue(
      'odd.xlsx',
      await makeWorkbook({
        第一页: [
          ['办啥', '归谁管'],
          ['失业登记', '市人社局'],
        ],
      }),
    );
    const dialog = options.getByRole('dialog');
    await expect(dialog).toContainText('没有认出“事项名称”是哪一列，请在下面指定');
    await expect(dialog).toContainText('表头这一行写的是：办啥、归谁管');
    await expect(dialog.getByRole('button', { name: /^导入 0/ })).toBeDisabled();
    await dialog.getByRole('combobox', { name: '事项名称' }).press('Enter');
    await options.getByTitle('A 办啥').click();
    // The list just used has the same entries, until it has closed.
    const lists = options.locator('.ant-select-dropdown:visible');
    await expect(lists).toHaveCount(0);
    await dialog.getByRole('combobox', { name: '实施主体' }).press('Enter');
    await lists.getByTitle('B 归谁管').click();
    await dialog.getByRole('button', { name: '导入 1 个事项' }).click();
    await expect(options.getByText('已导入“odd”')).toBeVisible();
    await options.getByRole('button', { name: '删除 odd' }).click();
    await options.getByRole('button', { name: '撤销' }).click();
    await expect(options.locator('#catalogue')).toContainText('1 个事项');
    expect(await readTable(options, 'catalogues')).toMatchObject([
      { items: [{ name: '失业登记', department: '市人社局' }] },
    ]);
  });
});

/** Puts a session beside the ones walked, and tells live queries of it as another page's write would. */
async function putSession(page: Page, session: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (row) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('zouyibian');
      opening.onsuccess = () => resolve(opening.result);
    });
    const change = db.transaction('sessions', 'readwrite');
    change.objectStore('sessions').put(row);
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
    db.close();
  }, session);
  await page.reload();
}
