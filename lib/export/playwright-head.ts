/** What stands at the top and bottom of every exported Playwright test. Plain text: nothing of a walk is put into it. */

const library = '@playwright/test';

export const playwrightImports = `import { expect, type Locator, type Page, type TestInfo, test } from ${JSON.stringify(library)};
`;

export const playwrightValues = `/**
 * 虚构占位值，按栏目名：真实填写内容从未记录。请改成测试环境的数据，
 * 或用环境变量 ZYB_VALUES 给出同样结构的 JSON 覆盖。
 */`;

export const playwrightHelpers = `Object.assign(values, JSON.parse(process.env.ZYB_VALUES ?? '{}'));

/** The first of several ways to an element that finds exactly one on the screen; in the end, one that finds any. */
async function find(...ways: Locator[]): Promise<Locator> {
  const began = Date.now();
  while (Date.now() < began + 30_000) {
    for (const way of ways) {
      const seen = way.filter({ visible: true });
      const count = await seen.count().catch(() => 0);
      if (count === 1 || (count > 1 && Date.now() > began + 5_000)) return seen.first();
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return ways[0]!.first();
}

/** Counts what the page has asked for and not yet got; a person waits for it before going on. */
function watchAnswers(page: Page): void {
  const asked = new Set<unknown>();
  waiting.set(page, asked);
  page.on('request', (request) => {
    if (/^(xhr|fetch)$/.test(request.resourceType())) asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) asked.clear();
  });
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
}
const waiting = new Map<Page, Set<unknown>>();

async function answered(page: Page): Promise<void> {
  const end = Date.now() + 15_000;
  while ((waiting.get(page)?.size ?? 0) > 0 && Date.now() < end) await page.waitForTimeout(50);
}

/** Pulls as a hand does, in small steps: onto another element, or as far as it was pulled. */
async function drag(page: Page, from: Locator, grip: Point, by: Point, onto?: Locator, inside?: Point): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const box = await from.boundingBox();
  const start = { x: (box?.x ?? 0) + grip.x, y: (box?.y ?? 0) + grip.y };
  const taker = await onto?.boundingBox();
  const end = taker && inside ? { x: taker.x + inside.x, y: taker.y + inside.y } : { x: start.x + by.x, y: start.y + by.y };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 12 });
  await page.mouse.up();
}
type Point = { x: number; y: number };

/**
 * What the field's type takes: the value itself where it does, else the first that lies within the field's limits. Then the
 * field is left, as it was in the walk: what its page says of it then must not move what is pressed next.
 */
async function fillIn(field: Locator, value: string, leaves = true): Promise<void> {
  await field.waitFor();
  const taken = await field.evaluate((element, wanted) => {
    const { type, min, max, step } = element as HTMLInputElement;
    const plain: Record<string, string> = {
      number: '1', range: '1', date: '2000-01-01', month: '2000-01', week: '2000-W01',
      time: '09:00', 'datetime-local': '2000-01-01T09:00', color: '#808080',
    };
    const standard = element instanceof HTMLInputElement ? plain[type] : undefined;
    if (standard === undefined) return wanted;
    const probe = Object.assign(document.createElement('input'), { type, min, max, step });
    probe.value = wanted;
    const isTaken = type === 'color' ? /^#[0-9a-f]{6}$/i.test(wanted) : wanted.trim() !== '' && (type === 'range' ? Number.isFinite(Number(wanted)) : probe.value !== '');
    if (!isTaken) probe.value = standard;
    if (probe.validity.rangeUnderflow) probe.value = min;
    if (probe.validity.rangeOverflow) probe.value = max;
    if (probe.validity.stepMismatch) probe.stepUp();
    return probe.value;
  }, value);
  await field.fill(taken);
  if (leaves) await field.blur({ timeout: 2_000 }).catch(() => {});
}

/**
 * What was typed to search a list narrows it to nothing where a placeholder stands for it: if what was chosen next does
 * not show, its own words are typed instead.
 */
async function search(field: Locator, value: string, words: string, ...chosen: Locator[]): Promise<void> {
  await fillIn(field, value, false);
  const began = Date.now();
  while (Date.now() < began + 3_000) {
    await new Promise((wake) => setTimeout(wake, Date.now() < began + 700 ? 700 : 100));
    for (const way of chosen) if ((await way.filter({ visible: true }).count().catch(() => 0)) > 0) return;
  }
  await fillIn(field, words, false);
}

/** Which option was chosen is not recorded: the first usable one. */
async function chooseFirst(field: Locator): Promise<void> {
  const options = await field.locator('option:not([disabled])').evaluateAll((all) =>
    (all as HTMLOptionElement[]).map(({ value, text }) => ({ value, text })),
  );
  const usable = options.find(({ value, text }) => value !== '' && !/请选择|^[-—\\s]*$/.test(text));
  if (usable) await field.selectOption(usable.value);
}

/** Nothing of a sign-in is recorded: ZYB_SIGN_IN names a module that does it, or a person does. */
async function signIn(page: Page, origin: string): Promise<void> {
  const path = process.env.ZYB_SIGN_IN;
  if (path) await (await import(path)).default(page);
  await page.waitForURL((url) => url.origin !== origin, { timeout: 120_000 });
}

async function atWizardStep(marks: Locator, title: string): Promise<void> {
  if ((await marks.count()) > 0) await marks.filter({ hasText: title }).first().waitFor({ timeout: 15_000 }).catch(() => {});
}

/** A file of this kind and size without anything in it. */
function madeFile(extension: string, bytes: number) {
  const heads: Record<string, string> = { pdf: '%PDF-1.4\\n', png: '\\x89PNG\\r\\n\\x1a\\n', jpg: '\\xff\\xd8\\xff' };
  const buffer = Buffer.alloc(Math.max(bytes, 16), ' ');
  buffer.write(heads[extension] ?? '', 'latin1');
  return { name: \`测试文件.\${extension || 'bin'}\`, mimeType: 'application/octet-stream', buffer };
}

function note(info: TestInfo, type: string, description: string): void {
  info.annotations.push({ type, description });
}
`;
