import { expect, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What is told of codes, captchas, files, what turns, messages of old forms and suggestions: what was, and nothing else. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page } = walk;
  const rest = (ms = 1200) => page.waitForTimeout(ms);
  await walk.try('scan', async () => {
    await walk.open('claims-scan');
    await rest(1500);
    await page.evaluate('runOut()');
    await rest(1800);
    await page.locator('#renew').click();
    await rest(2200);
    await page.evaluate('anew()');
    await rest(1800);
    await page.evaluate('scanned()');
    await rest(1800);
    await walk.note('scan');
  });
  await walk.try('beside', async () => {
    await walk.open('claims-scan-beside');
    await rest();
    await page.locator('#user').fill('abc');
    await page.locator('#pass').click();
    await page.keyboard.type('secret');
    await page.locator('#go').click();
    await page.waitForURL('**/claims-turning');
    await walk.note('beside');
  });
  await walk.try('puzzles', async () => {
    await walk.open('claims-puzzles');
    for (const [id, presses] of [
      ['at-once', ['.knob']],
      ['again', ['.knob', '.knob']],
      ['left', ['.knob', '.refresh-btn', '.close-btn']],
      ['silent', ['.knob', '.knob']],
    ] as const) {
      await page.locator(`#${id}`).click();
      await rest();
      for (const press of presses) {
        await page.locator(press).click();
        await rest(press === '.knob' && id === 'left' ? 100 : 2200);
      }
    }
    await walk.note('puzzles');
  });
  await walk.try('refusals', async () => {
    await walk.open('claims-refusals');
    for (const id of ['small', 'other']) {
      await page.locator('#paper').setInputFiles(import.meta.filename);
      await rest(300);
      if (id === 'other') await page.locator('#note').fill('无');
      await page.locator(`#${id}`).click();
      await rest(2500);
    }
    await walk.note('refusals');
  });
  await walk.try('turning', async () => {
    await walk.open('claims-turning');
    for (const id of ['top', 'bones', 'fades']) {
      await page.locator(`#${id}`).click();
      await rest(2000);
    }
    await walk.note('turning');
  });
  await walk.try('old form', async () => {
    await walk.open('claims-old-form');
    await rest();
    for (const id of ['name', 'phone', 'name', 'phone']) {
      await page.locator(`#${id}`).click();
      await rest(900);
    }
    await page.locator('#go').click();
    await rest();
    await page.locator('#modal').click();
    await rest();
    await walk.note('old form');
  });
  await walk.try('numbers', async () => {
    await walk.open('claims-numbers');
    await rest();
    await walk.note('numbers');
  });
  await walk.try('suggest', async () => {
    await walk.open('claims-suggest');
    await rest(600);
    for (const pick of ['只填进去', '带出结果']) {
      await page.locator('#words').fill('');
      await page.locator('#words').click();
      await page.keyboard.type('下');
      await page.getByText(pick).click();
      await rest(1500);
    }
    await page.locator('#words').click();
    await page.keyboard.type('岗');
    await page.locator('#area').click();
    await page.getByText('城东').click();
    await rest();
    await page.locator('#guide').click();
    await rest();
    await walk.note('suggest');
  });
  await walk.try('scan stands', async () => {
    await walk.open('claims-scan-stands');
    await rest(2500);
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
    await rest(2500);
    await walk.note('scan stands');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

/** Waits have no address: those between the opening of a page and its moment. */
const waitsOn = async (name: string, moment: string) => {
  const until = walk.moment(moment);
  const opened = (await walk.rowsOn('visits', name)).at(-1);
  return (await walk.rows('waits')).filter(({ at }) => at >= (opened?.at ?? Infinity) && at <= until);
};
const outcomes = (waits: Awaited<ReturnType<typeof waitsOn>>) =>
  waits.map(({ kind, outcome }) => `${kind} ${String(outcome)}`);

test('a code that runs out failed; one that is renewed, by hand or by itself, goes on until it is confirmed', async () => {
  const waits = await waitsOn('claims-scan', 'scan');
  expect(outcomes(waits)).toEqual(['scan failed', 'scan passed']);
  const renewed = (await walk.rowsOn('actions', 'claims-scan')).find(({ label }) => label === '点击刷新');
  expect(Number(waits[0]?.to)).toBeLessThan(renewed?.at ?? 0);
  // It was scanned two seconds before the walker went on.
  expect(walk.moment('scan') - Number(waits[1]?.to)).toBeLessThan(500);
  const proofs = (await walk.rowsOn('sightings', 'claims-scan')).map(
    ({ kind, detail }) => `${kind} ${String(detail)}`,
  );
  expect(proofs.sort()).toEqual(['auth-step scan', 'login-form scan']);
});

test('a code that nobody scanned is passed neither by a pause nor by the end of the walk', async () => {
  expect(outcomes(await waitsOn('claims-scan-stands', 'scan stands'))).toEqual([
    'scan unknown',
    'scan unknown',
  ]);
});

test('a code beside the password that was typed was not waited for', async () => {
  const waits = await waitsOn('claims-scan-beside', 'beside');
  expect(outcomes(waits)).toEqual(['scan unknown']);
  expect(waits[0]?.to).toBe(waits[0]?.at);
});

test('a captcha is passed when it goes, failed when another comes, and neither when it is put away', async () => {
  expect(outcomes(await waitsOn('claims-puzzles', 'puzzles'))).toEqual([
    'captcha passed',
    'captcha failed',
    'captcha passed',
    'captcha unknown',
    'captcha failed',
    'captcha passed',
  ]);
  const pressed = (await walk.rowsOn('actions', 'claims-puzzles')).filter(({ role }) => role === 'i');
  expect(new Set(pressed.map(({ label }) => label))).toEqual(new Set(['']));
});

test('a refusal says how small a file must be; words without a subject after something else was filled in are none', async () => {
  walk.moment('refusals');
  const refused = (await walk.rowsOn('sightings', 'claims-refusals')).filter(
    ({ kind }) => kind === 'file-refused',
  );
  expect(refused.map(({ text }) => text)).toEqual(['图片必须小于 1MB!']);
});

test('a bar at the top, bones of a page and what fades in are waited for until they go', async () => {
  const waits = await waitsOn('claims-turning', 'turning');
  expect(outcomes(waits)).toEqual(['spinner unknown', 'spinner unknown', 'spinner unknown']);
  for (const { at, to } of waits) expect(Math.abs(Number(to) - at - 900)).toBeLessThan(250);
});

test('what old forms write beside a field is told once, with its name, after the press; what explains a field is not', async () => {
  walk.moment('old form');
  const told = await walk.rowsOn('incidents', 'claims-old-form');
  const words = told.map(({ kind, message }) => `${kind} ${String(message)}`);
  expect(words[0]).toBe('validation 姓名：该输入项为必输项');
  expect(words.slice(1, -1).sort()).toEqual([
    'validation 城市：请选择',
    'validation 年龄：这一项是必填的',
    'validation 电话：号码格式不正确',
    'validation 职务：请填写此项！',
  ]);
  expect(words.at(-1)).toBe('toast 提交失败 不在受理时间内');
  const press = (await walk.rowsOn('actions', 'claims-old-form')).find(({ label }) =>
    /^提\s?交$/.test(label),
  );
  expect(Math.min(...told.slice(1).map(({ at }) => at))).toBeGreaterThanOrEqual(press?.at ?? Infinity);
});

test('what a number begins with is not filled in by the portal; what it knows is', async () => {
  walk.moment('numbers');
  const last = new Map((await walk.rowsOn('fields', 'claims-numbers')).map((row) => [row.id, row]));
  const filled = [...last.values()].filter(({ prefilled }) => prefilled).map(({ label }) => label);
  expect(last.size).toBe(6);
  expect(filled.sort()).toEqual(['家庭人口', '房号'].sort());
});

test('a suggestion that brings results is a search; one that only fills in, another list and a route to a guide are none', async () => {
  walk.moment('suggest');
  const searches = (await walk.rowsOn('sightings', 'claims-suggest')).filter(
    ({ kind }) => kind === 'search-result',
  );
  expect(searches.map(({ count }) => count)).toEqual([12]);
});
