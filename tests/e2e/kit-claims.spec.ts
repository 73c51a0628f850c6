import { expect, test } from '@playwright/test';
import { messageIds } from '../portal/fidelity-site/claim-pages.ts';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What is told of forms and messages that a kit drew: what a person saw and did, and nothing that was not so. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page } = walk;
  await walk.try('messages', async () => {
    await walk.open('claims-messages');
    for (const id of messageIds) {
      await page.locator(`#${id}`).click();
      await page.waitForTimeout(1300);
      const close = page.locator('[data-close]');
      if (await close.count()) await close.click();
    }
    await walk.note('messages');
  });
  await walk.try('wrong', async () => {
    await walk.open('claims-wrong');
    await page.locator('#check').click();
    await page.waitForTimeout(700);
    await page.locator('#send').click();
    await walk.note('wrong');
  });
  await walk.try('fields', async () => {
    await walk.open('claims-fields');
    await page.waitForTimeout(1500);
    await page.locator('#calendar').click();
    await page.locator('#fifteen').click();
    await page.waitForTimeout(1500);
    await page.locator('[role=switch] i').click();
    await page.locator('#arrow').click();
    await page.evaluate('mask.hidden = false');
    await page.waitForTimeout(800);
    await page.evaluate('mask.hidden = true');
    await page.waitForTimeout(800);
    await walk.note('fields');
  });
  await walk.try('presses', async () => {
    await walk.open('claims-presses');
    await page.locator('#more').click();
    await page.waitForTimeout(2200);
    for (const id of ['first', 'second', 'third']) {
      await page.locator(`#${id}`).click();
      await page.waitForTimeout(3600);
    }
    await page.locator('#first').click();
    await page.waitForTimeout(1200);
    await page.locator('#dead').click();
    await page.waitForTimeout(2500);
    await page.locator('#words').click();
    await page.waitForTimeout(600);
    const box = await page.locator('#go').boundingBox();
    if (!box) throw new Error('nothing to press');
    await page.mouse.move(box.x + 10, box.y + 5);
    await page.mouse.down();
    await page.waitForTimeout(200);
    await page.mouse.up();
    await page.getByText('更多选项').click();
    await page.locator('#over-1234').click();
    await page.locator('#words').click();
    await page.locator('#hold').click();
    await page.waitForTimeout(2200);
    await page.locator('#ripple').click();
    await page.waitForTimeout(2200);
    await walk.note('presses');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

test('messages that tell of trouble are told once, with their words; good news, waits and questions are not', async () => {
  walk.moment('messages');
  const told = (await walk.rowsOn('incidents', 'claims-messages')).map(
    ({ kind, message }) => `${kind} ${String(message)}`,
  );
  expect(told).toEqual([
    'toast 系统异常，请联系管理员',
    'toast 再看一下',
    'toast 换一张',
    'toast 验证码错误',
    'toast 数据推送',
    'toast 有一处要改 请填写申请人',
    'toast 提示 该证件号已存在',
    'toast 保存',
  ]);
});

test('a message at a field is told once, with the name of the field', async () => {
  walk.moment('wrong');
  const told = (await walk.rowsOn('incidents', 'claims-wrong')).map(
    ({ kind, message }) => `${kind} ${String(message)}`,
  );
  expect(told.slice(0, 4).sort()).toEqual([
    'validation 单位名称：不能为空',
    'validation 申请人：请填写',
    'validation 电子邮箱：格式不正确',
    'validation 邮政编码：应为六位数字',
  ]);
  expect(told[4]).toMatch(/^validation 联系电话：./);
  expect(told).toHaveLength(5);
});

test('what is asked for is counted by what people see, required where it says so, filled in where nobody did', async () => {
  walk.moment('fields');
  const last = new Map((await walk.rowsOn('fields', 'claims-fields')).map((row) => [row.id, row]));
  const told = [...last.values()].map(
    ({ kind, label, required, readonly, prefilled }) =>
      `${kind} ${label}${required ? ' 必填' : ''}${readonly ? ' 只读' : ''}${prefilled ? ' 预填' : ''}`,
  );
  expect(told.sort()).toEqual(
    [
      'choice 性别',
      'check 失业登记',
      'text 户口所在地 必填',
      'file 户口簿',
      'choice 失业原因 必填',
      'choice 婚姻状况 必填 预填',
      'check 短信通知',
      'choice 领取方式',
      'choice 所属区县 必填',
      'text 失业日期',
    ].sort(),
  );
});

test('a mask over a table is waited for, and what has no words is named by its field', async () => {
  walk.moment('fields');
  const waits = (await walk.rows('waits')).filter(({ kind }) => kind === 'spinner');
  expect(waits.length).toBeGreaterThan(0);
  const done = (await walk.rowsOn('actions', 'claims-fields')).map(({ kind, label }) => `${kind} ${label}`);
  expect(done).toEqual(['click 失业日期', 'click 十五日', 'click 短信通知', 'click 所属区县']);
});

test('a press that sets a number, or shows a message again, has an answer; one after which an old message goes has none', async () => {
  walk.moment('presses');
  const done = (await walk.rowsOn('actions', 'claims-presses')).map(
    ({ label, reactedMs }) => `${label} ${reactedMs === null ? 'nothing' : typeof reactedMs}`,
  );
  expect(done.slice(0, 6)).toEqual([
    '子女数 number',
    '提示一 number',
    '提示二 number',
    '提示三 number',
    '提示一 number',
    '没接上 nothing',
  ]);
  expect(done.slice(-2)).toEqual(['加一 number', '涟漪 nothing']);
});

test('what was pressed is told where it moved away under the pointer', async () => {
  walk.moment('presses');
  const done = (await walk.rowsOn('actions', 'claims-presses')).map(({ kind, label }) => `${kind} ${label}`);
  expect(done.slice(6, 8)).toEqual(['click 内容', 'click 办理']);
});

test('what players would not find again is no way to an element: letters of an icon font, a state of the moment', async () => {
  walk.moment('presses');
  const [icon, row] = (await walk.rowsOn('actions', 'claims-presses')).slice(8);
  expect(icon?.label).toBe('更多选项');
  expect(icon?.selectors).toContain('text/更多选项');
  expect(JSON.stringify(icon?.selectors)).not.toContain('aria/');
  expect(row?.selectors).not.toEqual([]);
  expect(JSON.stringify(row?.selectors)).not.toContain('hover');
});
