import { expect, type FrameLocator, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** Formulas, sections of characters, roots and slots that no attribute tells; all of it looked at in the replay. */
let walk: FidelityWalk;

/** What depends on how many elements stand where. */
const selectors = [
  ':first-child',
  ':last-child',
  ':nth-child(odd)',
  ':nth-last-child(2)',
  ':only-child',
  ':empty',
  'li + li',
];
/** Ids of the elements that match. */
const matchedBy = (body: Element, all: string[]) =>
  all.map((each) => [each, ...[...body.querySelectorAll(`${each}[id]`)].map(({ id }) => id)].join(' '));
/** What matched on the page, by what was done there. */
const matched = new Map<string, string[]>();

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, note, changes } = walk;
  /** Ends the recording and begins it anew, with a snapshot. */
  const beginAnew = async (name: string) => {
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
    await note(`${name} resumed`);
  };
  await changes('formulas', 'change()', 'changeAgain()');
  await beginAnew('formulas');
  await changes('xhtml', 'change()', 'changeAgain()');
  await changes('adopted-sections', 'change()');
  for (const call of ['0', 'change()', 'changeAgain()'])
    await walk.try('among-scripts', async () => {
      if (call === '0') await walk.open('among-scripts');
      await page.evaluate(call);
      await note(`among-scripts ${call}`);
      matched.set(call, await page.locator('body').evaluate(matchedBy, selectors));
    });
  await beginAnew('among-scripts');
  await changes('unsafe-roots', 'change()');
  await walk.try('unsafe-roots', async () => {
    const { x, y, height } = (await page.locator('#place').boundingBox()) as DOMRect;
    // The button stands between two paragraphs.
    await page.mouse.click(x + 10, y + height / 2);
    await note('unsafe-roots pressed');
  });
  await walk.try('unsafe-roots', async () => {
    await page.evaluate('copied()');
    await note('unsafe-roots copied()');
  });
  await changes('unsafe-roots', 'loosely()');
  await changes('unsafe-roots', 'sanitised()');
  await changes('unsafe-roots', 'parsed()');
  await changes('manual-slots', 'change()', 'changeAgain()', 'move()');
  await beginAnew('manual-slots');
  await walk.finish();
});

test.afterAll(async () => walk?.close());

const maths = 'http://www.w3.org/1998/Math/MathML';
const html = 'http://www.w3.org/1999/xhtml';

test('formulas are formulas, from the beginning and when a script adds them, and their texts are masked', async () => {
  const spaces = (frame: FrameLocator, selector: string) =>
    frame
      .locator(selector)
      .evaluateAll((all) => [...new Set(all.map(({ namespaceURI }) => namespaceURI))].join(' '));
  const before = await walk.look('formulas before');
  expect(await spaces(before, '#first, #first *')).toBe(maths);
  expect(await spaces(before, '#noted, annotation-xml')).toBe(maths);
  expect(await spaces(before, '#noted b')).toBe(html);
  await expect(before.locator('#first mi')).toHaveText('first基数');
  await expect(before.locator('#first mtext')).toHaveText(/^first联系〔手机.*〕$/);
  const after = await walk.look('formulas change()');
  expect(await spaces(after, '#late, #late *')).toBe(maths);
  expect(await spaces(after, '#first, #first *')).toBe(maths);
  await expect(after.locator('#late mtext')).toHaveText(/^late联系〔手机.*〕$/);
  await expect(after.locator('#first msqrt mn')).toHaveText(/^〔手机.*〕$/);
  for (const moment of ['formulas changeAgain()', 'formulas resumed']) {
    const again = await walk.look(moment);
    expect(await spaces(again, '#late, #late *, #first *'), moment).toBe(maths);
    await expect(again.locator('#late mi')).toHaveText(/^改成〔手机.*〕$/);
    await expect(again.locator('#late')).toHaveAttribute('display', 'block');
  }
});

