import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What a page shows beside its texts: captions, letters, measures, icons, layers; all of it looked at in the replay. */
let walk: FidelityWalk;
/** The letters of the page as it was. */
let letters = '';

/** Of the sliced picture on the page and in its frames, pixels. */
const heightsIn = (of: Page | FrameLocator) =>
  Promise.all(
    [of, ...['#inside', '#strict', '#old', '#late'].map((id) => of.frameLocator(id))].map((each) =>
      each.locator('#cells').evaluate((cells) => (cells as HTMLElement).offsetHeight),
    ),
  );
let heights: number[] = [];

/** Of pictures that are never kept. */
const roomsOf = (of: Page | FrameLocator) =>
  of
    .locator('img')
    .evaluateAll((all) => all.map((each) => [each.id, each.clientWidth, each.clientHeight].join(' ')));
let rooms: string[] = [];

test.describe.configure({ mode: 'serial' });

const lettersOf = (body: Locator) =>
  body.evaluate((element) => {
    const { fontFamily, fontSize } = (element.ownerDocument.defaultView as Window).getComputedStyle(element);
    return `${fontSize} ${fontFamily}`;
  });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, note, changes } = walk;
  await changes('captions', 'change()', 'changeAgain()');
  await changes('own-letters');
  letters = await lettersOf(page.locator('body'));
  await changes('measures', 'change()');
  await changes('moved-host', 'change()', 'changeAgain()');
  await changes('icons', 'change()', 'changeAgain()');
  await changes('old-frames', 'change()');
  await walk.try('old-frames', async () => {
    for (const id of ['late', 'other', 'written'])
      await expect(page.frameLocator(`#${id}`).locator('#p')).toBeVisible();
    await page.waitForTimeout(1500);
    await note('old-frames later');
  });
  await changes('nearly-standard', 'change()');
  await walk.try('nearly-standard', async () => {
    await expect(page.frameLocator('#late').locator('#cells')).toBeVisible();
    await page.waitForTimeout(1500);
    await note('nearly-standard later');
    heights = await heightsIn(page);
  });
  await changes('small-pictures', 'change()');
  await changes('unkept-pictures', 'change()');
  await walk.try('unkept-pictures', async () => {
    await page.waitForTimeout(1500);
    await note('unkept-pictures later');
    rooms = await roomsOf(page);
  });
  await changes('early-adopters', 'add()', 'change()', 'changeAgain()');
  await changes('filled-fields', 'change()', 'changeAgain()');
  await walk.try('filled-fields', async () => {
    await page.locator('#all').click();
    await page.locator('#lines').press('Control+End');
    await page.keyboard.type('和');
    await page.keyboard.press('Enter');
    await page.keyboard.type('新的行');
    // Told when it is left.
    await page.keyboard.press('Tab');
    await note('filled-fields clicked');
  });
  await changes('popovers');
  await walk.try('popovers', async () => {
    await page.getByRole('button', { name: '打开菜单' }).click();
    await note('popovers menu');
    await page.evaluate('change()');
    await note('popovers change()');
    await page.keyboard.press('Escape');
    await page.evaluate('changeAgain()');
    await page.frameLocator('#inside').getByRole('button').click();
    await note('popovers changeAgain()');
  });
  await changes('taken-out', 'take()', 'change()', 'changeAgain()');
  await walk.finish();
});

test.afterAll(async () => walk?.close());

test('what a script writes on buttons is in the replay, masked as texts are', async () => {
  const before = await walk.look('captions before');
  await expect(before.locator('#clear')).toHaveValue('重置');
  const after = await walk.look('captions change()');
  await expect(after.locator('#code')).toHaveValue('59秒后重新获取');
  await expect(after.locator('#go')).toHaveValue('提交申请');
  await expect(after.locator('#clear')).toHaveValue('清空所有');
  const again = await walk.look('captions changeAgain()');
  await expect(again.locator('#code')).toHaveValue(/^已发送至〔手机.*〕$/);
  await expect(again.locator('#clear')).toHaveValue('清空所有');
  await expect(again.locator('#typed'), 'what was written in a field is none').toHaveValue(/^[•*]{5}$/);
});

test('a page that sets no font stands in the browser’s own letters, frames too; what a page sets goes first', async () => {
  const frame = await walk.look('own-letters before');
  expect(letters).toMatch(/^16px /);
  expect(await lettersOf(frame.locator('body'))).toBe(letters);
  expect(await lettersOf(frame.frameLocator('#bare').locator('body'))).toBe(letters);
  await expect(frame.frameLocator('#own').locator('body')).toHaveCSS('font-size', '21px');
  await expect(frame.frameLocator('#starred').locator('body')).toHaveCSS('font-size', '22px');
});

