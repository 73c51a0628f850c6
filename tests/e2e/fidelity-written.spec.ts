import { expect, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** Documents that a script writes and never closes: to the browser they are being read for ever. */
let walk: FidelityWalk;

const masked = (length: number) => new RegExp(`^[•*]{${length}}$`);

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  walk = await startFidelityWalk();
  const { page, portal, note } = walk;
  const open = async (name: string) => {
    await page.goto(`${portal.origins.portal}/fidelity/${name}`);
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  };
  await walk.try('frame', async () => {
    await open('unclosed');
    await page.evaluate('writeFrame()');
    await note('frame');
    await page.evaluate('writeMoreInFrame()');
    await note('frame later');
  });
  await walk.try('print', async () => {
    const coming = page.waitForEvent('popup');
    await page.locator('#preview').click();
    const made = await coming;
    await expect(made.locator('[data-zyb-bar]')).toHaveCount(1);
    await made.locator('#close').click();
    await note('print', made);
    // As a person does it.
    await Promise.all([made.waitForEvent('close'), made.close({ runBeforeUnload: true })]);
  });
  await walk.try('rewrite', async () => {
    await page.evaluate('rewrite()');
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    await note('rewrite');
    await page.evaluate('writeMore()');
    await note('rewrite later');
    await page.getByLabel('姓名').pressSequentially('王五');
    await page.locator('#more').click();
    await note('rewrite done');
  });
  await walk.try('long-areas', async () => {
    await open('long-areas');
    await note('long-areas');
    await page.evaluate('change()');
    await note('long-areas change()');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

test('a frame written and never closed shows what was written, and what is written on', async () => {
  const frame = (await walk.look('frame')).frameLocator('#inside');
  await expect(frame.locator('#said')).toHaveText('框里写的');
  await expect(frame.locator('#later')).toHaveCount(0);
  const later = (await walk.look('frame later')).frameLocator('#inside');
  await expect(later.locator('#said')).toHaveText('框里写的');
  await expect(later.locator('#later')).toHaveText('框里又写的');
});

test('a window that a script wrote for printing is recorded, and what is pressed in it', async () => {
  await expect((await walk.look('print')).locator('#paper')).toHaveText('没有关闭的打印页');
  expect((await walk.rows('actions')).map(({ kind, label }) => [kind, label])).toContainEqual([
    'click',
    '已核对',
  ]);
});

test('a page rewritten without an end goes on being recorded', async () => {
  const first = await walk.look('rewrite');
  await expect(first.locator('#out')).toHaveText('第一段');
  await expect(first.locator('#later')).toHaveCount(0);
  await expect((await walk.look('rewrite later')).locator('#later')).toHaveText('第二段');
  const done = await walk.look('rewrite done');
  await expect(done.locator('#out')).toHaveText('按过继续');
  await expect(done.locator('#field')).toHaveValue(masked(2));
  const actions = (await walk.rows('actions')).map(({ kind, label }) => [kind, label]);
  expect(actions).toContainEqual(['type', '姓名']);
  expect(actions).toContainEqual(['click', '继续']);
});

test('a field of several lines is scrolled where it was, and what a script puts into a part of a field is there', async () => {
  const before = await walk.look('long-areas');
  await expect(before.locator('#line')).toHaveValue(masked(4));
  const scrolled = () => before.locator('#area').evaluate((field) => field.scrollTop);
  expect(await scrolled()).toBe(0);
  const after = await walk.look('long-areas change()');
  await expect(after.locator('#other')).toHaveValue(masked(5));
  await expect(after.locator('#line')).toHaveValue(masked(6));
  // What is masked has fewer lines, so that there is less to scroll.
  expect(await scrolled()).toBeGreaterThan(0);
});
