import { expect, test } from '@playwright/test';
import { flowMessageIds } from '../portal/fidelity-site/claim-flow-pages.ts';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What is told of common flows: further kits, codes and captchas, files, searches, pages of a router. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page } = walk;
  const pause = async () => {
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
    await page.waitForTimeout(1500);
  };
  await walk.try('kit fields', async () => {
    await walk.open('claims-kit-fields');
    await page.waitForTimeout(1500);
    await page.locator('#switch').click();
    await page.evaluate('mask.hidden = false');
    await page.waitForTimeout(800);
    await page.evaluate('mask.hidden = true');
    await page.waitForTimeout(800);
    await walk.note('kit fields');
  });
  await walk.try('kit messages', async () => {
    await walk.open('claims-kit-messages');
    for (const id of flowMessageIds) {
      await page.locator(`#${id}`).click();
      await page.waitForTimeout(1300);
    }
    await page.locator('#check').click();
    await page.waitForTimeout(800);
    await walk.note('kit messages');
  });
  await walk.try('codes', async () => {
    await walk.open('claims-codes');
    await page.waitForTimeout(800);
    await page.locator('#who').click();
    await page.keyboard.type('某人');
    await page.locator('#get').click();
    await page.waitForTimeout(1200);
    await page.locator('#code').click();
    await page.keyboard.type('123456');
    await page.waitForTimeout(800);
    await page.locator('#note').click();
    await page.keyboard.type('无');
    await page.waitForTimeout(2500);
    await page.locator('#slide').click();
    await page.waitForTimeout(800);
    await page.locator('#knob').click();
    await page.waitForTimeout(800);
    await page.locator('#knob').click();
    await page.waitForTimeout(1200);
    await page.locator('#order').click();
    await page.waitForTimeout(800);
    await page.locator('#panel').click({ position: { x: 20, y: 20 } });
    await page.waitForTimeout(200);
    await page.locator('#panel').click({ position: { x: 120, y: 20 } });
    await page.waitForTimeout(800);
    await walk.note('codes');
  });
  await walk.try('files', async () => {
    await walk.open('claims-files');
    // A file of the disk: of one made in the page the browser tells no event of its own.
    await page.locator('#paper').setInputFiles(import.meta.filename);
    await page.waitForTimeout(400);
    await page.locator('#send').click();
    await page.waitForTimeout(1300);
    await page.locator('#big').click();
    await page.waitForTimeout(1300);
    await walk.note('files');
  });
  await walk.try('ripple', async () => {
    await walk.open('claims-ripple');
    await page.locator('#wave').click();
    await page.waitForTimeout(2400);
    await walk.note('ripple');
  });
  await walk.try('search', async () => {
    await walk.open('claims-search');
    await page.waitForTimeout(600);
    await page.locator('#words').click();
    await page.keyboard.type('下岗');
    await page.locator('#go').click();
    await page.waitForTimeout(1200);
    await page.locator('#words').click();
    await page.keyboard.type('再');
    await page.waitForTimeout(1200);
    await page.locator('#other').click();
    await page.waitForTimeout(1200);
    await walk.note('search');
  });
  await walk.try('router', async () => {
    await walk.open('claims-router');
    await page.waitForTimeout(600);
    await page.getByText('办事指南', { exact: true }).click();
    await page.waitForTimeout(1000);
    await page.getByText('旧版入口').click();
    await page.waitForTimeout(2000);
    await pause();
    await page.getByText('返回首页').click();
    await page.waitForTimeout(1500);
    await page.goto(`${walk.portal.origins.portal}/static/none-such`);
    await page.waitForTimeout(2500);
    await walk.note('router');
  });
  await walk.try('pages', async () => {
    await walk.open('claims-pages');
    await page.waitForTimeout(1000);
    await page.getByText('下一步').click();
    await page.waitForTimeout(1200);
    await page.getByText('上一步').click();
    await page.waitForTimeout(1200);
    await walk.open('claims-sign-in');
    await page.waitForTimeout(1000);
    await walk.note('pages');
  });
  await walk.try('standing', async () => {
    await walk.open('claims-standing');
    await page.waitForTimeout(1000);
    await page.locator('#pass').click();
    await page.keyboard.type('secret');
    await page.locator('#picture').click();
    await page.keyboard.type('abcd');
    await page.locator('#go').click();
    await page.waitForTimeout(1500);
    await pause();
    await pause();
    await walk.note('standing');
  });
  await walk.try('results', async () => {
    await page.goto(`${walk.portal.origins.portal}/search?q=${encodeURIComponent('失业')}`);
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    await page.getByRole('link', { name: '办事指南' }).first().click();
    await page.waitForURL('**/guide/**');
    await page.waitForTimeout(1000);
    await page.goBack();
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    await page.reload();
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    await pause();
    // What leads to the next page of the results keeps its words.
    await page.evaluate("location.href = location.href + '&page=2'");
    await page.waitForURL('**page=2');
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    await walk.note('results');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

test('fields of further kits have their names, kinds and marks; those of lists and tables are none', async () => {
  walk.moment('kit fields');
  const last = new Map((await walk.rowsOn('fields', 'claims-kit-fields')).map((row) => [row.id, row]));
  const told = [...last.values()].map(
    ({ kind, label, required }) => `${kind} ${label}${required ? ' 必填' : ''}`,
  );
  expect(told.sort()).toEqual(
    [
      'text 申请人 必填',
      'choice 失业原因 必填',
      'check 申请项目',
      'file 户口簿',
      'text 证件号码 必填',
      'date 失业日期',
      'choice 性别',
      'check 短信通知',
      'text 手机号码',
      'file 身份证照片',
    ].sort(),
  );
  expect((await walk.rowsOn('actions', 'claims-kit-fields')).map(({ label }) => label)).toEqual(['短信通知']);
  const wizard = (await walk.rowsOn('visits', 'claims-kit-fields')).filter(({ kind }) => kind === 'wizard');
  expect(wizard.map((row) => row.wizardStep)).toEqual(['填写信息']);
  expect((await walk.rows('waits')).filter(({ kind }) => kind === 'spinner')).not.toEqual([]);
});

test('messages of further kits are told by their sign and words, those at a field with its name', async () => {
  walk.moment('kit messages');
  const told = (await walk.rowsOn('incidents', 'claims-kit-messages')).map(
    ({ kind, message }) => `${kind} ${String(message)}`,
  );
  expect([...told.slice(0, 5), ...told.slice(5).sort()]).toEqual([
    'toast 再看一下',
    'toast 该证件号已存在',
    'toast 数据推送',
    'toast 请输入姓名',
    'toast 该证件号已存在',
    'validation 单位名称：必填',
    'validation 联系电话：格式不正确',
  ]);
});

test('a code by message is waited for until it is typed; captchas are told with their answers, and drawn ones are seen', async () => {
  walk.moment('codes');
  const { at: opened } = (await walk.rowsOn('visits', 'claims-codes'))[0] as { at: number };
  const { at: left } = (await walk.rowsOn('visits', 'claims-files'))[0] as { at: number };
  const waits = (await walk.rows('waits')).filter(({ at }) => at >= opened && at < left);
  const told = waits.map(({ kind, outcome }) => `${kind} ${String(outcome)}`);
  expect(told.sort()).toEqual(
    [
      'captcha unknown',
      'captcha unknown',
      'sms passed',
      'captcha failed',
      'captcha passed',
      'captcha passed',
    ].sort(),
  );
  const sms = waits.find(({ kind }) => kind === 'sms') as unknown as { at: number; to: number };
  const typed = (await walk.rowsOn('actions', 'claims-codes')).find(({ label }) => label === '备注');
  expect(sms.to).toBeLessThan(typed?.at ?? 0);
});

test('a message about another field is no refusal of a file', async () => {
  walk.moment('files');
  const refused = (await walk.rowsOn('sightings', 'claims-files')).filter(
    ({ kind }) => kind === 'file-refused',
  );
  expect(refused.map(({ text }) => text)).toEqual(['格式不正确，只能上传 PDF 文件']);
});

test('the ripple of a press that goes is no answer', async () => {
  walk.moment('ripple');
  expect((await walk.rowsOn('actions', 'claims-ripple')).map(({ reactedMs }) => reactedMs)).toEqual([null]);
});

test('a search is told by its button, also beside the box, and not by a press on its field', async () => {
  walk.moment('search');
  const searches = (await walk.rowsOn('sightings', 'claims-search')).filter(
    ({ kind }) => kind === 'search-result',
  );
  expect(new Set(searches.map(({ id }) => id)).size).toBe(1);
  expect(searches.at(-1)?.count).toBe(0);
  const button = (await walk.rowsOn('actions', 'claims-search')).find(({ label }) => label === '搜索');
  expect(Math.abs((searches[0]?.at ?? 0) - (button?.at ?? 0))).toBeLessThan(200);
});

test('an error page that a router shows is told once; a guide that names one is none', async () => {
  walk.moment('router');
  const told = (await walk.rowsOn('incidents', 'claims-router')).map(
    ({ kind, url }) => `${kind} ${new URL(url).hash}`,
  );
  expect(told).toEqual(['page-error #/gone']);
});

test('an error page of which the browser knows is told once', async () => {
  walk.moment('router');
  const told = (await walk.rows('incidents')).filter(({ url }) => url.endsWith('/none-such'));
  expect(told.map(({ kind }) => kind)).toEqual(['failed-request']);
});

test('the same question on the next page of a router is another one', async () => {
  walk.moment('pages');
  const asked = new Map((await walk.rowsOn('fields', 'claims-pages')).map((row) => [row.id, row]));
  const names = [...asked.values()].filter(({ label }) => label === '申请人');
  expect(names.map(({ url }) => new URL(url).hash)).toEqual(['', '#/second', '']);
});

test('to set a password is no login and no proof; to type one is', async () => {
  walk.moment('pages');
  const proofs = ['auth-step', 'login-form'];
  const told = async (name: string) =>
    (await walk.rowsOn('sightings', name))
      .filter(({ kind }) => proofs.includes(kind))
      .map(({ kind }) => kind);
  expect(await told('claims-pages')).toEqual([]);
  expect((await told('claims-sign-in')).sort()).toEqual(proofs);
});

test('what stands on a page while the walk is paused is told once: proofs, refusals and notices', async () => {
  walk.moment('standing');
  const { at: opened } = (await walk.rowsOn('visits', 'claims-standing'))[0] as { at: number };
  const captchas = (await walk.rows('waits')).filter(({ at, kind }) => kind === 'captcha' && at >= opened);
  expect(captchas.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
  const told = (await walk.rowsOn('sightings', 'claims-standing')).map(
    ({ kind, detail }) => `${kind} ${String(detail)}`,
  );
  expect(told.sort()).toEqual([
    'auth-step captcha',
    'auth-step password',
    'login-form password',
    'session-timeout ',
  ]);
  const fields = await walk.rowsOn('fields', 'claims-standing');
  expect(new Set(fields.map(({ id }) => id)).size).toBe(3);
  expect(fields.filter(({ prefilled }) => prefilled)).toEqual([]);
});

test('who goes back to the results, loads them anew, pauses there or turns their page has searched once', async () => {
  walk.moment('results');
  const searches = (await walk.rows('sightings')).filter(
    ({ kind, url }) => kind === 'search-result' && new URL(url).pathname === '/search',
  );
  expect(searches).toHaveLength(1);
});
