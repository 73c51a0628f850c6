import { expect, type Locator, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** Iframes of the page's own origin, which the frame above records: they are in the replay like the page itself. */
let walk: FidelityWalk;
/** What the listener of a page of its own got to hear, by site. */
const heardOn = new Map<string, string>();
const unseen = async () => (await walk.rowsSoFar('gaps')).filter(({ why }) => why === 'frame-unseen');
/** Frames to which the page adds a form later. */
const addedTo = ['written', 'folder'];
const missedFonts = async () =>
  (await walk.rowsSoFar('gaps')).filter(({ why, detail }) => why === 'not-shown' && detail === 'font');

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(400_000);
  // Open, with the font that its script made, before the walk begins.
  walk = await startFidelityWalk({}, ({ origins }) => `${origins.portal}/fidelity/made-fonts`);
  await walk.try('made before', async () => {
    await expect.poll(async () => (await missedFonts()).length).toBe(2);
  });
  const { page, portal, note } = walk;
  const open = async (name: string) => {
    await page.goto(`${portal.origins.portal}/fidelity/${name}`, { waitUntil: 'domcontentloaded' });
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  };
  /** The script in a frame may have its orders a little later than its words are there. */
  const ordered = () => new Promise((resolve) => setTimeout(resolve, 1000));
  /** Ends the recording and begins it anew, with a snapshot. */
  const beginAnew = async () => {
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
  };
  for (const name of ['values', 'rules', 'adopted', 'shadow', 'switches']) {
    await walk.try(name, async () => {
      await open(`inner-${name}`);
      const inner = page.frame({ url: new RegExp(`/fidelity/${name}$`) });
      await inner?.waitForLoadState();
      await note(`${name} before`);
      await inner?.evaluate('change()');
      await note(name);
      if (name === 'switches') {
        await beginAnew();
        await note('switches resumed');
      }
      if (name === 'values') await inner?.evaluate('document.querySelector("form").reset()');
      else await inner?.evaluate('changeAgain()');
      await note(`${name} again`);
    });
  }
  await walk.try('clobbered', async () => {
    await open('inner-clobbered');
    const inner = page.frame({ url: /\/fidelity\/clobbered$/ });
    await inner?.waitForLoadState();
    await inner?.evaluate('go.onclick()');
    await expect.poll(() => inner?.evaluate('Boolean(document.getElementById("after"))')).toBe(true);
    await note('clobbered');
  });
  await walk.try('inner', async () => {
    await open('inner');
    await expect(page.frameLocator('#slow').locator('#said')).toHaveText('slow 的字');
    await expect(page.frameLocator('#long').locator('#box')).toBeVisible();
    await expect(page.frameLocator('#other').locator('#said')).toHaveText('far 的字');
    await ordered();
    await note('inner');
    await page.evaluate('change()');
    await expect(page.frameLocator('#moved').locator('#said')).toHaveText('moved 的字');
    await ordered();
    await note('inner changed');
    await page.evaluate('add()');
    await note('inner added');
    for (const id of addedTo) {
      const frame = page.frameLocator(`#${id}`);
      await frame.getByText(`按${id}`).click();
      await frame.getByLabel(`填${id}`).click();
      await page.keyboard.type('后来填的');
      await frame.getByLabel(`勾${id}`).click();
      await frame.getByLabel(`选${id}`).focus();
      await page.keyboard.press('ArrowDown');
    }
    await page.evaluate('changeAgain()');
    await note('inner again');
    await beginAnew();
    await note('inner resumed');
  });
  await walk.try('refusing', async () => {
    await open('refusing');
    await expect(page.frameLocator('#fine').locator('#said')).toHaveText('fine 的字');
    await expect
      .poll(async () => (await unseen()).length, { message: 'frames named that nobody reached' })
      .toBeGreaterThanOrEqual(3);
    await note('refusing');
  });
  for (const site of ['portal', 'login'] as const) {
    await walk.try(`heard on ${site}`, async () => {
      await page.goto(`${portal.origins[site]}/fidelity/hears-frames`);
      await expect(page.frameLocator('#held').locator('#said')).toHaveText('child 的字');
      // A token is posted at once and again after half a second and two.
      await note(`heard on ${site} begun`);
      await page.waitForTimeout(2500);
      heardOn.set(site, (await page.locator('#out').textContent()) ?? '');
      await note(`heard on ${site}`);
    });
  }
  await walk.finish();
});

