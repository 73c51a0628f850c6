import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readHandOverFile } from '../../lib/deliver/hand-over-file.ts';
import { SessionReport } from '../../lib/model/report.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { placeMark, segmentsOf, withPlace } from '../support/jpeg-with-place.ts';
import { saveAsFile } from '../support/last-look.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { readXlsxRows, tableBelowHead } from '../support/read-forms.ts';
import { readTable } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { chooseForm, exportForm, fillHead, openForms } from '../support/use-forms.ts';
import { fillHandEntry, finishHandEntry, openHandEntry } from '../support/use-hand-entry.ts';
import { openSession } from '../support/use-review.ts';

/** A walk in an app, written down by hand: draft, photo, last look, collector, desk, form. */
const item = '“失业再就业”一件事一次办';
const head = { unit: '青溪市人社局', reporter: '李四', contact: '0990-6512021', date: '2031-12-15' };
let stack: Stack;
let browser: ExtensionBrowser;
let sessionId = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  stack = await startStack();
  browser = await launchBrowser({ extension: builtExtension });
  await enrolHere(browser, stack.collector);
});

test.afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** A picture of that size as a camera would have stored it, in the browser's own JPEG. */
async function takenPhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const data = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas');
      canvas.width = w ?? 1;
      canvas.height = h ?? 1;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#1557b0';
      context.fillRect(0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    },
    [width, height],
  );
  return withPlace(Buffer.from(data, 'base64'));
}

/** The bytes of a stored object. */
async function storedBytes(page: Page, object: string): Promise<Buffer> {
  const bytes = await page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('zouyibian');
      asked.onsuccess = () => resolve(asked.result);
    });
    const row = await new Promise<{ data: Uint8Array }>((resolve) => {
      const asked = db.transaction('objects').objectStore('objects').get(name);
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    return [...row.data];
  }, object);
  return Buffer.from(bytes);
}

test('a draft says what is missing, and is there again after the page was closed', async () => {
  const page = await openHandEntry(browser);
  await page.getByRole('button', { name: '完成补记' }).first().click();
  for (const words of ['请填写事项名称', '请选择体验途径', '请填写开始时间', '请填写结束时间'])
    await expect(page.getByText(words)).toBeVisible();
  await fillHandEntry(page, {
    programme: '辽宁人社走流程（2023）',
    item,
    mode: '亲自办',
    perspective: '群众',
    channel: 'APP',
    platform: '辽事通',
    activity: '登录一次平台办理业务',
    begun: '2026-05-12T11:00',
    ended: '2026-05-12T09:30',
    visits: '1',
    steps: [{ name: '刷脸登录', stage: '登录', minutes: '10', note: '刷了三次，打 13800005678 问才过' }],
    materials: '身份证、失业证明',
    met: '客服人员',
    points: [{ item: '线上登录简不简便', note: '刷脸三次才通过', need: '能用密码登录', step: '刷脸登录' }],
  });
  const whole = page.getByRole('region', { name: '瞄准的问题和总体评价' });
  await whole.getByLabel('自己写一条').fill('刷脸登录能不能一次过');
  await whole.getByLabel('自己写一条').press('Enter');
  await whole
    .getByRole('radiogroup', { name: '刷脸登录能不能一次过' })
    .getByText('发现', { exact: true })
    .click();
  await whole.getByLabel('关联已标记的痛点').selectOption({ index: 1 });
  await whole.getByText('不满意', { exact: true }).click();
  await expect(page.getByText('里面像有电话号码')).toBeVisible();
  await expect(page.getByText('结束时间早于开始时间')).toBeVisible();
  await expect(page.getByText('已保存在本机')).toBeVisible();
  await page.close();

  const list = await browser.context.newPage();
  await list.goto(browser.extensionUrl('review.html'));
  await expect(list.getByRole('heading', { name: '没写完的补记' })).toBeVisible();
  await list.getByRole('button', { name: '继续填写' }).click();
  await expect(list.getByRole('combobox', { name: '走哪个事项' })).toHaveValue(item);
  await expect(list.getByLabel('步骤', { exact: true })).toHaveValue('刷脸登录');
  await expect(list.locator('.pain-card')).toContainText('刷脸三次才通过');
  await expect(list.locator('.pain-card')).toContainText('刷脸登录');
  await expect(list.locator('.entry-tags').first()).toContainText(/身份证.*失业证明/);
  await list.getByRole('button', { name: '删除第 1 步' }).click();
  await expect(list.getByLabel('步骤', { exact: true })).toHaveCount(0);
  await list.getByRole('button', { name: /撤\s?销/ }).click();
  await expect(list.getByLabel('步骤', { exact: true })).toHaveValue('刷脸登录');
  await expect(list.locator('.pain-card')).toContainText('刷脸登录');
  await list.getByLabel('结束时间').fill('2026-05-12T12:00');
  await list.getByLabel('情况', { exact: true }).fill('刷了三次才过');
  await expect(list.getByText('里面像有电话号码')).toBeHidden();
  await expect(list.getByText('已保存在本机')).toBeVisible();
  await list.close();
});

