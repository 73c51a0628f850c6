import { expect, type Locator, test } from '@playwright/test';
import { letterWidth } from '../portal/portal-site/assets-files.ts';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';
import { colourOfGap } from '../support/look-at-picture.ts';

/** What a page's script does out of a recorder's sight: each case is a page, and the replay of it is looked at. */
let walk: FidelityWalk;
/** Errors that the strict page's policy made the browser write. */
const complaints: string[] = [];
let reports: unknown[] = [];
let oldTitle = '';
/** How wide "AAAA" stands in the fonts that scripts load, at 20 px. */
const wordOfBoxes = (4 * 20 * letterWidth) / 1000;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(400_000);
  walk = await startFidelityWalk();
  const { page, portal, note } = walk;
  const open = async (name: string) => {
    await page.goto(`${portal.origins.portal}/fidelity/${name}`);
    // The walk's bar comes once the recorder runs.
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  };
  /** Opens a page, lets it change itself, notes the moment. */
  const changes = (name: string, ...calls: string[]) =>
    walk.try(name, async () => {
      await open(name);
      await note(`${name} before`);
      for (const call of calls) {
        await page.evaluate(call);
        await note(call === 'change()' ? name : `${name} ${call}`);
      }
    });
  await changes('values', 'change()', 'document.querySelector("form").reset()');
  await changes('rules', 'change()', 'changeAgain()');
  await changes('adopted', 'change()', 'changeAgain()');
  await walk.try('made-fonts', async () => {
    await open('made-fonts');
    await page.waitForFunction('document.fonts.check("20px Early Font")');
    const inside = page.frameLocator('#inside').locator('#within');
    await expect.poll(async () => (await inside.boundingBox())?.width).toBe(wordOfBoxes);
    await note('made-fonts before');
    await page.evaluate('change()');
    await note('made-fonts');
    await page.evaluate('changeAgain()');
    await note('made-fonts again');
  });
  await changes('shadow', 'change()', 'changeAgain()');
  await changes('dialog', 'change()', 'changeAgain()');
  await walk.try('reopened', async () => {
    await open('reopened');
    await note('reopened before');
    await page.evaluate('change()');
    await expect(page.locator('h1')).toHaveText('改写后的页');
    // The walk's bar is back once the recorder has begun anew.
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    await note('reopened');
    await page.locator('#more').click();
    await note('reopened more');
  });
  await walk.try('controls', async () => {
    await open('controls');
    await page.locator('#district').selectOption('s');
    await page.locator('#district').focus();
    await page.keyboard.press('ArrowUp');
    await page.locator('#day').click();
    for (const part of ['2026', '03', '01']) {
      await page.keyboard.type(part);
      await page.keyboard.press('ArrowRight');
    }
    await page.locator('#count').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#time').focus();
    await page.keyboard.type('0930AM');
    await page.locator('#colour').focus();
    await page.locator('#note').click();
    await page.keyboard.type('请尽快办理');
    await page.locator('#bare').click();
    await page.keyboard.type('窗口太少');
    await page.locator('#bare').click();
    await page.locator('#around').click({ position: { x: 8, y: 8 } });
    await page.getByRole('button', { name: '离开' }).click();
    await note('controls');
  });
  await walk.try('canvas', async () => {
    await open('canvas');
    const unshown = async () =>
      (await walk.rowsSoFar('gaps')).filter(
        // Fonts have no place.
        ({ why, detail }) => why === 'not-shown' && detail !== 'font',
      );
    await expect.poll(async () => (await unshown()).length).toBe(4);
    const since = Number((await unshown())[0]?.from);
    await expect
      .poll(async () => (await walk.rowsSoFar('screenshots')).filter(({ at }) => at >= since).length)
      .toBeGreaterThan(0);
    await note('canvas');
  });
  await walk.try('strict', async () => {
    page.on('console', (message) => {
      if (/Content.Security|violat/i.test(message.text())) complaints.push(message.text());
    });
    await open('strict');
    await page.locator('#go').click();
    await note('strict');
    await open('strict?opaque');
    await page.locator('#go').click();
    await note('opaque');
    reports = await (
      await fetch(`http://127.0.0.1:${new URL(portal.origins.portal).port}/fidelity/reports`)
    ).json();
  });
  await walk.try('old-globals', async () => {
    await open('old-globals');
    await page.locator('#go').click();
    oldTitle = await page.title();
    // The page's own timers are gone, so the moment is counted here, in the panel.
    await note('old-globals', walk.panel);
    await open('leaf');
  });
  await walk.try('table', async () => {
    await open('table');
    await note('table');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

/** A typed or set value stands as bullets in its length, or as rrweb's asterisks where a snapshot tells it. */
const masked = (length: number) => new RegExp(`^[•*]{${length}}$`);
const colour = (locator: Locator, red: number) =>
  expect(locator).toHaveCSS('color', `rgb(${red}, ${red + 10}, ${red + 20})`);

test('values that a script sets are in the replay, masked, in the page and in shadow roots', async () => {
  const before = await walk.look('values before');
  await expect(before.locator('#text')).toHaveValue('');
  await expect(before.locator('#one')).toBeChecked();
  const after = await walk.look('values');
  await expect(after.locator('#text')).toHaveValue(masked(8));
  await expect(after.locator('#area')).toHaveValue(/^[•*]{2}\n[•*]{2}$/);
  await expect(after.locator('#box')).toBeChecked();
  await expect(after.locator('#two')).toBeChecked();
  await expect(after.locator('#one')).not.toBeChecked();
  for (const host of ['#wide', '#shut']) {
    await expect(after.locator(`${host} #inner`)).toHaveValue(masked(5));
    await expect(after.locator(`${host} #inner-box`)).toBeChecked();
  }
  // What was chosen is masked: no other option is claimed in its place.
  for (const id of ['#by-value', '#by-index']) await expect(after.locator(id)).toHaveValue('');
});

test('a form that is reset is empty again in the replay', async () => {
  const frame = await walk.look('values document.querySelector("form").reset()');
  await expect(frame.locator('#text')).toHaveValue('');
  await expect(frame.locator('#box')).not.toBeChecked();
  await expect(frame.locator('#one')).toBeChecked();
});

test('rules inserted, deleted and changed by script hold in the replay, in style and link sheets and shadow roots', async () => {
  const before = await walk.look('rules before');
  await expect(before.locator('#deleted')).toHaveCSS('color', 'rgb(200, 0, 0)');
  await expect(before.locator('#inserted')).toHaveCSS('color', 'rgb(0, 0, 0)');
  const after = await walk.look('rules');
  await colour(after.locator('#inserted'), 10);
  await colour(after.locator('#linked'), 11);
  await colour(after.locator('#declared'), 12);
  await colour(after.locator('#nested'), 13);
  await colour(after.locator('#host p'), 14);
  await expect(after.locator('#deleted')).toHaveCSS('color', 'rgb(0, 0, 0)');
  const again = await walk.look('rules changeAgain()');
  await colour(again.locator('#again'), 15);
  await colour(again.locator('#declared'), 16);
  await colour(again.locator('#inserted'), 10);
});

test('adopted style sheets hold in the replay: set late, pushed, replaced, in shadow roots too', async () => {
  const after = await walk.look('adopted');
  await colour(after.locator('#set'), 20);
  await colour(after.locator('#pushed'), 21);
  await colour(after.locator('#wide p'), 22);
  await colour(after.locator('#shut p'), 23);
  const again = await walk.look('adopted changeAgain()');
  await colour(again.locator('#set'), 24);
  await colour(again.locator('#replaced'), 25);
  await colour(again.locator('#pushed'), 21);
  await colour(again.locator('#wide p'), 26);
});

test('fonts made by a script are in the replay, in frames too; one made of bytes is a gap', async () => {
  const widths = async (name: string) => {
    const frame = await walk.look(name);
    const inside = frame.frameLocator('#inside');
    // Of the document itself: the stage shows it smaller.
    const width = (of: Locator) =>
      of.evaluate((element) => Math.round(element.getBoundingClientRect().width));
    await expect.poll(() => width(frame.locator('#early')), `${name}: early`).toBe(wordOfBoxes);
    await expect.poll(() => width(inside.locator('#within')), `${name}: within`).toBe(wordOfBoxes);
    return { late: await width(frame.locator('#late')), bytes: await width(frame.locator('#bytes')) };
  };
  const before = await widths('made-fonts before');
  expect(before.late).not.toBe(wordOfBoxes);
  expect(await widths('made-fonts')).toEqual({ ...before, late: wordOfBoxes });
  expect(await widths('made-fonts again')).toEqual(before);
  const [from, to] = [walk.moment('made-fonts'), walk.moment('made-fonts again')];
  const named = (await walk.rows('gaps')).filter(({ detail }) => detail === 'font');
  expect(named).toHaveLength(1);
  expect(named[0]).toMatchObject({ why: 'not-shown' });
  expect(Number(named[0]?.from)).toBeGreaterThan(from);
  expect(Number(named[0]?.from)).toBeLessThan(to);
});

test('shadow roots are in the replay: declared, closed, attached late, nested', async () => {
  const before = await walk.look('shadow before');
  await expect(before.locator('#declared')).toHaveText('声明的影子');
  await expect(before.locator('#early')).toHaveText('组件的封闭影子');
  await expect(before.locator('#declared-closed')).toContainText('声明的封闭影子');
  const after = await walk.look('shadow');
  await expect(after.locator('#late p')).toHaveText('后挂的影子');
  await expect(after.locator('#shut')).toHaveText('后挂的封闭影子');
  await expect(after.locator('#filled')).toHaveText('影子里的影子');
  const again = await walk.look('shadow changeAgain()');
  await expect(again.locator('#shut')).toHaveText('封闭影子又变了');
  await expect(again.locator('zw-card').last()).toHaveText('组件的封闭影子');
  await expect(again.locator('zw-card')).toHaveCount(2);
});

test('modal dialogs and folds are open when they were', async () => {
  const open = await walk.look('dialog');
  await expect(open.getByText('请确认信息')).toBeVisible();
  await expect(open.getByText('展开后的内容')).toBeVisible();
  const closed = await walk.look('dialog changeAgain()');
  await expect(closed.getByText('请确认信息')).toBeHidden();
  await expect(closed.getByText('展开后的内容')).toBeHidden();
  await expect(closed.locator('#hover')).toHaveCSS('color', 'rgb(1, 2, 3)');
});

test('a document written anew after it had loaded goes on in the replay', async () => {
  await expect((await walk.look('reopened before')).getByText('原先的内容')).toBeVisible();
  const after = await walk.look('reopened');
  await expect(after.getByRole('heading')).toHaveText('改写后的页');
  await expect(after.getByText('原先的内容')).toHaveCount(0);
  const more = await walk.look('reopened more');
  await expect(more.locator('#out')).toHaveText('改写之后还在记录');
  await expect(more.locator('#after')).toHaveValue(masked(4));
  const clicks = (await walk.rows('actions')).filter(({ label }) => label === '继续');
  expect(clicks).toHaveLength(1);
});

test('native selects, dates, times, ranges and parts to write in are labelled actions', async () => {
  const actions = (await walk.rows('actions')).filter(({ url }) => url.includes('controls'));
  const done = actions.map(({ kind, label }) => `${kind} ${label}`);
  expect(done).toEqual(
    expect.arrayContaining([
      'select 居住区',
      'type 办理日期',
      'type 人数',
      'type 预约时间',
      'type 补充说明',
      'click 离开',
    ]),
  );
  expect(actions.filter(({ kind, label }) => kind === 'click' && label.startsWith('意见'))).not.toEqual([]);
  expect(JSON.stringify(actions)).not.toMatch(/尽快|窗口/);
  const frame = await walk.look('controls');
  await expect(frame.locator('#note')).toBeVisible();
});

test('what no replay shows is named with its place, and a picture shows it', async () => {
  // Fonts have no place.
  const gaps = (await walk.rows('gaps')).filter(
    ({ why, detail }) => why === 'not-shown' && detail !== 'font',
  );
  const named = gaps.map(({ detail }) => String(detail).replace(/ [-\d,]+$/, ''));
  expect(named.sort()).toEqual(['canvas 办件地图', 'canvas 积分走势图', 'object 办事指南', 'video 办理演示']);
  for (const { detail } of gaps) expect(detail).toMatch(/ -?\d+,-?\d+,\d+,\d+$/);
  const canvas = await walk.look('canvas');
  await expect(canvas.locator('#plain')).toHaveCSS('width', '300px');
  await expect(canvas.locator('#plain')).toBeVisible();
  const { from, to } = gaps[0] as unknown as { from: number; to: number };
  expect(to, 'until the page was left').toBeGreaterThan(from);
  const pictures = (await walk.rows('screenshots')).filter(({ at }) => at >= from);
  expect(pictures.length).toBeGreaterThan(0);
  const chart = gaps.find(({ detail }) => String(detail).includes('积分走势图'));
  const shown = pictures.find(({ at }) => at <= walk.moment('canvas'));
  const [red = 0, green = 0, blue = 0] = await colourOfGap(walk.panel, shown, chart);
  expect(Math.abs(red - 200) + Math.abs(green - 30) + Math.abs(blue - 40), 'as it was drawn').toBeLessThan(
    30,
  );
});

test('a page with a strict policy is recorded and has nothing to report', async () => {
  const frame = await walk.look('strict');
  await expect(frame.locator('#out')).toHaveText('严格的页变了');
  await expect(frame.locator('#text')).toHaveValue(masked(6));
  const opaque = await walk.look('opaque');
  await expect(opaque.locator('#out')).toHaveText('严格的页变了');
  await expect(opaque.locator('#text')).toHaveValue(masked(6));
  expect(reports).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a page whose libraries changed the language is recorded, and works as it did', async () => {
  expect(oldTitle).toBe('broken|0|7||五个字的值');
  const visits = await walk.rows('visits');
  const [left] = visits.filter(({ url }) => url.includes('/fidelity/leaf'));
  expect(left).toBeDefined();
  const clicks = (await walk.rows('actions')).filter(({ label }) => label === '改动');
  expect(clicks.length).toBeGreaterThan(0);
  const frame = await walk.look('old-globals');
  await expect(frame.locator('#out')).toHaveText('旧页变了');
  await expect(frame.locator('#text')).toHaveValue(masked(5));
  await colour(frame.locator('#styled'), 60);
});

test('a table of five thousand rows is in the replay whole', async () => {
  const frame = await walk.look('table');
  await expect(frame.locator('tr')).toHaveCount(5000);
  await expect(frame.locator('td').last()).toHaveText('状态5000');
});