test('sections of characters are texts of an XHTML page, masked, in styles too', async () => {
  const before = await walk.look('xhtml before');
  await expect(before.locator('#said')).toHaveText(/^原样的字 <〔手机.*〕>$/);
  await expect(before.locator('#said')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(before.frameLocator('#inside').locator('#said')).toHaveText('inside 的字');
  await expect(before.locator('#labelled')).toHaveText(/^姓名：〔姓名.*〕$/);
  const after = await walk.look('xhtml change()');
  await expect(after.locator('#said')).toHaveText(/^前面的改了的字 〔手机.*〕$/);
  await expect(after.locator('#place')).toHaveText(/^更前面的后来的 〔手机.*〕$/);
  const again = await walk.look('xhtml changeAgain()');
  await expect(again.locator('#said')).toHaveText('前面的');
  await expect(again.locator('#place #deep')).toHaveText('深处的字');
  const adopted = await walk.look('adopted-sections change()');
  await expect(adopted.locator('#place')).toHaveText(/^原样的字〔手机.*〕先有的字$/);
});

test('elements stand where they stood among scripts, which part no label from its value', async () => {
  for (const [call, ids] of matched) {
    const frame = await walk.look(`among-scripts ${call}`);
    expect(await frame.locator('body').evaluate(matchedBy, selectors), call).toEqual(ids);
    await expect(frame.locator('#name')).toHaveText(/^〔姓名.*〕$/);
  }
  expect([...matched.keys()]).toHaveLength(3);
  expect(matched.get('0')?.join()).not.toBe(matched.get('change()')?.join());
  await expect((await walk.look('among-scripts change()')).locator('#official')).toHaveText(/^〔姓名.*〕$/);
  const resumed = await walk.look('among-scripts resumed');
  expect(await resumed.locator('body').evaluate(matchedBy, selectors)).toEqual(matched.get('changeAgain()'));
});

test('closed shadow roots that come with markup of a script are in the replay', async () => {
  const before = await walk.look('unsafe-roots before');
  await expect(before.getByText('片段的封闭影子')).toHaveCount(0);
  const after = await walk.look('unsafe-roots change()');
  for (const words of ['片段的封闭影子', '里层的封闭影子', '开放影子里的封闭影子', '封闭影子里的封闭影子'])
    await expect(after.getByText(words, { exact: true }), words).toBeVisible();
  await expect(after.getByRole('button')).toHaveText('按一下');
  await expect((await walk.look('unsafe-roots pressed')).getByRole('button')).toHaveText('按一下1');
  const copied = await walk.look('unsafe-roots copied()');
  await expect(copied.getByText('片段的封闭影子')).toHaveCount(2);
  await expect(copied.getByText('里层的封闭影子')).toHaveCount(2);
  await expect((await walk.look('unsafe-roots sanitised()')).getByText('放行的封闭影子')).toBeVisible();
  await expect((await walk.look('unsafe-roots loosely()')).getByText('先不在页里的封闭影子')).toBeVisible();
  await expect((await walk.look('unsafe-roots parsed()')).getByText('另一文档的封闭影子')).toBeVisible();
});

test('what a script puts into slots by hand stands in them, and what it does not is not shown', async () => {
  const slotted = (frame: FrameLocator, host: string) =>
    frame
      .locator(host)
      .evaluate((element) =>
        [...(element.shadowRoot as ShadowRoot).querySelectorAll('slot')].map((slot) =>
          slot.assignedNodes().map((node) => node.textContent),
        ),
      );
  const before = await walk.look('manual-slots before');
  expect(await slotted(before, '#host')).toEqual([['丙', '乙'], []]);
  await expect(before.getByText('甲')).toBeHidden();
  const after = await walk.look('manual-slots change()');
  expect(await slotted(after, '#host')).toEqual([['乙'], ['甲']]);
  for (const moment of ['changeAgain()', 'move()', 'resumed']) {
    const again = await walk.look(`manual-slots ${moment}`);
    expect(await slotted(again, '#host'), moment).toEqual([['乙'], ['新来的', '甲']]);
    expect(await slotted(again, '#late'), moment).toEqual([[], ['戊']]);
    await expect(again.getByText('丁')).toBeHidden();
  }
});
