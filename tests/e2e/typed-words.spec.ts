import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { openExtensionFiles } from '../support/extension-files.ts';
import { createValueFinder } from '../support/find-values.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type Opened, openBytes } from '../support/opened-bytes.ts';
import { readExports } from '../support/read-report.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import {
  foundInList,
  foundService,
  saidByThePage,
  serveTypedWords,
  typedWords,
} from '../support/typed-words-site.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/**
 * What somebody types is never kept, also where the page shows it again: in words for a list, previews, titles, addresses,
 * messages, on the next page. The bytes of all that was written to a disk are searched for it.
 */
const planted = Object.entries(typedWords).map(([surface, value]) => ({ surface, rule: 'typed', value }));
let files: Opened[] = [];
let exports: Opened[] = [];
let rows: Record<'actions' | 'visits' | 'incidents' | 'requests', Record<string, unknown>[]>;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'zyb-typed-'));
  const site = await serveTypedWords();
  const browser = await launchBrowser({ extension: builtExtension, profile: join(folder, 'profile') });
  try {
    browser.context.setDefaultTimeout(20_000);
    const { page, panel } = await openPageAndPanel(browser, `${site.origin}/start`);
    await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' });
    await page.goto(`${site.origin}/form`);
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    await typeAll(page);
    await finishWalk(panel, '提交前止步');
    const id = await newestSession(panel);
    exports = (await readExports(browser, id)).flatMap(({ name, text }) =>
      openBytes(name, Buffer.from(text)),
    );
    const read = async (table: string) =>
      (await readTable(panel, table)).filter((row) => row.sessionId === id);
    rows = {
      actions: await read('actions'),
      visits: await read('visits'),
      incidents: await read('incidents'),
      requests: await read('requests'),
    };
    await browser.close();
    files = await openExtensionFiles(join(folder, 'profile'));
  } finally {
    await browser.close().catch(() => undefined);
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function typeAll(page: Page): Promise<void> {
  const w = typedWords;
  const type = async (field: string, words: string, delay = 10) => {
    await page.locator(field).click();
    await page.keyboard.type(words, { delay });
  };
  const press = (place: string) => page.locator(place).click();
  // Until the part that is made an editor later is one.
  await page.waitForTimeout(1000);
  await type('#chip', w['word of a list']);
  await page.keyboard.press('Enter');
  await page.keyboard.type(w['second word of a list']);
  await page.keyboard.press('Enter');
  await press('.close >> nth=0');
  await press('.el-tag span >> nth=1');
  await type('#path', w['searched in a path']);
  await page.keyboard.press('Enter');
  await type('#fragment', w['searched in a fragment']);
  await page.keyboard.press('Enter');
  await type('#editor', w['article with a preview']);
  await press('#preview');
  await page.frameLocator('#whole').locator('body').click();
  await page.keyboard.type(w['document that is an editor']);
  // As a paste does: of several paragraphs the caret ends in the last.
  const put = (into: Locator, ...paragraphs: string[]) =>
    into.evaluate(
      (element, html) => element.ownerDocument.execCommand('insertHTML', false, html),
      paragraphs.map((words) => `<p>${words}</p>`).join(''),
    );
  await put(
    page.frameLocator('#whole').locator('body'),
    w['first paragraph put into a document that is an editor'],
    w['second paragraph put into a document that is an editor'],
  );
  await type('#late p', w['part made an editor later']);
  await put(
    page.locator('#late'),
    w['first paragraph put into a part made an editor later'],
    w['second paragraph put into a part made an editor later'],
  );
  await page.locator('#cell').dblclick();
  await page.keyboard.press('End');
  await page.keyboard.type(w['cell of a table']);
  await type('#inside', w['editor in a shadow root']);
  const inner = page.frameLocator('#inner');
  await inner.locator('#own').click();
  await page.keyboard.type(w['field in a frame'], { delay: 10 });
  await inner.locator('#out').click();
  await press('#outs');
  await press('#open');
  await type('#asked', w['field in a dialog']);
  await press('#done');
  await press('#added');
  // Slowly: each state is told by itself.
  await type('#live', w['field echoed in a sentence'], 250);
  await press('#told');
  await press('#ime');
  const devtools = await page.context().newCDPSession(page);
  const composed = w['composed by an input method'];
  for (const text of ['shu', 'shuru', composed])
    await devtools.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
  await devtools.send('Input.insertText', { text: composed });
  await press('#composed');
  await type('#secret', w['shown password']);
  await press('#eye');
  await press('#strength');
  await type('.box >> nth=0', w['code in six boxes'], 30);
  await press('#code');
  await type('#cause', w['quoted by an error']);
  await press('#fail');
  await type('#notice', w['quoted by a message']);
  await press('#say');
  await type('#note', w['shown in a window']);
  const [popup] = await Promise.all([page.waitForEvent('popup'), press('#pop')]);
  await popup.waitForTimeout(1000);
  await popup.locator('p').click();
  await popup.close();
  await type('#again', saidByThePage);
  await press('#echo');
  await type('#account', w['account that names elements']);
  await press('#enter');
  await press('#members p >> nth=1');
  await press('#members a');
  await type('#service', foundService);
  await press('#find');
  await press('#services li >> nth=0');
  await type('#suggested', w['suggested by a kit']);
  await press('#employer');
  await type('#words', w['word of a kit for a list']);
  await page.keyboard.press('Enter');
  await press('#skills span >> nth=1');
  await type('#bar', foundInList);
  await press('#hits');
  await type('#reason', w['reason on the next page']);
  await type('#odd', w['name of no listed family']);
  await type('#listed', w['listed name']);
  await type('#address', w['short address']);
  await press('#next');
  await page.waitForURL(/confirm/);
  await page.waitForTimeout(800);
  for (const place of ['#c-sqly', '#c-xm', '#c-po', '#c-dz', '#greeting', '#ok']) await press(place);
  await page.waitForTimeout(500);
}

const surfacesIn = (opened: Opened[]) => {
  const findIn = createValueFinder(planted);
  const hits = opened.flatMap(({ what, bytes }) => findIn(what, bytes));
  return [...new Set(hits.map(({ surface, around }) => `${surface}: ${around}`))];
};

test('nothing that was typed is in the files on disk', () => {
  expect(surfacesIn(files)).toEqual([]);
});

test('nothing that was typed is in the exports', () => {
  expect(exports.length).toBeGreaterThanOrEqual(3);
  expect(surfacesIn(exports)).toEqual([]);
});

test('what was shown of it can be told apart, and what the page says stays readable', () => {
  const labels = rows.actions.map(({ label }) => String(label));
  expect(labels).toContainEqual(expect.stringMatching(/^移除 〔已遮盖·[A-Z]{3}〕$/));
  expect(labels).toContainEqual(expect.stringMatching(/^您填写的是〔已遮盖·[A-Z]{3}〕，请核对$/));
  expect(labels).toContainEqual(expect.stringMatching(/^由〔姓名·[A-Z]{3}〕提交$/));
  expect(labels).toContain(saidByThePage);
  expect(labels).toContain(foundService);
  const said = rows.incidents.map(({ message }) => String(message));
  expect(said).toContainEqual(expect.stringMatching(/不能读取 〔已遮盖·[A-Z]{3}〕 的属性/));
  expect(said).toContainEqual(expect.stringMatching(/^“〔已遮盖·[A-Z]{3}〕”重复提交$/));
  expect(rows.visits.map(({ url }) => String(url))).toContainEqual(
    expect.stringMatching(/\/form\/search\/_[A-Z]{3}$/),
  );
  expect(rows.requests.map(({ url }) => String(url))).toContainEqual(
    expect.stringMatching(/\/api\/search\/_[A-Z]{3}$/),
  );
  const events = files.filter(({ what }) => what.endsWith('» events'));
  for (const words of [
    '共2条：办事指南、常见问题',
    '强度高',
    '请核对',
    saidByThePage,
    `${foundService}（企业）`,
    `${foundInList}（个人）`,
  ])
    expect(events.some(({ bytes }) => bytes.includes(words))).toBe(true);
});
