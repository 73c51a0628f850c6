import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { type HandOverContent, readHandOverFile } from '../../lib/deliver/hand-over-file.ts';
import { decodeEvents } from '../../lib/model/chunk-codec/index.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import type { Place } from '../portal/walks/walk.ts';
import { goOnFromLastLook } from '../support/last-look.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { lookAtReplay } from '../support/look-at-replay.ts';
import { walkClean } from '../support/portal-walk.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

/** A text that stands in titles, labels, step names and all over the replay of this walk. */
const everywhere = '公共图书馆';
const grey = [0x8a, 0x94, 0xa3];
const phone = '13800005678';
const choice = { programme: '辽宁人社走流程（2023）', item: '读者证申领' };

/** A picture that the page of the form shows and no rule takes for somebody's. */
const pagePicture = '/assets-page/img/plain.png';
const show = (on: Page, src: string) =>
  on.evaluate(async (address) => {
    const picture = new Image(80, 40);
    picture.src = address;
    picture.className = 'planted';
    document.body.append(picture);
    await picture.decode();
  }, src);

/** A sheet of the page of the form, long enough to lie gzipped, with the text in it and a font that it alone names. */
const pageFont = '/assets-page/font/box.ttf';
const dress = (on: Page) =>
  on.evaluate(
    ([font, words]) => {
      const style = document.createElement('style');
      const face = `@font-face { font-family: planted; src: url(${font}) }`;
      const rules = '.planted-not { color: rgb(1, 2, 3) } '.repeat(40);
      style.textContent = `${face} .planted::after { content: "${words}"; font-family: planted } ${rules}`;
      document.head.append(style);
    },
    [pageFont, everywhere] as const,
  );

let stack: Stack;
let browser: ExtensionBrowser;
let page: Page;
let sessionId = '';
let cut = { from: 0, to: 0 };
/** When the page of the form showed its picture. */
let shownAt = 0;
const seen = new Map<Place, number>();

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  stack = await startStack();
  browser = await launchBrowser({ extension: builtExtension });
  await enrolHere(browser, stack.collector);
  const walk = await openPageAndPanel(browser, `${stack.portal.origins.portal}/`);
  await startWalk(walk.panel, choice);
  await walkClean(walk.page, stack.portal.origins, {
    at: async (place) => {
      seen.set(place, Date.now());
      if (place === 'guide') await tag(walk.panel, '全不全', '线上线下指南准不准');
      if (place !== 'form') return;
      await dress(walk.page);
      await show(walk.page, pagePicture);
      shownAt = Date.now();
      // Long enough for a moment of the replay to fall into.
      await walk.page.waitForTimeout(400);
    },
  });
  await finishWalk(walk.panel, '已真实提交');
  sessionId = await newestSession(walk.panel);
  await walk.panel.close();
  page = await browser.context.newPage();
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await page.getByRole('button', { name: '上交', exact: true }).click();
  await page.getByText('没有发现残留的个人信息').waitFor();
});

test.afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

type Shot = { id: string; object: string; painted?: number; width: number; height: number; at: number };
const shots = async () =>
  (await readTable(page, 'screenshots')).filter((row) => row.sessionId === sessionId) as unknown as Shot[];
const objects = async () => (await readTable(page, 'objects')).map((row) => String(row.object));
const openTab = (name: string | RegExp) => page.getByRole('tab', { name }).click();
/** The stored row of the session. */
const session = async () => (await readTable(page, 'sessions')).find((row) => row.id === sessionId);

/** A dialog that is still coming in is smaller than it will be. */
async function comesToRest(of: Page): Promise<void> {
  await expect(of.locator('.ant-modal')).toBeVisible();
  await of.waitForFunction(() =>
    document.getAnimations().every((each) => {
      const isEndless = each.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      return isEndless || each.playState === 'finished';
    }),
  );
  await expect(of.locator('.ant-zoom-enter, .ant-zoom-appear')).toHaveCount(0);
}

