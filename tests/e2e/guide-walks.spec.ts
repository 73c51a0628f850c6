import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { GuidePage } from '../../lib/model/guide-page.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { rowsOf } from '../support/kept-evidence.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { newestSession, openPageAndPanel } from '../support/scripted-walk.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';
import { openSession } from '../support/use-review.ts';

/** Guide pages that come late (fed by JSON) or without a navigation (routed by the hash), as a whole walk keeps them. */
const folder = join(import.meta.dirname, '..', 'support', 'guide-pages');
let server: Server;
let origin = '';
let browser: ExtensionBrowser;

test.beforeAll(async () => {
  server = createServer((request, answer) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
    if (!/^(hash-routed|json-fed)\.html$/.test(name)) return answer.writeHead(404).end();
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return void readFile(join(folder, name)).then((html) => answer.end(html));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser({ extension: builtExtension });
});
test.afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const guidesOf = async (panel: Page, id: string) =>
  (await rowsOf(panel, 'guidePages', id)).map((row) => GuidePage.parse(row)).sort((a, b) => a.at - b.at);
const valuesOf = (guide: GuidePage | undefined) =>
  Object.fromEntries((guide?.fields ?? []).map(({ key, value }) => [key, value]));

test('a walk keeps what a guide behind a route and one fed by JSON declare, each with the address where it stood', async () => {
  const { page, panel } = await openPageAndPanel(browser, `${origin}/hash-routed.html#/home`);
  await startWalk(panel, { programme: '威海走流程试点（2023）', item: '不动产权证书遗失补发' });
  await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
  const id = await newestSession(panel);
  await page.getByRole('link', { name: '办事指南' }).click();
  await expect.poll(async () => (await guidesOf(panel, id)).length, { timeout: 15_000 }).toBe(1);
  await page.goto(`${origin}/json-fed.html`);
  await expect.poll(async () => (await guidesOf(panel, id)).length, { timeout: 15_000 }).toBe(2);
  await finishWalk(panel, '提交前止步');

  const [routed, fed, ...more] = await guidesOf(panel, id);
  expect(more).toEqual([]);
  expect(routed?.url).toBe(`${origin}/hash-routed.html#/workguide?localInnerCode=_`);
  expect(valuesOf(routed)).toMatchObject({
    agency: '青溪市自然资源局',
    'promised-limit': '当场办结',
    'legal-limit': '30个工作日',
    'visit-reason': '须核验本人',
    fee: '是',
    'fee-standard': '',
  });
  expect(routed?.flow).toEqual(['登报声明', '申请', '受理', '发证']);
  expect(routed?.materials.map(({ name, shared }) => [name, shared])).toEqual([
    ['不动产登记申请书', false],
    ['居民身份证', true],
  ]);
  expect(fed?.url).toBe(`${origin}/json-fed.html`);
  expect(valuesOf(fed)).toMatchObject({
    'item-name': '个体工商户设立登记',
    'promised-limit': '1个工作日',
    'legal-limit': '15个工作日',
    visits: '0次',
    online: '否',
  });
  expect(fed?.materials.map(({ name }) => name)).toEqual(['设立登记申请书', '经营者身份证明']);

  const review = await openSession(browser, id);
  await review.getByRole('tab', { name: '指南' }).click();
  await expect(review.getByText('青溪市自然资源局')).toBeVisible();
  await expect(review.getByText('写明收费，却没有收费标准')).toBeVisible();
  await panel.close();
});
