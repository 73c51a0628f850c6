import { expect, type FrameLocator, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What kits of widgets do with tables, fields and layers is in the replay as it was. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, note, changes } = walk;
  await changes('sized-by-rules', 'change()', 'changeAgain()');
  await walk.try('edited-in-place', async () => {
    await walk.open('edited-in-place');
    await page.locator('#cell').click();
    await note('edited-in-place cell');
    await page.evaluate('change()');
    await note('edited-in-place change()');
  });
  await changes('chosen-before', 'change()');
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
  expect(await shownIn(before)).toEqual(['none 请选择', 'given -', 'first -', 'later 请选择', 'emptied -']);
  const after = await walk.look('chosen-before change()');
  const lists = ['none 请选择', 'given -', 'first -', 'later -', 'emptied 请选择', 'added -'];
  expect(await shownIn(after)).toEqual(lists);
});