/** Colour of a stored picture at a place given in shares of its size. */
async function colourAt(object: string, x: number, y: number): Promise<number[]> {
  return page.evaluate(
    async ([name, left, top]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open('zouyibian');
        asked.onsuccess = () => resolve(asked.result);
      });
      const row = await new Promise<{ data: Uint8Array<ArrayBuffer> }>((resolve) => {
        const asked = db.transaction('objects').objectStore('objects').get(String(name));
        asked.onsuccess = () => resolve(asked.result);
      });
      db.close();
      const picture = await createImageBitmap(new Blob([row.data]));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      const at = [
        Math.round(picture.width * Number(left)),
        Math.round(picture.height * Number(top)),
      ] as const;
      return [...(context?.getImageData(at[0], at[1], 1, 1).data.slice(0, 3) ?? [])];
    },
    [object, x, y] as const,
  );
}
const isGrey = (colour: number[]) => colour.every((part, at) => Math.abs(part - (grey[at] ?? 0)) < 8);

test('it shows what was masked by kind and by step', async () => {
  await openTab('已遮盖的内容');
  await expect(page.getByText(/按种类（共 [1-9]\d* 处）/)).toBeVisible();
  const rows = page.locator('.hand-in-masked tbody tr');
  await expect(rows).not.toHaveCount(0);
  const masked = (await session())?.masked as Record<string, number>;
  const total = Object.values(masked).reduce((sum, each) => sum + each, 0);
  const counts = await rows.locator('td:nth-child(2)').allTextContents();
  expect(counts.reduce((sum, each) => sum + Number(each), 0)).toBe(total);
});

test('an area dragged over a picture is painted into its pixels, and the picture before is gone', async () => {
  await openTab(/^图片/);
  const before = await shots();
  // The last one: what is cut out later is further up.
  await page.locator('.screenshot-tile').last().click();
  const canvas = page.locator('.paint-stage canvas');
  await page.locator('.paint-stage img').waitFor();
  await comesToRest(page);
  const box = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('dialog').getByText('已涂抹 1 处')).toBeVisible();
  const after = await shots();
  const shot = after.find((each) => each.painted === 1);
  const old = before.find((each) => each.id === shot?.id);
  expect(isGrey(await colourAt(shot?.object ?? '', 0.45, 0.4))).toBe(true);
  expect(shot?.object).not.toBe(old?.object);
  expect(await objects()).not.toContain(old?.object);
  expect(await objects()).toContain(shot?.object);
});

test('by keys alone a second area is painted, undone and done again', async () => {
  const canvas = page.locator('.paint-stage canvas');
  await canvas.focus();
  for (const key of [
    'ArrowUp',
    'ArrowUp',
    'ArrowUp',
    'Enter',
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'ArrowDown',
    'Enter',
  ])
    await canvas.press(key);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('已涂抹 2 处')).toBeVisible();
  const twice = (await shots()).find((each) => each.painted === 2);
  await dialog.getByRole('button', { name: /撤\s?销/ }).click();
  await expect(dialog.getByText('已涂抹 1 处')).toBeVisible();
  expect(await objects()).not.toContain(twice?.object);
  await dialog.getByRole('button', { name: /重\s?做/ }).click();
  await expect(dialog.getByText('已涂抹 2 处')).toBeVisible();
  expect((await shots()).find((each) => each.painted === 2)?.object).toBe(twice?.object);
  await dialog.getByRole('button', { name: /完\s?成/ }).click();
});

/** The frozen picture, or another file, as the session's row has it. */
async function frozen(path = pagePicture) {
  const { assets } = (await session()) as { assets: { url: string; object?: string; why: string }[] };
  return assets.find(({ url }) => url.endsWith(path));
}

test('a picture kept with the replay is shown, taken out, brought back and taken out again', async () => {
  await openTab('网页图片（1）');
  const object = (await frozen())?.object ?? '';
  const listed = page.locator('.hand-in-page-pictures li');
  await expect(listed.getByRole('img', { name: 'plain.png' })).toBeVisible();
  await page.getByRole('button', { name: '移去 plain.png' }).click();
  await expect(page.getByText('没有网页图片随回放离开这台电脑')).toBeVisible();
  expect(await frozen()).toMatchObject({ why: 'taken-out', bytes: 0 });
  expect(await objects()).not.toContain(object);
  await page.getByRole('button', { name: /撤\s?销/ }).click();
  await expect(listed).toHaveCount(1);
  expect((await frozen())?.object).toBe(object);
  expect(await objects()).toContain(object);
  await page.getByRole('button', { name: /重\s?做/ }).click();
  await expect(page.locator('.edits-made')).toContainText('从回放里移去 1 张网页图片');
  expect(await objects()).not.toContain(object);
});