test('bars, meters and numbered items go on in the replay', async () => {
  const value = (of: Locator) => of.evaluate((element) => (element as HTMLProgressElement).value);
  const after = await walk.look('measures change()');
  expect(await value(after.locator('#bar'))).toBe(70);
  expect(await value(after.locator('#begun'))).toBe(50);
  expect(await value(after.locator('#meter'))).toBe(8);
  expect(await value(after.locator('#third'))).toBe(9);
});

test('what stands in a moved component and in its components keeps its order', async () => {
  const inside = (frame: FrameLocator) =>
    frame.locator('#host').evaluate((host) => {
      const tell = (node: Node): string => {
        if (node.nodeType === 3) return (node as Text).data;
        const root = (node as Element).shadowRoot;
        const children = [...node.childNodes].map(tell).join('');
        return `${root ? `[${[...root.childNodes].map(tell).join('')}]` : ''}${children}`;
      };
      return tell(host);
    });
  expect(await inside(await walk.look('moved-host change()'))).toBe('[外[头尾]甲乙丙外尾]');
  expect(await inside(await walk.look('moved-host changeAgain()'))).toBe('[外[头尾]甲乙丙外尾]');
});

test('an icon that a script changes by its old kind of address is another in the replay', async () => {
  const shows = (of: Locator) =>
    of.evaluate((element) => {
      const { width } = (element as SVGUseElement).getBBox();
      return Math.round(width);
    });
  const before = await walk.look('icons before');
  expect(await shows(before.locator('#changed'))).toBe(10);
  const after = await walk.look('icons change()');
  expect(await shows(after.locator('#changed'))).toBe(4);
  expect(await shows(after.locator('#given'))).toBe(4);
  expect(await shows((await walk.look('icons changeAgain()')).locator('#changed'))).toBe(0);
});

test('pages of before the standards are laid out by their own rules, in frames of every kind', async () => {
  const mode = (of: FrameLocator) => of.locator('html').evaluate((html) => html.ownerDocument.compatMode);
  const before = await walk.look('old-frames before');
  expect(await mode(before)).toBe('BackCompat');
  expect(await mode(before.frameLocator('#early'))).toBe('BackCompat');
  const after = await walk.look('old-frames later');
  for (const id of ['early', 'late', 'other', 'written']) {
    await expect(after.frameLocator(`#${id}`).locator('#p')).toBeVisible();
    expect(await mode(after.frameLocator(`#${id}`)), id).toBe('BackCompat');
  }
  expect(await mode(after.frameLocator('#strict'))).toBe('CSS1Compat');
});

test('pictures in cells leave as much room below them as the type of their page says', async () => {
  const frame = await walk.look('nearly-standard later');
  expect(await heightsIn(frame)).toEqual(heights);
  // A page as the standards want it leaves some.
  expect(new Set(heights).size).toBe(2);
});

test('small pictures written into a page are in the replay', async () => {
  const sizes = (of: FrameLocator) =>
    of.locator('img').evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth));
  /** Those behind an element, and behind the page. */
  const behind = (of: FrameLocator) =>
    of.locator('body, #back').evaluateAll((all) =>
      Promise.all(
        all.map(async (each) => {
          const picture = new Image();
          picture.src = /url\("(.*?)"\)/.exec(getComputedStyle(each).backgroundImage)?.[1] ?? '';
          await picture.decode().catch(() => undefined);
          return picture.naturalWidth;
        }),
      ),
    );
  const before = await walk.look('small-pictures before');
  await expect.poll(() => sizes(before)).toEqual([1, 7, 1]);
  await expect.poll(() => behind(before)).toEqual([2, 5]);
  const after = await walk.look('small-pictures change()');
  await expect.poll(() => sizes(after)).toEqual([1, 7, 9]);
  await expect.poll(() => behind(after)).toEqual([2, 3]);
});

test('pictures that are never kept leave their room by their own proportions, also where they come late', async () => {
  await expect.poll(async () => roomsOf(await walk.look('unkept-pictures later'))).toEqual(rooms);
  expect(rooms).toEqual(['card 200 67', 'sided 40 120', 'anew 60 20', 'late 200 1000']);
});

test('sheets that components adopt before they are in the page change in the replay when they do', async () => {
  const added = await walk.look('early-adopters add()');
  for (const id of ['first', 'second'])
    await expect(added.locator(`#${id} p`)).toHaveCSS('color', 'rgb(1, 2, 3)');
  const after = await walk.look('early-adopters change()');
  for (const id of ['first', 'second'])
    await expect(after.locator(`#${id} p`)).toHaveCSS('color', 'rgb(9, 8, 7)');
  const again = await walk.look('early-adopters changeAgain()');
  for (const id of ['first', 'second']) {
    await expect(again.locator(`#${id} p`)).toHaveCSS('color', 'rgb(14, 4, 4)');
    await expect(again.locator(`#${id} p`)).toHaveCSS('background-color', 'rgb(5, 5, 5)');
  }
});

