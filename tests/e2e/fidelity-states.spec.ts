import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What no attribute says: how a page's fields are judged, what is on top of it, and where a moment finds both that another was looked at before. */
let walk: FidelityWalk;
/** How fields looked on the page. */
const looks = new Map<string, string[]>();

const fields = '#code, #mail, #kind, #asked, #odd, #many, #wait, #form, #empty b';
const looksOf = async (of: Page | FrameLocator) => {
  const read = (all: Locator) =>
    all.evaluateAll((each) =>
      each.map((one) => {
        const { color, textDecorationLine, display, outlineStyle, letterSpacing, width } =
          getComputedStyle(one);
        return [
          one.id,
          color,
          textDecorationLine,
          display,
          outlineStyle,
          letterSpacing,
          Math.round(Number.parseFloat(width)),
        ].join(' ');
      }),
    );
  return [...(await read(of.locator(fields))), ...(await read(of.frameLocator('#inside').locator('input')))];
};

/** How what is held down looked on the page. */
const heldLooks = new Map<string, string[]>();

const heldLooksOf = async (of: Page | FrameLocator) => {
  const read = (all: Locator) =>
    all.evaluateAll((each) =>
      each.map((one) => {
        const { color, scale, outlineStyle } = getComputedStyle(one);
        return [one.id, color, scale, outlineStyle].join(' ');
      }),
    );
  return [
    ...(await read(of.locator('#rail, #handle, #box, #deep'))),
    ...(await read(of.frameLocator('#inside').locator('#within'))),
  ];
};

const ringsOf = (of: Page | FrameLocator) =>
  of
    .locator('#check, #done, #next')
    .evaluateAll((all) => all.map((one) => `${one.id} ${getComputedStyle(one).outlineStyle}`));
const rings = new Map<string, string[]>();

/** Where what fills the screen lies, how it looks, and what is above all. */
const fullLookOf = (of: Page | FrameLocator) =>
  of.locator('#panel').evaluate((panel) => {
    const { x, y, width, height } = panel.getBoundingClientRect();
    const { color, padding, borderWidth } = getComputedStyle(panel);
    const above = panel.ownerDocument.elementFromPoint(200, 25)?.id;
    return [x, y, width, height, color, padding, borderWidth, above].join(' ');
  });
