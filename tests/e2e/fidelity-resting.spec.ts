import { expect, type Locator, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What a page looks like once it rests is what its replay shows: nothing half flown in, half scrolled or pointed at before. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, portal, note } = walk;
  const open = async (name: string) => {
    await page.goto(`${portal.origins.portal}/fidelity/${name}`);
    // The walk's bar comes once the recorder runs.
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  };
  await walk.try('animated', async () => {
    await open('animated');
    await note('animated before');
    await page.evaluate('change()');
    await note('animated change()');
  });
  await walk.try('scrolled-together', async () => {
    await open('scrolled-together');
    await page.evaluate('change()');
    await note('scrolled-together change()');
  });
  await walk.try('pointed', async () => {
    await open('pointed');
    await page.locator('#first').hover();
    await page.locator('#second').hover();
    // Positions are told twice a second.
    await page.waitForTimeout(600);
    await note('pointed hover');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

const widthOf = (of: Locator) => of.evaluate((element) => element.getBoundingClientRect().width);

test('what flew in is there, in shadow roots and frames too; what goes on stands where it was', async () => {
  const before = await walk.look('animated before');
  await expect(before.locator('#shown')).toHaveCSS('opacity', '1');
  await expect(before.locator('#shown')).toHaveCSS('transform', 'matrix(1, 0, 0, 1, 0, 0)');
  const mark = () =>
    before.locator('#shown').evaluate((element) => getComputedStyle(element, '::before').opacity);
  expect(await mark()).toBe('1');
  await expect(before.locator('#kept')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(before.locator('#deep')).toHaveCSS('opacity', '1');
  await expect(before.frameLocator('#inside').locator('#p')).toHaveCSS('opacity', '1');
  // A pixel a second.
  expect(await widthOf(before.locator('#bar'))).toBeGreaterThan(0);
  expect(await widthOf(before.locator('#bar'))).toBeLessThan(100);
  await expect((await walk.look('animated change()')).locator('#late')).toHaveCSS('opacity', '1');
});

test('places that scroll together are all where they were, in shadow roots too', async () => {
  const after = await walk.look('scrolled-together change()');
  const places = await after
    .locator('#head, #side, #main, #one, #two')
    .evaluateAll((all) =>
      all.map(({ id, scrollLeft, scrollTop }) => `${id} ${scrollLeft} ${scrollTop}`).join(', '),
    );
  expect(places).toBe('head 30 0, side 0 60, main 30 60, one 0 30, two 0 30');
});

test('the pointer is where it stopped', async () => {
  const after = await walk.look('pointed hover');
  await expect(after.locator('#second')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(after.locator('#first')).not.toHaveCSS('color', 'rgb(1, 2, 3)');
});
