import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** Pages of the time before style sheets said everything stand in the replay as they stood: colours, letters, pictures, controls, frames. */
let walk: FidelityWalk;

/** Where everything with a name of its own stands and how far it is scrolled, at the moments of the pages compared. */
const places = new Map<string, string[]>();

const placesOf = (of: Page | FrameLocator) =>
  of.locator('[id]:not([data-zyb-bar])').evaluateAll((all) =>
    all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      const sides = [x, y, width, height, each.scrollLeft, each.scrollTop].map(Math.round);
      return [each.id, ...sides].join(' ');
    }),
  );

const compared = {
  'dense-pictures': ['change()', 'changeAgain()'],
  'broken-pictures': ['change()'],
  'scrolled-pictures': ['change()', 'changeAgain()'],
  films: [],
  'bare-framesets': [],
  'plain-framesets': [],
};

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, open, note } = walk;
  await walk.changes('body-colours', 'change()');
  await walk.changes('gbk');
  for (const [name, calls] of Object.entries(compared))
    await walk.try(name, async () => {
      await open(name);
      for (const call of ['', ...calls]) {
        if (call) await page.evaluate(call);
        // Pictures come, and what scrolls smoothly gets there.
        await page.waitForTimeout(1500);
        await note(`${name} ${call}`);
        places.set(`${name} ${call}`, await placesOf(page));
      }
    });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

const standsAsItDid = async (name: keyof typeof compared) => {
  for (const call of ['', ...compared[name]]) {
    const moment = `${name} ${call}`;
    const frame = await walk.look(moment);
    expect(places.get(moment)?.length, moment).toBeGreaterThan(2);
    // Pictures come from within the report, a moment after it is shown.
    await expect.poll(() => placesOf(frame), { message: moment }).toEqual(places.get(moment));
  }
};

test('colours that a body gives its texts and links are in the replay, and so is the colour of borders', async () => {
  const before = await walk.look('body-colours before');
  await expect(before.locator('#words')).toHaveCSS('color', 'rgb(0, 51, 0)');
  await expect(before.locator('#link')).toHaveCSS('color', 'rgb(255, 0, 0)');
  await expect(before.locator('#table')).toHaveCSS('border-top-color', 'rgb(255, 0, 0)');
  await expect(before.frameLocator('#inside').locator('#words')).toHaveCSS('color', 'rgb(18, 52, 86)');
  const after = await walk.look('body-colours change()');
  await expect(after.locator('#words')).toHaveCSS('color', 'rgb(0, 0, 170)');
  await expect(after.locator('#link')).toHaveCSS('color', 'rgb(0, 170, 0)');
  for (const [frame, what] of [
    [before, 'link'],
    [before, 'text'],
    [after, 'text'],
  ] as const)
    await expect(frame.locator('#said'), 'whose they are it is no colour').toHaveAttribute(what, '');
});

test('a sheet that does not say its encoding is read in that of its page, and what it imports too', async () => {
  const said = (await walk.look('gbk before')).locator('#said');
  await expect(said).toHaveText('你');
  const writtenBy = (part: string) =>
    said.evaluate((element, of) => getComputedStyle(element, of).content, part);
  expect(await writtenBy('::after')).toBe('"好"');
  expect(await writtenBy('::before')).toBe('"好"');
});

test('pictures made for sharp screens are as large as on the page', () => standsAsItDid('dense-pictures'));

test('where a picture did not come stands what did: its other text, or little', async () => {
  await standsAsItDid('broken-pictures');
  const before = await walk.look('broken-pictures ');
  const isThere = (id: string) =>
    before.locator(id).evaluate((picture) => (picture as HTMLImageElement).naturalWidth > 0);
  expect(await isThere('#named')).toBe(false);
  expect(await isThere('#other')).toBe(true);
});

test('what pictures make long is scrolled as far as it was, also where pages scroll smoothly', async () => {
  await standsAsItDid('scrolled-pictures');
  const after = await walk.look('scrolled-pictures change()');
  expect(await after.locator('#deep').evaluate((place) => place.scrollTop)).toBe(1500);
  const inside = after.frameLocator('#inside').locator('html');
  await expect.poll(() => inside.evaluate((html) => html.scrollTop)).toBe(40);
});

test('films and controls that no browser plays any more stand as they do: by what they say, else by their box', async () => {
  await standsAsItDid('films');
  const frame = await walk.look('films ');
  await expect(frame.locator('#words')).toHaveText('请安装 Flash 播放器');
  await expect(frame.locator('#instead')).toHaveText('请下载控件');
});

test('frames lie as far from each other as their framesets say', async () => {
  const frames = (name: string) => places.get(name)?.toString();
  expect(frames('bare-framesets ')).toContain('top 0 0 1280 60');
  await standsAsItDid('bare-framesets');
  await standsAsItDid('plain-framesets');
});
