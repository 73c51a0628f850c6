import { expect, type FrameLocator, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What kits of widgets do with tables, fields and layers is in the replay as it was. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, note, changes } = walk;
  const beginAnew = async () => {
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
  };
  await changes('sized-by-rules', 'change()', 'changeAgain()');
  await walk.try('edited-in-place', async () => {
    await walk.open('edited-in-place');
    await page.locator('#cell').click();
    await note('edited-in-place cell');
    await page.evaluate('change()');
    await note('edited-in-place change()');
  });
  await changes('chosen-before', 'change()');
  await walk.try('wide-grid', async () => {
    await walk.open('wide-grid');
    await page.locator('#field').click();
    await page.locator('#menu').hover();
    // Positions are told twice a second.
    await page.waitForTimeout(600);
    await page.evaluate('change()');
    // What only a snapshot can see has one, ten seconds after the one before.
    await page.waitForTimeout(11_000);
    await note('wide-grid change()');
    await beginAnew();
    await note('wide-grid resumed');
    await page.locator('#go').click();
    await beginAnew();
    await note('wide-grid pressed');
  });
  await walk.try('late-components', async () => {
    await walk.open('late-components');
    await page.locator('#words').pressSequentially('abcd');
    await page.waitForTimeout(600);
    await note('late-components writing');
    await page.evaluate('change()');
    await page.locator('#field input').pressSequentially('abc');
    await page.locator('#field button').click();
    await page.waitForTimeout(600);
    await note('late-components change()');
    await page.keyboard.press('Escape');
    await note('late-components key');
    await page.evaluate('changeAgain()');
    await page.locator('#children').hover();
    await page.waitForTimeout(600);
    await note('late-components changeAgain()');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

test('a place is scrolled as far as it was, whatever gives it its size comes behind it', async () => {
  const after = await walk.look('sized-by-rules changeAgain()');
  const places = await after
    .locator('#table, #layer')
    .evaluateAll((all) =>
      all.map(({ id, scrollLeft, scrollTop }) => `${id} ${scrollLeft} ${scrollTop}`).join(', '),
    );
  expect(places).toBe('table 150 0, layer 0 40');
});

test('a field that gets the keyboard as it is put in shows so, in shadow roots too', async () => {
  const cell = await walk.look('edited-in-place cell');
  await expect(cell.locator('#first')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const after = await walk.look('edited-in-place change()');
  await expect(after.locator('#first')).toHaveCount(0);
  await expect(after.locator('#inner')).toHaveCSS('color', 'rgb(4, 5, 6)');
});

test('a drop-down list shows no choice where the one it shows is masked, never another one', async () => {
  const shownIn = (of: FrameLocator) =>
    of.locator('select').evaluateAll((all) =>
      all.map((each) => {
        const list = each as HTMLSelectElement;
        return `${list.id} ${list.selectedOptions[0]?.text ?? '-'}`;
      }),
    );
  const before = await walk.look('chosen-before before');
  expect(await shownIn(before)).toEqual([
    'none 请选择',
    'given -',
    'first -',
    'later 请选择',
    'emptied -',
    'asks 请选择',
    'size 10条/页',
    'pages 10 条/页',
    'back 请选择',
    'nothing -',
  ]);
  const after = await walk.look('chosen-before change()');
  const lists = [
    'none 请选择',
    'given -',
    'first -',
    'later -',
    'emptied 请选择',
    'asks 请选择',
    'size -',
    'pages 10 条/页',
    'back 请选择',
    'nothing -',
    'added -',
  ];
  expect(await shownIn(after)).toEqual(lists);
});

test('pointer and keyboard are where they were behind a snapshot in the middle of a page', async () => {
  const after = await walk.look('wide-grid change()');
  const chunks = await walk.rows('chunks');
  const [from, to] = [walk.moment('chosen-before change()'), walk.moment('wide-grid change()')];
  const keyframes = chunks.filter((row) => row.keyframe && Number(row.from) > from && Number(row.from) < to);
  expect(keyframes).toHaveLength(2);
  await expect(after.locator('#open')).toBeVisible();
  await expect(after.locator('#field')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const resumed = await walk.look('wide-grid resumed');
  await expect(resumed.locator('#field')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const pressed = await walk.look('wide-grid pressed');
  await expect(pressed.locator('#go')).toHaveCSS('outline-style', 'none');
  await expect(pressed.locator('#go')).toHaveCSS('color', 'rgb(7, 8, 9)');
  await expect(pressed.locator('#field')).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('what is typed into a component that came about late stands there masked, and its slots hold what was put in them', async () => {
  const after = await walk.look('late-components change()');
  await expect(after.locator('#field input')).toHaveValue('•••');
  for (const part of ['b', 'i']) await expect(after.locator(`#field ${part}`)).toBeVisible();
  await expect(after.locator('#children')).toHaveCSS('letter-spacing', '3px');
});

test('what is pointed at looks so by sheets that components adopt, and by rules that a script puts in', async () => {
  const inside = await walk.look('late-components change()');
  await expect(inside.locator('#field button')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const below = await walk.look('late-components changeAgain()');
  await expect(below.locator('#field button')).not.toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(below.locator('#children')).toHaveCSS('color', 'rgb(4, 5, 6)');
});

test('a key brings the ring to what was pressed', async () => {
  const pressed = await walk.look('late-components change()');
  await expect(pressed.locator('#field button')).toHaveCSS('outline-style', 'none');
  const key = await walk.look('late-components key');
  await expect(key.locator('#field button')).toHaveCSS('outline-style', 'auto');
});

test('what is being written stands in its field, masked, before the field is left', async () => {
  const writing = await walk.look('late-components writing');
  await expect(writing.locator('#words')).toHaveValue('••••');
});