const fullLooks: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, open, note } = walk;
  const noteLooks = async (name: string) => {
    await note(`judged-fields ${name}`);
    looks.set(name, await looksOf(page));
  };
  await walk.try('judged-fields', async () => {
    await open('judged-fields');
    await noteLooks('before');
    await page.locator('#mail').fill('wrong');
    await page.locator('#odd').fill('坏');
    await page.locator('#many').fill('12');
    await page.keyboard.press('Tab');
    await noteLooks('wrong');
    await page.evaluate('change()');
    await noteLooks('by script');
    await page.evaluate('code.value = "uvw-xyz"; inside.contentWindow.within.value = "ab"');
    await page.locator('#mail').fill('a@b.example');
    await page.locator('#odd').fill('好');
    await page.locator('#asked').fill('有');
    await page.locator('#many').fill('5');
    await page.locator('#kind').selectOption('甲');
    await page.keyboard.press('Tab');
    await noteLooks('right');
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
    await noteLooks('resumed');
  });
  await walk.try('looked-up-again', async () => {
    await open('looked-up-again');
    await note('looked-up-again before');
    await page.locator('#open').click();
    await note('looked-up-again open');
    await page.getByRole('button', { name: '关上' }).click();
    await page.locator('#under').hover();
    // Where the pointer went is told after half a second.
    await page.waitForTimeout(500);
    await note('looked-up-again closed');
    await page.locator('#cover').click();
    await page.waitForTimeout(300);
    await note('looked-up-again covered');
    await page.waitForTimeout(1500);
    await note('looked-up-again uncovered');
    for (const [name, place] of Object.entries({
      deep: page.locator('#deep'),
      put: page.locator('#put'),
      inside: page.frameLocator('#inside').locator('#p'),
    })) {
      await place.hover();
      await page.waitForTimeout(500);
      await note(`looked-up-again ${name}`);
    }
    await page.evaluate('scrollTo(0, 1200)');
    await note('looked-up-again scrolled');
  });
  await walk.try('focused-at-once', async () => {
    await open('focused-at-once');
    await page.locator('#ask').click();
    await expect(page.locator('#no')).toHaveCSS('color', 'rgb(1, 2, 3)');
    await note('focused-at-once asked');
    await page.locator('#check').click();
    await expect(page.locator('#done')).toBeFocused();
    await note('focused-at-once done');
    rings.set('done', await ringsOf(page));
    await page.locator('#done').click();
    await page.keyboard.press('Tab');
    await note('focused-at-once tabbed');
    rings.set('tabbed', await ringsOf(page));
  });
  await walk.try('moving-drawings', async () => {
    await open('moving-drawings');
    await page.waitForTimeout(500);
    await note('moving-drawings before');
    await page.evaluate('change()');
    await page.waitForTimeout(500);
    await note('moving-drawings change()');
  });
  await walk.try('held-down let go', async () => {
    await open('held-down');
    await expect(page.frameLocator('#inside').locator('#within')).toBeVisible();
    for (const [name, place] of Object.entries({
      handle: page.locator('#handle'),
      label: page.locator('#label'),
      deep: page.locator('#deep'),
      inside: page.frameLocator('#inside').locator('#within'),
    })) {
      await place.hover();
      await page.mouse.down();
      await note(`held-down ${name}`);
      heldLooks.set(name, await heldLooksOf(page));
      await page.mouse.up();
    }
    await note('held-down let go');
    heldLooks.set('let go', await heldLooksOf(page));
  });
  await walk.try('full-screen back', async () => {
    await open('full-screen');
    await page.locator('#in').click();
    await page.waitForTimeout(500);
    await note('full-screen in');
    fullLooks.push(await fullLookOf(page));
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
    await note('full-screen resumed');
    fullLooks.push(await fullLookOf(page));
    await page.locator('#out').click();
    await page.waitForTimeout(500);
    await note('full-screen back');
    fullLooks.push(await fullLookOf(page));
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

test('fields look as their page judged them, though what is filled in is masked', async () => {
  for (const [name, told] of looks)
    await expect
      .poll(async () => looksOf(await walk.look(`judged-fields ${name}`)), { message: name, timeout: 10_000 })
      .toEqual(told);
  expect(looks.get('wrong')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^mail rgb\(30, 40, 50\) underline/)]),
  );
  expect(looks.get('right')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^mail rgb\(60, 70, 80\) overline/)]),
  );
  expect([...looks.keys()]).toHaveLength(5);
});

test('a dialog that was closed keeps nothing from the pointer, and none takes the keyboard from who watches', async () => {
  await walk.look('looked-up-again before');
  const open = await walk.lookOn('looked-up-again open');
  await expect(open.locator('#box:modal')).toBeVisible();
  const within = () => walk.reader().evaluate(() => document.activeElement?.localName);
  expect(await within()).not.toBe('iframe');
  const closed = await walk.lookOn('looked-up-again closed');
  await expect(closed.locator('#box')).toBeHidden();
  await expect(closed.locator('#box:modal')).toHaveCount(0);
  await expect(closed.locator('#under')).toHaveCSS('color', 'rgb(1, 2, 3)');
  expect(await within()).not.toBe('iframe');
});