test.afterAll(async () => walk?.close());

const masked = (length: number) => new RegExp(`^[•*]{${length}}$`);
const colour = (locator: Locator, red: number) =>
  expect(locator).toHaveCSS('color', `rgb(${red}, ${red + 10}, ${red + 20})`);
const held = async (moment: string) => (await walk.look(moment)).frameLocator('iframe');

test('values that a script sets inside are in the replay, masked, in the page and in shadow roots', async () => {
  const before = await held('values before');
  await expect(before.locator('#text')).toHaveValue('');
  const after = await held('values');
  await expect(after.locator('#text')).toHaveValue(masked(8));
  await expect(after.locator('#box')).toBeChecked();
  await expect(after.locator('#two')).toBeChecked();
  await expect(after.locator('#wide #inner')).toHaveValue(masked(5));
  await expect(after.locator('#shut #inner')).toHaveValue(masked(5));
  const reset = await held('values again');
  await expect(reset.locator('#text')).toHaveValue('');
  await expect(reset.locator('#one')).toBeChecked();
});

test('rules that a script changes inside are in the replay', async () => {
  const after = await held('rules');
  await colour(after.locator('#inserted'), 10);
  await expect(after.locator('#deleted')).not.toHaveCSS('color', 'rgb(200, 0, 0)');
  await colour(after.locator('#linked'), 11);
  await colour(after.locator('#declared'), 12);
  await colour(after.locator('#nested'), 13);
  await colour(after.locator('#host p'), 14);
  const again = await held('rules again');
  await colour(again.locator('#again'), 15);
  await colour(again.locator('#declared'), 16);
});

test('sheets that are adopted inside are in the replay', async () => {
  const after = await held('adopted');
  await colour(after.locator('#set'), 20);
  await colour(after.locator('#pushed'), 21);
  await colour(after.locator('#wide p'), 22);
  await colour(after.locator('#shut p'), 23);
  const again = await held('adopted again');
  await colour(again.locator('#set'), 24);
  await colour(again.locator('#replaced'), 25);
  await colour(again.locator('#wide p'), 26);
});

test('shadow roots that come late or are closed are in the replay', async () => {
  const before = await held('shadow before');
  await expect(before.getByText('声明的影子', { exact: true })).toBeVisible();
  await expect(before.getByText('声明的封闭影子')).toBeVisible();
  await expect(before.getByText('组件的封闭影子')).toBeVisible();
  const after = await held('shadow');
  await expect(after.getByText('后挂的影子')).toBeVisible();
  await expect(after.getByText('后挂的封闭影子')).toBeVisible();
  const again = await held('shadow again');
  await expect(again.getByText('封闭影子又变了')).toBeVisible();
  await expect(again.getByText('组件的封闭影子')).toHaveCount(2);
});

test('style sheets that a script switches on and off inside are so in the replay, after a snapshot too', async () => {
  const black = 'rgb(0, 0, 0)';
  for (const moment of ['switches', 'switches resumed']) {
    const after = await held(moment);
    await expect(after.locator('#day'), moment).toHaveCSS('color', black);
    await colour(after.locator('#elder'), 70);
  }
  for (const moment of ['switches before', 'switches again']) {
    const other = await held(moment);
    await colour(other.locator('#day'), 40);
    await expect(other.locator('#elder'), moment).toHaveCSS('color', black);
  }
});

test('forms inside whose fields are called as the form’s own properties are in the replay with every field', async () => {
  const after = await held('clobbered');
  for (const name of ['nodeType', 'firstChild', 'localName', 'parentNode', 'childNodes'])
    await expect(after.locator(`form [aria-label="${name}"]`)).toBeVisible();
  await expect(after.locator('#child #added')).toHaveText('加在表里的文字');
  await expect(after.locator('#later #after')).toHaveText('更晚的文字');
  await expect(after.locator('#between')).toHaveCount(0);
});

