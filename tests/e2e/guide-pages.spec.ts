import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { rolldown } from 'rolldown';
import { findGuideFindings } from '../../lib/assess/guide/find-guide-findings.ts';
import type { ReadGuide } from '../../lib/capture/guide/read-guide.ts';
import { GuidePage } from '../../lib/model/guide-page.ts';
import { fakeReport } from '../support/fake-report.ts';

/** Guide pages of several families of portals, rebuilt from their described shapes and read as the recorder reads them. */
const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'tests', 'support', 'guide-pages');
let browser: Browser;
let script: string;

test.beforeAll(async () => {
  const built = await rolldown({ input: join(root, 'lib/capture/guide/read-guide.ts') });
  const { output } = await built.generate({ format: 'iife', name: 'guide' });
  script = output[0].code;
  browser = await chromium.launch({
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
test.afterAll(() => browser?.close());

async function open(name: string): Promise<Page> {
  const page = await browser.newPage();
  const html = await readFile(join(folder, name), 'utf8');
  await page.route('http://zwfw.example/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.goto('http://zwfw.example/guide');
  await page.addScriptTag({ content: script });
  return page;
}

const read = (page: Page) =>
  page.evaluate(
    () =>
      (globalThis as unknown as { guide: { readGuide(root: Node): ReadGuide | undefined } }).guide.readGuide(
        document.body,
      ) ?? null,
  );

const valuesOf = (guide: ReadGuide | null) =>
  Object.fromEntries((guide?.fields ?? []).map(({ key, value }) => [key, value]));

/** The rules that a guide breaks by itself. */
function rulesBrokenBy(guide: ReadGuide | null): string[] {
  const page = GuidePage.parse({
    id: 'g1',
    at: 1,
    tab: 1,
    frame: 0,
    url: 'http://zwfw.example/guide',
    ...guide,
  });
  return findGuideFindings(fakeReport({ guidePages: [page] }))
    .filter(({ sure }) => sure)
    .map(({ rule, label }) => `${rule} ${label}`);
}

test('a table rendered by the server: th and td, materials headed by cells, a flow of arrows', async () => {
  const guide = await read(await open('server-table.html'));
  expect(valuesOf(guide)).toMatchObject({
    'item-name': '老年人优待证办理',
    'promised-limit': '15个工作日',
    'legal-limit': '10个工作日',
    visits: '1次',
    'visit-reason': '',
    contact: '',
    conditions: '年满六十周岁的本市户籍居民。',
  });
  expect(guide?.materials).toEqual([
    { name: '居民身份证', required: true, shared: true, form: '电子' },
    { name: '近期免冠照片', required: true, shared: false, form: '纸质' },
    { name: '委托书', required: false, shared: false, form: '纸质' },
  ]);
  expect(guide?.flow).toEqual(['申请', '受理', '审核', '发证']);
  expect(rulesBrokenBy(guide).sort()).toEqual([
    'blank-field 咨询方式',
    'fully-online-zero-visits 网上办理深度',
    'promise-beyond-legal 承诺办结时限',
    'visits-need-reason 到办事现场次数',
  ]);
});

test('a page fed by JSON: nothing at first, then labels in wrappers and a table drawn as two', async () => {
  const page = await open('json-fed.html');
  await page.locator('body[data-ready]').waitFor();
  const guide = await read(page);
  expect(valuesOf(guide)).toMatchObject({
    'item-name': '个体工商户设立登记',
    'promised-limit': '1个工作日',
    visits: '0次',
    ways: '窗口办理',
    'single-sign-on': '是',
    online: '否',
    hours: '',
  });
  expect(guide?.materials.map(({ name, required, shared }) => [name, required, shared])).toEqual([
    ['设立登记申请书', true, false],
    ['经营者身份证明', false, true],
  ]);
  expect(rulesBrokenBy(guide).sort()).toEqual(['blank-field 办理时间', 'no-visit-needs-mail 到现场次数']);
});

test('a single page with routes in its hash: no guide on the home route, one after the route changes', async () => {
  const page = await open('hash-routed.html');
  expect(await read(page)).toBeNull();
  await page.evaluate(() => {
    location.hash = '#/workguide?localInnerCode=7';
  });
  await page.locator('body[data-ready^="#/workguide"]').waitFor();
  const guide = await read(page);
  expect(valuesOf(guide)).toMatchObject({
    agency: '青溪市自然资源局',
    'promised-limit': '当场办结',
    fee: '是',
  });
  expect(guide?.flow).toEqual(['登报声明', '申请', '受理', '发证']);
  expect(guide?.materials.map(({ name, required, shared }) => [name, required, shared])).toEqual([
    ['不动产登记申请书', true, false],
    ['居民身份证', false, true],
  ]);
  expect(rulesBrokenBy(guide).sort()).toEqual([
    'booking-without-address 是否支持预约办理',
    'fee-without-standard 是否收费',
  ]);
});

test('a page with nothing to recognise: words in menus, lists and fields to be filled in declare nothing', async () => {
  expect(await read(await open('nothing.html'))).toBeNull();
});

test('a page of 20,000 texts without a label is left after the first of them', async () => {
  const page = await open('nothing.html');
  const visited = await page.evaluate(() => {
    document.body.innerHTML = '<p>一段与办事无关的文字</p>'.repeat(20_000);
    let steps = 0;
    const create = document.createTreeWalker.bind(document);
    document.createTreeWalker = (...args) => {
      const walker = create(...args);
      const next = walker.nextNode.bind(walker);
      walker.nextNode = () => {
        steps += 1;
        return next();
      };
      return walker;
    };
    (globalThis as unknown as { guide: { readGuide(root: Node): unknown } }).guide.readGuide(document.body);
    return steps;
  });
  expect(visited).toBeGreaterThan(100);
  expect(visited).toBeLessThan(1000);
});