test('a text is counted, then masked everywhere', async () => {
  expect((await frozen(pageFont))?.object).toBeTruthy();
  await openTab('遮盖文字');
  const field = page.getByLabel('要遮盖的文字');
  await field.fill(everywhere);
  await page.getByRole('button', { name: /查\s?找/ }).click();
  await expect(page.getByText(new RegExp(`“${everywhere}”共 \\d{2,} 处`))).toBeVisible();
  await expect(page.locator('.hand-in-found')).toContainText('回放');
  await page.getByRole('button', { name: /全部遮盖/ }).click();
  await expect(page.locator('.edits-made')).toContainText('遮盖了 1 段文字');
  await field.fill(everywhere);
  await page.getByRole('button', { name: /查\s?找/ }).click();
  await expect(page.getByText(`没有找到“${everywhere}”。`)).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a stretch is cut out, with its pain points warned of first', async () => {
  await openTab('剪去一段');
  const steps = (await readTable(page, 'steps')).filter((row) => row.sessionId === sessionId) as unknown as {
    from: number;
    to: number;
    name: string;
  }[];
  const guide = seen.get('guide') ?? 0;
  const step = steps.find((each) => each.from <= guide && guide < each.to);
  await page
    .locator('.cut-steps button')
    .nth(steps.sort((a, b) => a.from - b.from).indexOf(step ?? steps[0]!))
    .click();
  await expect(page.getByText(/将剪去/)).toBeVisible();
  await expect(page.getByText(/这一段里有 1 条痛点或亮点/)).toBeVisible();
  const to = page.getByLabel('到', { exact: true });
  await to.press('Shift+ArrowDown');
  await to.press('Shift+ArrowUp');
  await page.getByRole('button', { name: '剪去这一段' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '剪去这一段' }).click();
  await expect(page.locator('.edits-made')).toContainText('剪去');
  const gap = (await readTable(page, 'gaps')).find((row) => row.sessionId === sessionId && row.why === 'cut');
  cut = { from: Number(gap?.from), to: Number(gap?.to) };
  expect(cut.to - cut.from).toBeGreaterThan(0);
  for (const table of ['actions', 'requests', 'screenshots', 'incidents', 'fields', 'sightings'])
    for (const row of await readTable(page, table))
      expect(Number(row.at) >= cut.from && Number(row.at) < cut.to, table).toBe(false);
  // The sheet of a page that stays goes on naming its font.
  const font = (await frozen(pageFont))?.object;
  expect(font).toBeTruthy();
  expect(await objects()).toContain(font);
});

let saved: HandOverContent;

test('the file that is saved holds the text in none of its bytes, unpacked, and verifies', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), goOnFromLastLook(page, '存为文件')]);
  const bytes = Uint8Array.from(await readFile(await download.path()));
  saved = await readHandOverFile(bytes);
  const texts = [...saved.objects.values()].map(({ type, bytes: data }) =>
    Buffer.from(type === 'application/gzip' ? gunzipSync(data) : data).toString('utf8'),
  );
  for (const { object, codec } of saved.report.chunks) {
    const text = gunzipSync(saved.objects.get(object)?.bytes ?? new Uint8Array()).toString('utf8');
    texts.push(codec === 'json' ? text : JSON.stringify(decodeEvents(text)));
  }
  const spelled = [everywhere, encodeURIComponent(everywhere), JSON.stringify(everywhere).slice(1, -1)];
  for (const text of [saved.reportJson, Buffer.from(bytes).toString('utf8'), ...texts])
    for (const each of spelled) expect(text.includes(each)).toBe(false);
  expect(texts.some((text) => text.includes('〔已遮盖〕'))).toBe(true);
  expect(texts.some((text) => /content:\s*"〔已遮盖〕"/.test(text))).toBe(true);
  expect(saved.report.edits?.masked).toHaveLength(1);
  expect(saved.report.edits?.cuts).toMatchObject([cut]);
  expect(saved.report.edits?.pictures).toHaveLength(1);
  expect([...saved.objects.values()].map(({ type }) => type)).not.toContain('image/png');
});

