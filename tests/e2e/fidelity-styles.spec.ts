import { expect, type Locator, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What style sheets make of a page when its script changes rules inside rules, or when they go by a state that no attribute tells. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, portal, note } = walk;
  const changes = (name: string, ...calls: string[]) =>
    walk.try(name, async () => {
      await page.goto(`${portal.origins.portal}/fidelity/${name}`);
      // The walk's bar comes once the recorder runs.
      await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
      await note(`${name} before`);
      for (const call of calls) {
        await page.evaluate(`${call}()`);
        await note(`${name} ${call}`);
      }
    });
  await changes(
    'nested-rules',
    ...['change', 'changeMore', 'changeAgain', 'changeLoose', 'rename', 'addFrame', 'changeFrame'],
    ...['dropFrame', 'addOld', 'removeOld', 'changeAdopted'],
  );
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