test('a photo is kept scaled down, upright, and without where and with what it was taken', async () => {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('review.html'));
  await page.getByRole('button', { name: '继续填写' }).click();
  const photo = await takenPhoto(page, 3000, 2000);
  expect(segmentsOf(photo)).toContain('e1 Exif');
  expect(photo.includes(placeMark)).toBe(true);
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles({
    name: 'broken.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('no picture'),
  });
  await expect(page.getByText('不是能读的照片')).toBeVisible();
  await chooser.setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByLabel('照片说明').fill('登录失败的画面');
  await expect(page.getByText('已保存在本机')).toBeVisible();
  const [row] = await readTable(page, 'screenshots');
  // It was taken lying down and says so in its EXIF: what is kept stands upright by itself.
  expect(row).toMatchObject({ by: 'photo', width: 1280, height: 1920, caption: '登录失败的画面' });
  const kept = await storedBytes(page, String(row?.object));
  expect(segmentsOf(kept).filter((segment) => segment.startsWith('e1'))).toEqual([]);
  expect(kept.includes('Exif')).toBe(false);
  expect(kept.includes(placeMark)).toBe(false);
  expect(await readTable(page, 'objects')).toHaveLength(1);
  sessionId = await finishHandEntry(page);
  await page.close();
});

test('looked over, it is told from a recorded walk everywhere: no replay, no measured time, no signals', async () => {
  const page = await openSession(browser, sessionId);
  await expect(page.locator('.review-header')).toContainText('人工补记');
  await expect(page.locator('.review-header')).toContainText('辽事通 APP');
  await expect(page.locator('.review-figures')).toContainText('约 1 小时用时（陈述）');
  await expect(page.locator('.stated-panel')).toContainText('刷脸登录 登录约 10 分钟（陈述）');
  await expect(page.locator('.stated-panel .aim')).toContainText(
    '刷脸登录能不能一次过发现见痛点 1. 刷脸三次才通过',
  );
  await expect(page.locator('.stated-panel .rating')).toContainText('不满意');
  await expect(page.locator('.replay-panel')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: '信号' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^导\s?出$/ })).toHaveCount(0);
  await page.getByRole('tab', { name: '来源与改动' }).click();
  await expect(page.getByText('没有回放，没有测得的时间和信号')).toBeVisible();
  await page.goto(browser.extensionUrl('review.html'));
  const row = page.getByRole('row').filter({ hasText: item });
  await expect(row).toContainText('人工补记');
  await expect(row).toContainText('约 1 小时（陈述）');
  await page.close();
});

test('it may be changed until it is handed in, and is a draft while something is missing again', async () => {
  const page = await openSession(browser, sessionId);
  await page.getByRole('button', { name: '修改补记' }).click();
  await page.getByLabel('开始时间').fill('');
  await expect(page.getByText('已保存在本机')).toBeVisible();
  const state = async () => (await readTable(page, 'sessions')).find(({ id }) => id === sessionId)?.state;
  await expect.poll(state).toBe('draft');
  await page.getByLabel('开始时间').fill('2026-05-12T10:00');
  await expect.poll(state).toBe('finished');
  await page.getByRole('button', { name: '完成补记' }).first().click();
  await expect(page.locator('.review-figures')).toContainText('约 2 小时');
  await page.close();
});

