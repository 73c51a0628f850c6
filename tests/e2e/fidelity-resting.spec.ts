import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What a page looks like once it rests is what its replay shows: nothing half flown in, half scrolled or pointed at before. */
let walk: FidelityWalk;

const embedded = '#table, #sensor, #paper, #after, #drawn, #block, #wide, #last';
/** Where they stand on the page. */
let boxes = '';

const boxesOf = (of: Locator) =>
  of.evaluateAll((all) =>
    all
      .map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return [each.id, ...[x, y, width, height].map(Math.round)].join(' ');
      })
      .join(', '),
  );

/** What animations of the page's script have made of its elements. */
const looksOf = async (of: Page | FrameLocator) => {
  const read = (place: Locator) =>
    place.evaluateAll((all) =>
      all.map((each) => {
        const { opacity, transform, backgroundColor, width, marginLeft, color } = getComputedStyle(each);
        return [each.id, opacity, transform, backgroundColor, width, marginLeft, color].join(' ');
      }),
    );
  return [
    await read(of.locator('body > p, body > input')),
    await read(of.frameLocator('#inside').locator('p')),
  ];
};
const looks: Awaited<ReturnType<typeof looksOf>>[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, open, note } = walk;
  await walk.try('animated', async () => {
    await open('animated');
    await note('animated before');
    await page.evaluate('change()');
    await note('animated change()');
  });
  await walk.try('held-looks', async () => {
    await open('held-looks');
    await note('held-looks before');
    looks.push(await looksOf(page));
    for (const call of ['change()', 'changeAgain()']) {
      await page.evaluate(call);
      // What has ended is looked for once the page rests.
      await page.waitForTimeout(2500);
      await note(`held-looks ${call}`);
      looks.push(await looksOf(page));
    }
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
    await note('held-looks resumed');
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
    await page.locator('#opener').click();
    await page.waitForTimeout(600);
    await note('pointed covered');
    const { x, y } = (await page.locator('#first').boundingBox()) as { x: number; y: number };
    await page.mouse.click(x + 9, y + 9);
    await page.waitForTimeout(600);
    await note('pointed uncovered');
  });
  await walk.try('pointed-late', async () => {
    await open('pointed-late');
    await page.evaluate('document.fonts.ready');
    await page.locator('#second').hover();
    await page.waitForTimeout(600);
    await note('pointed-late hover');
  });
  await walk.try('pointed-inside', async () => {
    await open('pointed-inside');
    await page.frameLocator('#inside').locator('#item').hover();
    await page.waitForTimeout(600);
    await note('pointed-inside frame');
    await page.locator('#host button').hover();
    await page.waitForTimeout(600);
    await note('pointed-inside root');
  });
  await walk.try('late-letters', async () => {
    await open('late-letters');
    await page.evaluate('document.fonts.ready.then(() => scrollTo(0, 700))');
    await note('late-letters scrolled');
  });
  await walk.try('embedded-boxes', async () => {
    await open('embedded-boxes');
    await page.evaluate('change()');
    boxes = await boxesOf(page.locator(embedded));
    // Parts that no replay shows are named once the page rests.
    await page.waitForTimeout(1500);
    await note('embedded-boxes change()');
  });
  await walk.try('focused', async () => {
    await open('focused');
    await note('focused before');
    await page.locator('#field').click();
    await note('focused field');
    await page.locator('#go').click();
    await page.waitForTimeout(1200);
    await note('focused go');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(1200);
    await note('focused next');
    await page.frameLocator('#inside').locator('#field').click();
    await note('focused inside');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

const widthOf = (of: Locator) => of.evaluate((element) => element.getBoundingClientRect().width);

test('what animations of scripts leave behind is so in the replay, until a script takes it back', async () => {
  const moments = ['before', 'change()', 'changeAgain()'];
  for (const [at, moment] of moments.entries())
    expect(await looksOf(await walk.look(`held-looks ${moment}`)), moment).toEqual(looks[at]);
  expect(await looksOf(await walk.look('held-looks resumed'))).toEqual(looks[2]);
  expect(looks[1]).not.toEqual(looks[0]);
  expect(looks[2]).not.toEqual(looks[1]);
  const deep = (await walk.look('held-looks change()')).locator('#deep');
  await expect(deep).toHaveCSS('color', 'rgb(4, 5, 6)');
});

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

test('a page stands where it was scrolled to, also where letters come after that in the replay', async () => {
  const after = await walk.look('late-letters scrolled');
  // Its fonts come from within the report, a moment after it is shown.
  await new Promise((done) => setTimeout(done, 500));
  expect(await after.locator('html').evaluate((html) => html.scrollTop)).toBe(700);
});

test('the pointer is where it stopped', async () => {
  const after = await walk.look('pointed hover');
  await expect(after.locator('#second')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(after.locator('#first')).not.toHaveCSS('color', 'rgb(1, 2, 3)');
});

test('what the pointer was over is pointed at also where letters come late and move it there', async () => {
  const after = await walk.look('pointed-late hover');
  await expect(after.locator('#second')).toHaveCSS('color', 'rgb(1, 2, 3)');
  for (const id of ['first', 'third'])
    await expect(after.locator(`#${id}`)).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('the pointer is seen in frames, and what is around a frame or a shadow root is pointed at with what is in it', async () => {
  const around = (of: FrameLocator) =>
    of.locator('.around').evaluateAll((all) => all.map((each) => getComputedStyle(each).color));
  const frame = await walk.look('pointed-inside frame');
  await expect(frame.frameLocator('#inside').locator('#item')).toHaveCSS('color', 'rgb(4, 5, 6)');
  const pointer = frame.owner().page().locator('.replayer-mouse');
  await expect(pointer).not.toHaveCSS('background-image', 'none');
  expect(await around(frame)).toEqual(['rgb(1, 2, 3)', 'rgb(0, 0, 0)']);
  expect(await around(await walk.look('pointed-inside root'))).toEqual(['rgb(0, 0, 0)', 'rgb(1, 2, 3)']);
});

test('what came over the place that is pointed at is pointed at, and what was under it once it has gone', async () => {
  const covered = await walk.look('pointed covered');
  await expect(covered.locator('#over')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(covered.locator('#opener')).not.toHaveCSS('color', 'rgb(1, 2, 3)');
  const uncovered = await walk.look('pointed uncovered');
  await expect(uncovered.locator('#first')).toHaveCSS('color', 'rgb(1, 2, 3)');
});

test('where the keyboard was is shown, with what opens there', async () => {
  const before = await walk.look('focused before');
  await expect(before.locator('#menu')).toBeHidden();
  await expect(before.locator('#field')).toHaveCSS('color', 'rgb(0, 0, 0)');
  const field = await walk.look('focused field');
  await expect(field.locator('#field')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(field.locator('#field')).toHaveCSS('outline-style', 'auto');
  await expect(field.locator('#menu')).toBeVisible();
  await expect(field.locator('#other')).toHaveCSS('color', 'rgb(4, 5, 6)');
  const pressed = await walk.look('focused go');
  await expect(pressed.locator('#menu')).toBeHidden();
  await expect(pressed.locator('#go')).toHaveCSS('color', 'rgb(7, 8, 9)');
  await expect(pressed.locator('#go')).toHaveCSS('outline-style', 'none');
  const next = await walk.look('focused next');
  await expect(next.locator('#next')).toHaveCSS('outline-style', 'auto');
  const inside = await walk.look('focused inside');
  await expect(inside.locator('#next')).toHaveCSS('outline-style', 'none');
  await expect(inside.frameLocator('#inside').locator('#field')).toHaveCSS('color', 'rgb(13, 14, 15)');
});

test('embedded documents and drawings take the room they had, also those that nobody can see', async () => {
  const after = await walk.look('embedded-boxes change()');
  expect(boxes).toMatch(/^table .*last/);
  expect(await boxesOf(after.locator(embedded))).toBe(boxes);
  await expect(after.locator('#sensor')).toHaveCSS('opacity', '0');
  const [from, to] = [walk.moment('late-letters scrolled'), walk.moment('embedded-boxes change()')];
  const told = (await walk.rows('gaps')).filter(
    ({ why, from: at }) => why === 'not-shown' && Number(at) > from && Number(at) < to,
  );
  expect(told.map(({ detail }) => String(detail).split(' ')[0]).toSorted()).toEqual([
    'canvas',
    'canvas',
    'embed',
  ]);
});