test('the collector takes it, and both say what the walker changed', async () => {
  await goOnFromLastLook(page, '上交');
  await expect(page.locator('.delivery-tag').filter({ hasText: '已上交' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: '缺口与覆盖' }).click();
  await expect(page.locator('.edits-made')).toContainText('涂抹');
  await expect(page.getByText('走流程人员在上交前剪去了这一段').first()).toBeVisible();
});

test('the replay shows the gap where it was cut, and the pages before and after it', async () => {
  const middle = await lookAtReplay(browser, page, sessionId, (cut.from + cut.to) / 2);
  expect(middle.status).toBe('gap');
  await expect(page.locator('.replay-gap')).toContainText('走流程人员在上交前剪去了这一段');
  const before = await lookAtReplay(browser, page, sessionId, seen.get('search') ?? 0);
  expect(before.status).toBe('ready');
  await expect(before.frame.locator('body')).toContainText('〔已遮盖〕');
  // A page is there some ten milliseconds before its first snapshot; what stood there before is cut.
  const after = await lookAtReplay(browser, page, sessionId, (seen.get('form') ?? 0) + 300);
  expect(after.status).toBe('ready');
  await expect(after.frame.locator('body')).toContainText('常去的图书馆');
});

test('where a picture was taken out, the replay shows a grey box, and the coverage says why', async () => {
  const { frame } = await lookAtReplay(browser, page, sessionId, shownAt + 200);
  await expect(frame.locator('img.planted')).toHaveAttribute('src', /^data:image\/svg\+xml/);
  await page.getByRole('tab', { name: '缺口与覆盖' }).click();
  await expect(page.locator('.asset-list')).toContainText('走流程人员在上交前移去');
});

/** Changes the walk's pain point behind the screens' back, as a rule that missed something would have left it. */
async function plant(change: Record<string, string>): Promise<void> {
  await page.evaluate(
    async ([id, more]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open('zouyibian');
        asked.onsuccess = () => resolve(asked.result);
      });
      const store = db.transaction('painPoints', 'readwrite').objectStore('painPoints');
      const rows = await new Promise<{ sessionId: string }[]>((resolve) => {
        const asked = store.getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
      for (const row of rows.filter((each) => each.sessionId === id))
        store.put({ ...row, ...(more as object) });
      await new Promise((done) => (store.transaction.oncomplete = done));
      db.close();
    },
    [sessionId, change] as const,
  );
}

test('what still looks personal is refused with place and kind, also as an export, and masked in two clicks', async () => {
  await plant({ title: `联系 ${phone}` });
  await page.goto('about:blank');
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await page.getByRole('button', { name: /^导\s?出$/ }).click();
  await page.getByRole('menuitem', { name: '网络记录' }).click();
  await expect(page.locator('.ant-message-notice')).toContainText('痛点和亮点里仍有疑似个人信息（手机号');
  await expect(page.getByText('发现 1 项疑似个人信息')).toBeVisible();
  for (const name of ['存为文件', '再次上交'])
    await expect(page.getByRole('button', { name, exact: true })).toBeDisabled();
  await page.getByRole('button', { name: '整场遮盖' }).click();
  await page.getByRole('button', { name: /查\s?找/ }).click();
  await page.getByRole('button', { name: /全部遮盖/ }).click();
  await expect(page.getByText('没有发现残留的个人信息')).toBeVisible();
  await expect(page.getByRole('button', { name: '存为文件', exact: true })).toBeEnabled();
});

test('the walker’s own words are kept only when they say so, and the report tells it', async () => {
  await plant({ note: `请回电 ${phone}` });
  await page.goto('about:blank');
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}/hand-in`));
  await expect(page.getByText('您自己写的内容里有 1 项疑似个人信息')).toBeVisible();
  await expect(page.getByRole('button', { name: '存为文件', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: '我确认保留' }).click();
  await expect(page.getByText('没有发现残留的个人信息')).toBeVisible();
  await goOnFromLastLook(page, '再次上交');
  await expect(page.locator('.delivery-tag').filter({ hasText: '已上交' })).toBeVisible({ timeout: 30_000 });
  const edits = (await session())?.edits as { kept: { field: string; kind: string }[] };
  expect(edits.kept).toMatchObject([
    { kind: 'mobile', field: expect.stringMatching(/^painPoints\..*\.note$/) },
  ]);
});
