import { expect, type FrameLocator, type Locator, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What style sheets make of a page when its script changes rules inside rules, or when they go by a state that no attribute tells. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk({}, ({ origins }) => `${origins.portal}/fidelity/custom-states`);
  const { page, portal, note } = walk;
  /** `calls` by their names. */
  const changes = (name: string, calls: string) =>
    walk.try(name, async () => {
      await page.goto(`${portal.origins.portal}/fidelity/${name}`);
      // The walk's bar comes once the recorder runs.
      await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
      await note(`${name} before`);
      for (const call of calls.split(' ')) {
        await page.evaluate(`${call}()`);
        await note(`${name} ${call}`);
      }
    });
  await walk.try('custom-states', async () => {
    // Its sheets are read a second after the recorder came.
    await page.waitForTimeout(1500);
    await note('custom-states open before');
  });
  await changes(
    'nested-rules',
    'change changeMore changeAgain changeLoose rename addFrame changeFrame dropFrame addOld removeOld changeAdopted',
  );
  await changes('custom-states', 'change add changeAgain');
  await changes('written-links', 'change');
  await walk.try('target', async () => {
    await page.goto(`${portal.origins.portal}/fidelity/target#second`);
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    await note('target before');
    await page.getByRole('link', { name: '第三部分' }).click();
    await note('target pressed');
    await page.evaluate('location.hash = "box"');
    await page.frameLocator('#inside').getByRole('link').click();
    await note('target box');
    await page.evaluate('location.hash = ""');
    await note('target none');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

const colour = (locator: Locator, red: number) =>
  expect(locator).toHaveCSS('color', `rgb(${red}, ${red + 10}, ${red + 20})`);

test('rules inside rules that a script inserts, deletes and changes are so in the replay', async () => {
  const before = await walk.look('nested-rules before');
  await expect(before.locator('#gone')).toHaveCSS('color', 'rgb(200, 0, 0)');
  await expect(before.locator('#put')).toHaveCSS('color', 'rgb(0, 0, 3)');
  await colour((await walk.look('nested-rules change')).locator('#put'), 10);
  const more = await walk.look('nested-rules changeMore');
  await expect(more.locator('#gone')).toHaveCSS('color', 'rgb(0, 0, 3)');
  await colour(more.locator('#set'), 12);
  await colour((await walk.look('nested-rules changeAgain')).locator('#given'), 13);
  await colour((await walk.look('nested-rules changeLoose')).locator('#loose'), 14);
  await colour((await walk.look('nested-rules changeAdopted')).locator('#host p'), 18);
});

test('selectors and key frames that a script changes are so in the replay', async () => {
  await colour((await walk.look('nested-rules rename')).locator('#renamed'), 15);
  await colour((await walk.look('nested-rules addFrame')).locator('#moving'), 16);
  const framed = await walk.look('nested-rules changeFrame');
  await colour(framed.locator('#stepped'), 17);
  const dropped = await walk.look('nested-rules dropFrame');
  await expect(dropped.locator('#moving')).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('rules added and removed by the names that Internet Explorer had for it are so in the replay', async () => {
  await colour((await walk.look('nested-rules addOld')).locator('#added'), 19);
  const removed = await walk.look('nested-rules removeOld');
  await expect(removed.locator('#added')).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('what a style sheet says of the place that the address points at is so in the replay', async () => {
  const before = await walk.look('target before');
  await colour(before.locator('#second'), 30);
  await expect(before.locator('#second')).toHaveCSS('text-decoration-line', 'underline');
  await expect(before.locator('#around')).toHaveCSS('outline-style', 'solid');
  await expect(before.locator('#third')).toBeHidden();
  await colour(before.frameLocator('#inside').locator('#first'), 50);
  const pressed = await walk.look('target pressed');
  await expect(pressed.locator('#second')).toBeHidden();
  await expect(pressed.locator('#around')).toHaveCSS('outline-style', 'none');
  await colour(pressed.locator('#third'), 30);
  const box = await walk.look('target box');
  await expect(box.locator('#third')).toBeHidden();
  await colour(box.locator('#box'), 30);
  await expect(box.frameLocator('#inside').locator('#first')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await colour(box.frameLocator('#inside').locator('#last'), 50);
  const none = await walk.look('target none');
  await expect(none.locator('#box')).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('links look as style sheets have it that go by their addresses, targets and files, and have no address of their own', async () => {
  const looksOf = (of: FrameLocator) =>
    of.locator('a').evaluateAll((links) =>
      links.map((link) => {
        const { color, letterSpacing, fontStyle, textIndent, wordSpacing } = getComputedStyle(link);
        return [link.id, color === 'rgb(1, 2, 3)', letterSpacing, fontStyle, textIndent, wordSpacing].join(
          ' ',
        );
      }),
    );
  const before = await walk.look('written-links before');
  expect(await looksOf(before)).toEqual([
    'file true normal normal 0px 0px',
    'away false 2px normal 0px 0px',
    'near false normal normal 0px 0px',
    'top false normal italic 3px 0px',
    'kept false normal normal 0px 4px',
    'mine false normal normal 5px 0px',
  ]);
  expect(
    await before.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
  ).toEqual(Array(6).fill('#'));
  await expect(before.locator('#mine')).not.toHaveAttribute('zyb-written-href', /1990/);
  expect(await looksOf(await walk.look('written-links change'))).toEqual([
    'file false normal normal 0px 0px',
    'away false 2px normal 0px 0px',
    'near true normal normal 3px 0px',
    'top false normal italic 3px 0px',
    'kept false normal normal 0px 0px',
    'mine false normal normal 5px 0px',
  ]);
});

test('states that components set themselves are so in the replay, in shadow roots and frames too', async () => {
  const isOn = async (of: Locator, red = 60) => {
    await colour(of, red);
    await expect(of.locator('p')).toHaveCSS('text-decoration-line', 'underline');
  };
  const isOff = async (of: Locator) => {
    await expect(of).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(of.locator('p')).toHaveCSS('text-decoration-line', 'none');
  };
  const open = await walk.look('custom-states open before');
  await isOn(open.locator('#early'));
  await isOff(open.locator('#later'));
  const before = await walk.look('custom-states before');
  await isOn(before.locator('#early'));
  await isOff(before.locator('#later'));
  const after = await walk.look('custom-states change');
  await isOn(after.locator('#later'));
  const added = await walk.look('custom-states add');
  await isOn(added.locator('#made'));
  await isOff(added.frameLocator('#inside').locator('#within'));
  const again = await walk.look('custom-states changeAgain');
  await isOff(again.locator('#early'));
  await isOff(again.locator('#made'));
  await isOn(again.locator('#later'));
  await isOn(again.frameLocator('#inside').locator('#within'), 70);
});
