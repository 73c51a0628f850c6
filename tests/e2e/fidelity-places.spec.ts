import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** Windows, frames, and ways from page to page: what was there is in the replay, or its absence has a name. */
let walk: FidelityWalk;
/** How each window of the page "windows" is opened, and what it shows. */
const windows: Record<string, string> = {
  blank: '用 blank 打开的内容',
  opener: '用 opener 打开的内容',
  post: '用 post 打开的内容',
  features: '用 features 打开的内容',
  noopener: '用 noopener 打开的内容',
  delayed: '用 delayed 打开的内容',
  written: '没有地址的内容',
  later: '用 later 打开的内容',
};
let refused = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(500_000);
  walk = await startFidelityWalk({ backForwardCache: true });
  const { page, portal, note, browser } = walk;
  const address = (name: string) => `${portal.origins.portal}/fidelity/${name}`;
  const open = async (name: string) => {
    await page.goto(address(name));
    // The walk's bar comes once the recorder runs.
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  };

  await walk.try('frames', async () => {
    await open('frames-1');
    const innermost = page.frameLocator('iframe').frameLocator('iframe').frameLocator('iframe');
    await innermost.locator('#go').click();
    await expect(innermost.locator('#out')).toHaveText('最里层变了');
    await note('frames');
  });
  await walk.try('frameset', async () => {
    await open('frameset');
    const frame = page.frame({ url: /frames-4/ });
    await frame?.locator('#go').click();
    await expect.poll(() => page.frames().filter((each) => /upper|lower/.test(each.url())).length).toBe(2);
    await note('frameset', page);
  });
  for (const how of Object.keys(windows)) {
    await walk.try(how, async () => {
      await open('windows');
      const opening = browser.context.waitForEvent('page');
      await page.locator(`#${how}`).click();
      const opened: Page = await opening;
      await expect(opened.locator('p').first()).toHaveText(windows[how] ?? '');
      await expect(opened.locator('[data-zyb-bar]')).toHaveCount(1);
      await opened.bringToFront();
      await note(how, opened);
      await opened.close();
      await page.bringToFront();
    });
  }
  await walk.try('cached', async () => {
    await open('cached');
    await page.locator('#go').click();
    await note('cached before');
    await page.goto(address('elsewhere'));
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    await note('cached away');
    await page.evaluate(() => history.back());
    await expect(page.locator('#out')).toHaveText('离开之前的内容');
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    // What a page from the cache answers the driver comes late or never: the moment is counted in the panel.
    await note('cached back', walk.panel);
    await page.locator('#after').click();
    await note('cached after', walk.panel);
  });
  await walk.try('redirects', async () => {
    await open('hop/3');
    await note('hops');
    await page.goto(address('refresh'));
    await page.waitForURL(/landed\?refresh/);
    await note('refresh');
    await page.goto(address('replace')).catch(() => undefined);
    await page.waitForURL(/landed\?replace/);
    await note('redirects');
  });
  await walk.try('errors', async () => {
    await open('broken');
    await note('broken');
    await open('nowhere');
    await note('nowhere');
    await page.goto(address('empty-error')).catch(() => undefined);
    refused = await closedAddress();
    await page.goto(refused).catch(() => undefined);
    // Longer than a page takes to load: from two seconds on a stretch without replay is a gap.
    await walk.panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2500)));
    await note('errors', walk.panel);
  });
  await walk.try('files', async () => {
    await open('files');
    for (const id of ['named', 'unnamed', 'made', 'going']) {
      const coming = page.waitForEvent('download');
      await page.locator(`#${id}`).click();
      await (await coming).cancel();
    }
    const choosing = page.waitForEvent('filechooser');
    await page.locator('#file').click();
    // From the disk: what the driver makes up itself is no choice of a person's to the browser.
    const file = test.info().outputPath('居住证明.PDF');
    await writeFile(file, Buffer.alloc(1234));
    await (await choosing).setFiles(file);
    await expect(page.locator('#out')).toHaveText('已选1');
    const choosingAgain = page.waitForEvent('filechooser');
    await page.locator('#loose').click();
    const other = test.info().outputPath('附件.docx');
    await writeFile(other, Buffer.alloc(77));
    await (await choosingAgain).setFiles(other);
    await expect(page.locator('#out')).toHaveText('附件1');
    await note('files');
  });
  await walk.try('drag', async () => {
    await open('drag');
    await page.locator('#native').dragTo(page.locator('#area'));
    await expect(page.locator('#out')).toHaveText('放好了');
    const [first, last] = [await boxOf(page, '第一志愿'), await boxOf(page, '第三志愿')];
    await page.mouse.move(first.x + 20, first.y + 15);
    await page.mouse.down();
    await page.mouse.move(last.x + 20, last.y + 20, { steps: 8 });
    await page.mouse.up();
    await note('drag');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

async function boxOf(page: Page, text: string) {
  const box = await page.getByText(text).boundingBox();
  if (!box) throw new Error(`${text} is not on the page`);
  return box;
}

/** An address at which nobody answers. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://zwfw.localhost:${port}/`;
}

test('frames in frames of other origins are in the replay, down to the innermost', async () => {
  const frame = await walk.look('frames');
  await expect(frame.getByRole('heading', { name: '第一层' })).toBeVisible();
  const second = frame.frameLocator('iframe');
  await expect(second.getByRole('heading')).toHaveText('第二层');
  const third = second.frameLocator('iframe');
  await expect(third.getByRole('heading')).toHaveText('第三层');
  await expect(third.frameLocator('iframe').locator('#out')).toHaveText('最里层变了');
});

test('framesets in framesets are in the replay, each frame with what it showed', async () => {
  const frame = await walk.look('frameset');
  const frames = frame.locator('iframe');
  await expect(frames).toHaveCount(3);
  await expect(frame.frameLocator('iframe >> nth=0').getByText('内层的内容')).toBeVisible();
  await expect(frame.frameLocator('iframe >> nth=1').locator('#out')).toHaveText('最里层变了');
  const nested = frame.frameLocator('iframe >> nth=2');
  await expect(nested.frameLocator('iframe >> nth=0').getByText('上半的内容')).toBeVisible();
  await expect(nested.frameLocator('iframe >> nth=1').getByText('下半的内容')).toBeVisible();
});

for (const [how, words] of Object.entries(windows)) {
  test(`a window opened by way "${how}" is in the session with its replay`, async () => {
    const frame = await walk.look(how);
    await expect(frame.locator('p').first()).toHaveText(words);
  });
}

test('a page found again by going back goes on in the replay, as it was left and as it changed after', async () => {
  await expect((await walk.look('cached before')).locator('#out')).toHaveText('离开之前的内容');
  await expect((await walk.look('cached away')).getByText('别处的内容')).toBeVisible();
  await expect((await walk.look('cached back')).locator('#out')).toHaveText('离开之前的内容');
  await expect((await walk.look('cached after')).locator('#out')).toHaveText('回来之后的内容');
});

test('redirects are counted, and pages that send on by themselves are visits', async () => {
  for (const name of ['hops', 'refresh', 'redirects'])
    await expect((await walk.look(name)).getByText('转了几道弯才到')).toBeVisible();
  const visits = (await walk.rows('visits')).filter(({ kind }) => kind === 'document');
  const of = (path: string) => visits.filter(({ url }) => url.includes(`/fidelity/${path}`));
  expect(of('landed')).toHaveLength(3);
  expect(of('landed')[0]).toMatchObject({ redirects: 3, transition: 'typed' });
  expect(of('refresh')).toHaveLength(1);
  expect(of('replace')).toHaveLength(1);
});

test('error pages are replayed, and one that no server sent is a visit and a gap that says why', async () => {
  await expect((await walk.look('broken')).getByText('服务器内部错误')).toBeVisible();
  await expect((await walk.look('nowhere')).locator('body')).not.toBeEmpty();
  const failed = (await walk.rows('incidents')).filter(
    ({ kind }) => kind === 'failed-request' || kind === 'dead-resource',
  );
  for (const status of [500, 404, 503])
    expect(
      failed.some((row) => row.status === status),
      `an incident for ${status}`,
    ).toBe(true);
  const visits = await walk.rows('visits');
  expect(visits.some(({ url }) => url === refused)).toBe(true);
  const gaps = await walk.rows('gaps');
  const at = walk.moment('errors');
  expect(gaps.filter((gap) => Number(gap.from) < at && Number(gap.to) >= at - 100)).toEqual([
    expect.objectContaining({ why: 'no-script-here' }),
  ]);
});

test('downloads and file choices are told, with extension and size, and leave no gap', async () => {
  const frame = await walk.look('files');
  await expect(frame.locator('#out')).toHaveText('附件1');
  const actions = (await walk.rows('actions')).filter(({ url }) => url.endsWith('/fidelity/files'));
  expect(actions.map(({ kind, label }) => `${kind} ${label}`)).toEqual(
    expect.arrayContaining(['click 下载申请表', 'click 下载告知书', 'upload 身份材料']),
  );
  const uploads = actions.filter(({ kind }) => kind === 'upload');
  expect(
    uploads.map(({ label, value }) => [label, value]),
    'also of a field that never was in the page: under what was pressed for it',
  ).toEqual([
    ['身份材料', { files: [{ extension: 'pdf', bytes: 1234 }] }],
    ['选择附件', { files: [{ extension: 'docx', bytes: 77 }] }],
  ]);
  const sightings = (await walk.rows('sightings')).filter(({ kind }) => kind === 'download');
  const told = sightings.map(({ detail, url }) => `${String(detail)} ${new URL(url).pathname}`);
  expect(told.sort()).toEqual([
    ' /fidelity/paper',
    ' /fidelity/receipt',
    'docx /fidelity/form.docx',
    'xlsx /fidelity/files',
  ]);
  const from = actions[0]?.at ?? 0;
  const gaps = (await walk.rows('gaps')).filter(
    (gap) => Number(gap.from) >= from && Number(gap.to) <= walk.moment('files'),
  );
  expect(gaps).toEqual([]);
});

test('things dragged are labelled actions, and lie in the replay where they were dropped', async () => {
  const drags = (await walk.rows('actions')).filter(({ kind }) => kind === 'drag');
  expect(drags.map(({ label }) => label)).toEqual(['居住证明 → 放到这里上传', '第一志愿']);
  const frame = await walk.look('drag');
  await expect(frame.locator('#area #native')).toBeVisible();
  await expect(frame.locator('#sorted li').last()).toHaveText('第一志愿');
});