test('what goes by scrolling stands where the page is scrolled to at every moment', async () => {
  const wide = (frame: FrameLocator) =>
    frame.locator('#bar').evaluate((bar) => bar.getBoundingClientRect().width);
  const before = await walk.look('looked-up-again before');
  expect(await wide(before)).toBe(0);
  const after = await walk.lookOn('looked-up-again scrolled');
  await expect.poll(() => wide(after)).toBeGreaterThan(300);
  await walk.lookOn('looked-up-again before');
  await expect.poll(() => wide(after)).toBe(0);
  // Back where it was, also where something had been pressed and a script had changed the page meanwhile.
  expect(await after.locator('html').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test('what was pointed at is so again when what lay over it has gone, though the pointer never moved', async () => {
  const covered = await walk.look('looked-up-again covered');
  await expect(covered.locator('#cover')).toHaveCSS('color', 'rgb(0, 0, 0)');
  const uncovered = await walk.lookOn('looked-up-again uncovered');
  await expect(uncovered.locator('#cover')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const before = await walk.lookOn('looked-up-again before');
  await expect(before.locator('#cover')).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('who points at something points at what is around it, beyond shadow roots, slots and frames', async () => {
  for (const name of ['deep', 'put']) {
    const frame = await walk.look(`looked-up-again ${name}`);
    await expect(frame.locator('#host')).toHaveCSS('outline-style', 'solid');
    await expect(frame.locator('#deep')).toHaveCSS('color', 'rgb(4, 5, 6)');
    await expect(frame.locator('#inside')).toHaveCSS('outline-style', 'none');
  }
  const frame = await walk.lookOn('looked-up-again inside');
  await expect(frame.locator('#inside')).toHaveCSS('outline-style', 'solid');
  await expect(frame.locator('#host')).toHaveCSS('outline-style', 'none');
  await expect(frame.locator('#deep')).not.toHaveCSS('color', 'rgb(4, 5, 6)');
});

test('drawings that move by elements of their own have moved', async () => {
  const frame = await walk.look('moving-drawings change()');
  const wide = (of: Locator) => of.evaluate((rect) => (rect as SVGRectElement).getBBox().width);
  await expect.poll(() => wide(frame.locator('#grown'))).toBe(90);
  expect(await wide(frame.locator('#late'))).toBe(70);
  await walk.lookOn('moving-drawings before');
  await expect(frame.locator('#late')).toHaveCount(0);
  await expect.poll(() => wide(frame.locator('#grown'))).toBe(90);
  await walk.lookOn('moving-drawings change()');
  await expect.poll(() => wide(frame.locator('#late'))).toBe(70);
  await expect.poll(() => wide(frame.frameLocator('#inside').locator('#within'))).toBe(50);
});

test('what gets the keyboard as it comes looks so', async () => {
  const frame = await walk.look('focused-at-once asked');
  await expect(frame.locator('#no')).toHaveCSS('color', 'rgb(1, 2, 3)');
});

test('a ring is around what has the keyboard where the browser drew one, whenever something was pressed', async () => {
  for (const [name, told] of rings)
    expect(await ringsOf(await walk.look(`focused-at-once ${name}`)), name).toEqual(told);
  expect(rings.get('done')).toEqual(['check none', 'done none', 'next none']);
  expect(rings.get('tabbed')).toEqual(['check none', 'done none', 'next auto']);
});

test('what the pointer is held down on looks so until it is let go, and nothing else does', async () => {
  walk.moment('held-down let go');
  for (const [name, told] of heldLooks)
    await expect
      .poll(async () => heldLooksOf(await walk.look(`held-down ${name}`)), { message: name, timeout: 10_000 })
      .toEqual(told);
  expect(heldLooks.get('handle')).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^rail .* none solid$/),
      expect.stringMatching(/^handle .* 1\.5 none$/),
    ]),
  );
  expect(heldLooks.get('deep')).toContain('deep rgb(4, 5, 6) none none');
  expect(heldLooks.get('inside')).toContain('within rgb(7, 8, 9) none none');
  expect([...heldLooks.keys()]).toHaveLength(5);
});

test('what fills the whole screen does so in the replay, above all else, until it is left', async () => {
  for (const [at, name] of ['in', 'resumed', 'back'].entries())
    await expect
      .poll(async () => fullLookOf(await walk.look(`full-screen ${name}`)), {
        message: name,
        timeout: 10_000,
      })
      .toBe(fullLooks[at]);
  expect(fullLooks[0]).toMatch(/^0 0 .* rgb\(4, 5, 6\) 9px 2px panel$/);
  expect(fullLooks[2]).toMatch(/ 284 44 rgb\(1, 2, 3\) 0px 2px over$/);
  // From one moment to the other, too.
  await walk.look('full-screen in');
  const on = await walk.lookOn('full-screen back');
  await expect.poll(() => fullLookOf(on)).toBe(fullLooks[2]);
});