test('frames of every make show their words, also while a picture in them hangs', async () => {
  const frame = await walk.look('inner');
  for (const [id, words] of Object.entries({
    srcdoc: 'srcdoc 里的字',
    silent: '',
    scripted: 'scripted 的字',
    slow: 'slow 的字',
    folder: '目录里的字',
    moved: 'before 的字',
    near: 'shadow 的字',
    other: 'far 的字',
  })) {
    const inside = frame.frameLocator(`#${id}`);
    await expect(inside.locator('#said'), id).toHaveText(words);
    // Without scripts the page stands as it came.
    if (id === 'silent') await expect(inside.getByRole('heading')).toHaveText('里面的页');
  }
});

test('a frame written late or sent elsewhere shows what it became', async () => {
  const changed = await walk.look('inner changed');
  await expect(changed.frameLocator('#written').locator('#said')).toHaveText('后来写的字');
  await expect(changed.frameLocator('#moved').locator('#said')).toHaveText('moved 的字');
  const again = (await walk.look('inner again')).frameLocator('#written');
  await expect(again.locator('#said')).toHaveText('又改了的字');
  await expect(again.locator('#said')).toHaveCSS('color', 'rgb(4, 5, 6)');
  await expect(again.locator('#field')).toHaveValue(masked(4));
  const resumed = (await walk.look('inner resumed')).frameLocator('#written');
  await expect(resumed.locator('#said')).toHaveText('又改了的字');
  await expect(resumed.locator('#said')).toHaveCSS('color', 'rgb(4, 5, 6)');
  await expect(resumed.locator('#field')).toHaveValue(masked(4));
});

test('what is pressed, typed and chosen inside is recorded, though it came later', async () => {
  walk.moment('inner added');
  const done = (await walk.rows('actions')).filter(({ url }) => /\/inner(-styled)?$/.test(url));
  for (const id of addedTo) {
    const kinds = done.filter(({ label }) => label.includes(id)).map(({ kind, label }) => [kind, label]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['click', `按${id}`],
        ['type', `填${id}`],
        ['check', `勾${id}`],
        ['select', `选${id}`],
      ]),
    );
  }
});

test('places scrolled inside a frame stay so after a snapshot', async () => {
  for (const moment of ['inner changed', 'inner resumed']) {
    const long = (await walk.look(moment)).frameLocator('#long');
    const top = (selector: string) =>
      expect.poll(
        () => long.locator(selector).evaluate((element) => element.scrollTop),
        `${moment} ${selector}`,
      );
    await top('#box').toBe(150);
    await top('html').toBe(90);
  }
});

test('pictures that a frame in another folder names from there are kept', async () => {
  const session = (await walk.rowsSoFar('sessions')).at(-1) as unknown as { assets: { url: string }[] };
  const paths = session.assets
    .map(({ url }) => new URL(url || 'about:none').pathname)
    .filter((path) => /\/img\//.test(path));
  expect(paths.filter((path) => !path.startsWith('/fidelity/folder/img/'))).toEqual([]);
  for (const name of ['own', 'sheet', 'late']) expect(paths).toContain(`/fidelity/folder/img/${name}.svg`);
  const folder = (await walk.look('inner again')).frameLocator('#folder');
  for (const id of ['own', 'said', 'late'])
    await expect(folder.locator(`#${id}`)).toHaveCSS('background-image', /blob:|data:image/);
});

test('frames that nobody reached are gaps with their name and place, and hide nothing of the page', async () => {
  const frame = await walk.look('refusing');
  await expect(frame.frameLocator('#fine').locator('#said')).toHaveText('fine 的字');
  const named = (await unseen()).map(({ detail }) => String(detail));
  expect(named.map((detail) => /缴费|本站拒绝|打不开|能录的|很小/.exec(detail)?.[0]).sort()).toEqual([
    '打不开',
    '本站拒绝',
    '缴费',
  ]);
  for (const detail of named) expect(detail).toMatch(/ \d+,\d+,\d+,\d+$/);
});

test('what frames say to find each other reaches no script of a page, on the unified login either', async () => {
  for (const site of ['portal', 'login']) {
    walk.moment(`heard on ${site}`);
    expect(heardOn.get(site), site).toBe('');
  }
  expect((await walk.rows('incidents')).filter(({ kind }) => kind === 'script-error')).toEqual([]);
});

test('fonts that a page and a frame in it had made before the walk began are a gap each', async () => {
  expect(await missedFonts()).toHaveLength(2);
});