test('popovers are open when they were, in shadow roots and frames too', async () => {
  const before = await walk.look('popovers before');
  await expect(before.getByText('一来就开的')).toBeVisible();
  await expect(before.getByText('弹出的菜单')).toBeHidden();
  const menu = await walk.look('popovers menu');
  await expect(menu.getByText('弹出的菜单')).toBeVisible();
  await expect(menu.getByText('弹出的菜单')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(menu.getByText('手动的提示')).toBeHidden();
  const tip = await walk.look('popovers change()');
  await expect(tip.getByText('手动的提示')).toBeVisible();
  await expect(tip.getByText('影子里的弹出层')).toBeVisible();
  const closed = await walk.look('popovers changeAgain()');
  await expect(closed.getByText('弹出的菜单')).toBeHidden();
  await expect(closed.getByText('手动的提示')).toBeHidden();
  await expect(closed.getByText('影子里的弹出层')).toBeHidden();
  await expect(closed.frameLocator('#inside').getByText('框里的菜单', { exact: true })).toBeVisible();
});

test('what was taken out of a frame or a shadow root changes and goes with the page', async () => {
  const taken = await walk.look('taken-out take()');
  await expect(taken.locator('#first')).toHaveText('框架里的段落');
  await expect(taken.locator('#second')).toHaveText('又一段');
  await expect(taken.locator('#third')).toHaveText('影子里的段落');
  for (const id of ['first', 'second'])
    await expect(taken.frameLocator('#inside').locator(`#${id}`)).toHaveCount(0);
  const changed = await walk.look('taken-out change()');
  await expect(changed.locator('#first')).toHaveText('拿出来以后改了');
  await expect(changed.locator('#third')).toHaveText('影子里的也改了');
  const gone = await walk.look('taken-out changeAgain()');
  for (const id of ['first', 'second', 'third']) await expect(gone.locator(`#${id}`)).toHaveCount(0);
});

test('fields of numbers and dates show that something stands in them, and nothing where nothing does', async () => {
  const dots = /^[•*]+$/;
  const before = await walk.look('filled-fields before');
  await expect(before.locator('#count')).toHaveValue(dots);
  await expect(before.locator('#day')).toHaveValue(dots);
  await expect(before.locator('#empty')).toHaveAttribute('type', 'date');
  await expect(before.locator('#late')).toHaveValue('');
  await expect((await walk.look('filled-fields change()')).locator('#late')).toHaveValue(dots);
  const again = await walk.look('filled-fields changeAgain()');
  await expect(again.locator('#late')).toHaveValue('');
  await expect(again.locator('#day')).toHaveValue('');
  await expect(again.locator('#day')).toHaveAttribute('type', 'date');
  await expect(again.locator('#count')).toHaveValue(dots);
});

test('a slider and a field of a colour claim no value that is masked', async () => {
  for (const moment of ['before', 'changeAgain()', 'clicked']) {
    const frame = await walk.look(`filled-fields ${moment}`);
    await expect(frame.locator('#share')).toHaveValue(/^[•*]$/);
    await expect(frame.locator('#ink')).toHaveValue(/^[•*]{7}$/);
  }
});

test('a masked text of several lines keeps its lines, given and typed', async () => {
  const before = await walk.look('filled-fields before');
  await expect(before.locator('#lines')).toHaveValue(/^[•*]{3}\n\n[•*]{4}$/);
  const clicked = await walk.look('filled-fields clicked');
  await expect(clicked.locator('#lines')).toHaveValue(/^[•*]{3}\n\n[•*]{5}\n[•*]{3}$/);
});

test('boxes that are neither ticked nor not are so in the replay, until they are clicked', async () => {
  const isMixed = (of: Locator) => of.evaluate((box) => (box as HTMLInputElement).indeterminate);
  const before = await walk.look('filled-fields before');
  expect(await isMixed(before.locator('#some'))).toBe(true);
  expect(await isMixed(before.locator('#all'))).toBe(false);
  const after = await walk.look('filled-fields change()');
  expect(await isMixed(after.locator('#some'))).toBe(false);
  expect(await isMixed(after.locator('#all'))).toBe(true);
  const clicked = await walk.look('filled-fields clicked');
  expect(await isMixed(clicked.locator('#all'))).toBe(false);
  await expect(clicked.locator('#all')).toBeChecked();
});
