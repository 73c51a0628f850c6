import { expect, type Locator, type Page, test } from '@playwright/test';
import { readClickPath } from '../../lib/assess/click-path/read-click-path.ts';
import type { ClickPath } from '../../lib/model/click-path.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { enrolHere } from '../../scripts/enrol-here.ts';
import { handInHere } from '../../scripts/hand-in-here.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { makeScriptedWalk, readTable } from '../support/scripted-walk.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** The click path of the scripted walk, with a look at the help page and back on the way. */
let stack: Stack;
let browser: ExtensionBrowser;
let page: Page;
let sessionId: string;
let path: ClickPath;
let since: number;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  stack = await startStack();
  browser = await launchBrowser({ extension: builtExtension });
  await enrolHere(browser, stack.collector);
  let helped = false;
  const walk = await makeScriptedWalk(browser, stack.portal, {
    async at(place, where) {
      if (place !== 'guide' || helped) return;
      helped = true;
      await where.getByRole('link', { name: '我要咨询' }).first().click();
      await where.waitForURL('**/page/help');
      await where.goBack();
      await where.waitForURL('**/guide/*');
    },
  });
  sessionId = walk.sessionId;
  path = readClickPath(await storedReport(walk.panel));
  page = await browser.context.newPage();
  // The commonest office screen at 125 % zoom.
  await page.setViewportSize({ width: 1093, height: 614 });
  await page.goto(browser.extensionUrl(`review.html#/${sessionId}`));
  await page.getByRole('tab', { name: '点击路径' }).click();
});

test.afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** What the click path is read from, as the store holds it. */
async function storedReport(panel: Page): Promise<SessionReport> {
  const rows = async (table: string) =>
    (await readTable(panel, table))
      .filter((row) => row.sessionId === sessionId)
      .sort((a, b) => Number(a.at ?? a.from ?? 0) - Number(b.at ?? b.from ?? 0));
  const session = (await readTable(panel, 'sessions')).find((row) => row.id === sessionId);
  since = Number(session?.startedAt);
  const lists = [
    'visits',
    'actions',
    'requests',
    'incidents',
    'painPoints',
    'steps',
    'streams',
    'screenshots',
    'gaps',
  ];
  const filled = await Promise.all(lists.map(async (list) => [list, await rows(list)] as const));
  return { session, createdAt: session?.endedAt, ...Object.fromEntries(filled) } as never;
}

const rows = () => page.locator('.path-list [data-path-row]');
const look = (view: string) => page.locator('.path-views').getByText(view, { exact: true }).click();
const entries = () => path.groups.flatMap((group) => group.entries);

/** The replay stands at this moment, to the second its clock shows. */
async function expectReplayAt(at: number): Promise<void> {
  const slider = page.getByRole('slider', { name: '回放位置' });
  await expect
    .poll(async () => Math.abs(Number(await slider.getAttribute('aria-valuenow')) - (at - since) / 1000))
    .toBeLessThanOrEqual(1);
}

test('the list says in sentences what was done, in order, with numbers that go through', async () => {
  await expect(rows()).toHaveCount(entries().length);
  const said = (await rows().allTextContents()).map((each) => each.replace(/\s+/g, ' '));
  for (const sentence of [
    /点击“下一步”/,
    /在“联系手机”中输入（11 字）/,
    /勾选“基本满意”/,
    /返回上一页“/,
    /切换到另一标签页“/,
    /连续点击“智能导办.*” 2 次/,
    /点击“提交评价”，提交表单/,
    /上传文件（pdf，/,
    /痛点/,
    /请求失败/,
  ]) {
    expect(
      said.some((each) => sentence.test(each)),
      `${sentence} in\n${said.join('\n')}`,
    ).toBe(true);
  }
  const numbers = entries().flatMap((entry) => (entry.what === 'action' ? [entry.n] : []));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('a click on an entry goes to its moment, and the list says where the replay is', async () => {
  const all = entries();
  const index = all.findIndex((entry) => entry.what === 'action' && entry.run[0]?.label === '去评价');
  await rows().nth(index).click();
  await expectReplayAt(all[index]?.seekTo ?? 0);
  await expect(rows().nth(index)).toHaveAttribute('aria-current', 'true');
});

test('arrow keys go through the list, and the filter leaves what hurt', async () => {
  await rows().nth(3).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows().nth(4)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows().nth(3)).toBeFocused();
  await page.getByRole('button', { name: /只看问题/ }).click();
  const problems = entries().filter((entry) => entry.problem).length;
  expect(problems).toBeGreaterThan(5);
  await expect(rows()).toHaveCount(problems);
  await page.getByRole('button', { name: /^全部/ }).click();
  await expect(rows()).toHaveCount(entries().length);
});

const boxesOf = (all: Locator) =>
  all.evaluateAll((elements) =>
    elements.map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    }),
  );