test('before it leaves the photo is painted over, and the file that is saved verifies itself', async () => {
  const page = await openSession(browser, sessionId);
  await page.getByRole('button', { name: '上交', exact: true }).click();
  await page.getByText('没有发现残留的个人信息').waitFor();
  await expect(page.getByRole('tab', { name: '剪去一段' })).toHaveCount(0);
  await page.getByRole('button', { name: /登录失败的画面/ }).click();
  const stage = page.locator('.paint-stage');
  await stage.locator('img').waitFor();
  await expect(page.locator('.ant-zoom-enter, .ant-zoom-appear')).toHaveCount(0);
  const box = await stage.locator('img').boundingBox();
  if (!box) throw new Error('no picture to paint on');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.6, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('dialog')).toContainText('涂抹 1 处');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /完\s?成/ })
    .click();
  await page.getByRole('button', { name: '返回', exact: false }).first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), saveAsFile(page)]);
  const file = new Blob([Uint8Array.from(await readFile(await download.path()))]);
  const { reportJson } = await readHandOverFile(file);
  const report = SessionReport.parse(JSON.parse(reportJson));
  expect(report.session).toMatchObject({ entry: 'by-hand', channelKind: 'app', channel: '辽事通 APP' });
  expect(report.steps).toEqual([]);
  expect(report.coverage).toEqual({ walkedMs: 0, recordedMs: 0, frames: 0, framesRecorded: 0 });
  expect(report.screenshots.map(({ painted }) => painted)).toEqual([1]);
  expect(report.objects).toHaveLength(1);
  expect(reportJson).not.toContain('13800005678');
  await page.close();
});