test('the flow has a box for every place, none over another, with the way off and the closed host told apart', async () => {
  await look('流程图');
  const nodes = page.locator('.flow-node');
  await expect(nodes).toHaveCount(path.flow.nodes.length);
  expect(path.flow.nodes.length).toBeGreaterThan(15);
  const detours = path.flow.nodes.filter((node) => node.detour);
  expect(detours.map((node) => node.address)).toEqual(
    expect.arrayContaining([expect.stringContaining('/page/help')]),
  );
  await expect(page.locator('.flow-node[data-detour]')).toHaveCount(detours.length);
  await expect(page.locator('.flow-node[data-identity]')).toHaveCount(1);
  await expect(page.locator('.flow-lines [data-kind=return] .flow-way')).toHaveCount(
    path.flow.edges.filter((edge) => edge.kind === 'return').length,
  );
  const boxes = await boxesOf(page.locator('.flow-node, .flow-line rect'));
  const covered = boxes.filter((a, n) =>
    boxes
      .slice(n + 1)
      .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  expect(covered).toEqual([]);
});

test('a click on a box goes to the first time it was seen', async () => {
  const node = path.flow.nodes.find((each) => each.wizardStep === '材料上传');
  await page.locator('.flow-node', { hasText: '材料上传' }).click();
  await expectReplayAt(node?.firstAt ?? 0);
  await expect(page.locator('.flow-node[aria-current=true]')).toContainText('材料上传');
});

test('the table holds the same ways, and the large picture the same boxes', async () => {
  await page.locator('.flow-bar').getByText('表格', { exact: true }).click();
  await expect(page.locator('.flow-table tbody tr')).toHaveCount(path.flow.edges.length);
  await page.locator('.flow-bar').getByText('图', { exact: true }).click();
  await page.getByRole('button', { name: '放大查看' }).click();
  const dialog = page.getByRole('dialog', { name: '流程图' });
  await expect(dialog.locator('.flow-node')).toHaveCount(path.flow.nodes.length);
  await expect(dialog.locator('.flow-lane')).toHaveCount(path.flow.lanes.length);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('on the screenshots stand the clicks made there, those in frames of other sites too', async () => {
  await look('截图点位');
  const shown = path.shots.filter(({ rings, unplaced }) => rings.length + unplaced.length > 0);
  const previous = page.getByRole('button', { name: '上一张' });
  while (await previous.isEnabled()) await previous.click();
  const drawn: number[] = [];
  for (let n = 0; n < shown.length; n += 1) {
    if (n > 0) await page.getByRole('button', { name: '下一张' }).click();
    await expect(page.locator('.shots-bar')).toContainText(`${n + 1} / ${shown.length}`);
    const counts = await page
      .locator('.shot-ring')
      .evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-rings'))));
    drawn.push(counts.reduce((sum, count) => sum + count, 0));
  }
  expect(drawn).toEqual(shown.map(({ rings }) => rings.length));
  const inFrames = shown.flatMap(({ rings }) => rings).filter(({ action }) => action.frame !== 0);
  expect(inFrames.length).toBeGreaterThan(10);
  expect(inFrames.every(({ assumed }) => !assumed)).toBe(true);
});

test('a click on a ring goes to its moment', async () => {
  const shown = path.shots.filter(({ rings, unplaced }) => rings.length + unplaced.length > 0);
  const index = shown.findLastIndex(({ rings }) => rings.length > 0);
  for (let n = shown.length - 1; n > index; n -= 1)
    await page.getByRole('button', { name: '上一张' }).click();
  await expect(page.locator('.shot-rings img')).toBeVisible();
  await page.locator('.shot-ring').first().click();
  await expectReplayAt(shown[index]?.rings[0]?.action.at ?? 0);
});

test('the review desk shows the same list', async () => {
  expect(await handInHere(browser, sessionId)).toBe(true);
  const desk = await browser.context.newPage();
  await desk.goto(await stack.collector.createSignInLink());
  await desk.goto(`${stack.collector.url}/#/reports/${sessionId}`);
  await desk.getByRole('tab', { name: '点击路径' }).click();
  await expect(desk.locator('.path-list [data-path-row]')).toHaveCount(entries().length);
});