test('handed in, it has its receipt and stays as it is; the desk shows and prints it as stated', async () => {
  expect(await handInHere(browser, sessionId)).toBe(true);
  const page = await openSession(browser, sessionId);
  await expect(page.getByRole('button', { name: '修改补记' })).toHaveCount(0);
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}/entry`));
  await page.reload();
  await expect(page.getByText('已经上交或正在上交，不能再改')).toBeVisible();

  await page.goto(await stack.collector.createSignInLink());
  const row = page.getByRole('row').filter({ hasText: item });
  await expect(row).toContainText('人工补记');
  await expect(row).toContainText('约 2 小时（陈述）');
  await row.getByRole('link').click();
  await expect(page.getByText('没有录制，没有计时')).toBeVisible();
  await expect(page.locator('.stated-facts')).toContainText('登录一次平台办理业务');
  await page.getByRole('tab', { name: '照片' }).click();
  await expect(page.locator('.screenshot-tile img')).toBeVisible();
  await page.getByRole('button', { name: '返回列表' }).click();
  await page.getByRole('button', { name: '导出表格' }).click();
  await fillHead(page, head);
  const rows = tableBelowHead(await readXlsxRows(await exportForm(page, 'xlsx', /三个清单汇总表_.*\.xlsx$/)));
  expect(rows.map((each) => [each[1], each[3], each[4], each[8]])).toEqual([
    [
      `${item}\n(辽事通APP)`,
      '1. 刷脸三次才通过',
      '1. 能用密码登录',
      `1. 记录${sessionId.slice(0, 8)} 人工补记`,
    ],
  ]);
  await page.close();
});

test('the report of the walk says that it was entered by hand and not timed', async () => {
  const forms = await openForms(browser);
  await fillHead(forms, head);
  await chooseForm(forms, '走流程情况报告');
  const file = await exportForm(forms, 'xlsx', /情况报告_.*\.xlsx$/);
  const text = (await readXlsxRows(file, '过程')).flat().join('\n');
  expect(text).toContain('刷脸登录');
  expect(text).toContain('约10');
  await forms.getByRole('tab', { name: '预览' }).click();
  await expect(forms.locator('.form-preview')).toContainText('由走流程人员人工补记');
  await expect(forms.locator('.form-preview')).toContainText(/所属活动\s*登录一次平台办理业务/);
  await expect(forms.locator('.form-preview')).not.toContainText('由浏览器计时');
  await forms.close();
});

test('beside an accompanied person a photo is added with their consent alone', async () => {
  const page = await openHandEntry(browser);
  await page.getByRole('radiogroup', { name: '走流程方式' }).getByText('陪同办', { exact: true }).click();
  const add = page.getByRole('button', { name: '添加照片' });
  await expect(add).toBeDisabled();
  await page.getByText('办事群众已知道照片的用途并同意拍照').click();
  await expect(add).toBeEnabled();
  const photo = { name: 'x.jpg', mimeType: 'image/jpeg', buffer: await takenPhoto(page, 400, 300) };
  await page.locator('input[type=file]').setInputFiles(photo);
  await expect(page.getByRole('listitem', { name: '照片 1' })).toBeVisible();
  // It cannot be taken back under a photo: the photo goes first.
  await expect(page.getByRole('checkbox', { name: /同意拍照/ })).toBeDisabled();
  await page.getByRole('button', { name: '删除照片 1' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /删\s?除/ })
    .click();
  await expect(page.getByRole('checkbox', { name: /同意拍照/ })).toBeEnabled();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '永久删除' }).click();
  await expect(page.getByText('0 条残留')).toBeVisible();
  await page.close();
});

test('a photo that cannot be kept is told of, and what is written after it is kept', async () => {
  const page = await openHandEntry(browser);
  await page.getByRole('combobox', { name: '走哪个事项' }).fill('照片存不下的事项');
  await page.keyboard.press('Escape');
  await expect(page.getByText('已保存在本机')).toBeVisible();
  await page.evaluate(() => {
    const store = IDBObjectStore.prototype;
    for (const write of ['put', 'add'] as const) {
      const kept = store[write];
      store[write] = function (this: IDBObjectStore, ...row: Parameters<typeof kept>) {
        if (this.name === 'objects') throw new DOMException('no room for photos', 'QuotaExceededError');
        return kept.apply(this, row);
      };
    }
  });
  const photo = { name: 'x.jpg', mimeType: 'image/jpeg', buffer: await takenPhoto(page, 400, 300) };
  await page.locator('input[type=file]').setInputFiles(photo);
  await expect(page.getByText(/no room for photos/)).toBeVisible();
  await page.getByLabel('补充说明').fill('照片没存上，经过记在这里');
  await expect(page.getByText('已保存在本机')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('补充说明')).toHaveValue('照片没存上，经过记在这里');
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '永久删除' }).click();
  await expect(page.getByText('0 条残留')).toBeVisible();
  await page.close();
});

test('an item of a catalogue brings its code and marks, and its coverage counts the entry by its channel', async () => {
  const code = '11990100MB2000035K3992041005001';
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html'));
  const chooser = options.waitForEvent('filechooser');
  await options.getByRole('button', { name: '导入事项目录…' }).click();
  await (await chooser).setFiles({
    name: '青溪市事项目录.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        '事项名称,实施编码,实施主体,跨域通办',
        `公共图书馆读者证办理,${code},市图书馆,是`,
        '失业登记,,市人社局,否',
      ].join('\r\n'),
    ),
  });
  await options.getByRole('dialog').getByRole('button', { name: '导入 2 个事项' }).click();
  await expect(options.getByText('已导入“青溪市事项目录”')).toBeVisible();
  await options.close();

  const page = await openHandEntry(browser);
  await page.getByRole('combobox', { name: '走哪个事项' }).fill('市图书馆 读者证');
  await page.locator('.ant-select-item-option').filter({ hasText: '公共图书馆读者证办理' }).click();
  await expect(page.getByText(`事项编码 ${code}`)).toBeVisible();
  const marks = (of: string) => page.getByRole('radiogroup', { name: of });
  await expect(marks('跨区域、跨部门').getByRole('radio', { name: '是' })).toBeChecked();
  // The catalogue has no such column: nobody knows.
  await expect(marks('一件事').getByRole('radio', { name: '不清楚' })).toBeChecked();
  await page.getByRole('radiogroup', { name: '体验途径' }).getByText('自助终端').click();
  await page.getByLabel('开始时间').fill('2026-05-13T09:00');
  await page.getByLabel('结束时间').fill('2026-05-13T09:20');
  await finishHandEntry(page);
  await page.goto(browser.extensionUrl('review.html#/coverage'));
  await page.reload();
  await expect(page.getByText('1 / 2')).toBeVisible();
  const walked = page.locator('.ant-table-tbody tr.ant-table-row').filter({ hasText: '读者证' });
  await expect(walked).toContainText('自助终端');
  await expect(walked).toContainText('人工补记');
  await page.close();
});

test('a draft is deleted for good, with its photo', async () => {
  const page = await openHandEntry(browser);
  await page.getByRole('combobox', { name: '走哪个事项' }).fill('写错了的事项');
  await page.locator('input[type=file]').setInputFiles({
    name: 'x.jpg',
    mimeType: 'image/jpeg',
    buffer: await takenPhoto(page, 400, 300),
  });
  await expect(page.getByRole('listitem', { name: '照片 1' })).toBeVisible();
  await page.getByRole('button', { name: '返回列表' }).click();
  const before = (await readTable(page, 'objects')).length;
  await page.locator('.unfinished-row').getByRole('button', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '永久删除' }).click();
  await expect(page.getByText('0 条残留')).toBeVisible();
  expect((await readTable(page, 'objects')).length).toBe(before - 1);
  await expect(page.getByRole('heading', { name: '没写完的补记' })).toHaveCount(0);
  await page.close();
});
