import { expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { differingShare } from '../support/compare-pictures.ts';
import { rowsOf } from '../support/kept-evidence.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { lookAtReplay } from '../support/look-at-replay.ts';
import { newestSession, openPageAndPanel } from '../support/scripted-walk.ts';
import { type RunningPrototype, startPrototype } from '../support/start-prototype.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/**
 * The share of cells of a grid whose mean colour differs. Up to nine of a hundred are told by the kit's own font, with another
 * the lines break elsewhere, and by the recorder's bar; a page moved down by the bar's 40 pixels has 18 % and more.
 */
const toleratedShare = 0.1;

type Seen = { name: string; at: number; picture: Buffer; words: string[] };
let prototype: RunningPrototype;
let browser: ExtensionBrowser;
let reader: Page;
let sessionId = '';
const seen: Seen[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  prototype = await startPrototype();
  browser = await launchBrowser({ extension: builtExtension });
  const { page, panel } = await openPageAndPanel(browser, `${prototype.origin}/`);
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: 'Renew a library card' });
  sessionId = await newestSession(panel);

  /** The page as it stands, once its recorder stands too. */
  const look = async (name: string, ...words: string[]) => {
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
    for (const text of words) await expect(page.locator('body')).toContainText(text);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    seen.push({ name, at: Date.now(), picture, words });
  };
  await look('home', 'Service name goes here', 'Change your service name in the file');
  await page.getByRole('main').getByRole('link', { name: 'Manage your prototype' }).click();
  await look('manage', 'Start a new prototype');
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Templates' }).click();
  await look('templates', 'Create pages from templates', 'Question page');
  await page.getByRole('link', { name: 'Create Question page' }).click();
  await page.getByRole('button', { name: 'Create page' }).click();
  await look('refused', 'There is a problem');
  await page.getByLabel('Path for the new page').click();
  await page.getByLabel('Path for the new page').pressSequentially('/renew-card');
  await page.getByRole('button', { name: 'Create page' }).click();
  await look('created', 'Page created', 'View your page at');
  await page.getByRole('link', { name: '/renew-card' }).click();
  await look(
    'question',
    'Renew a library card',
    '3 working days',
    '£2.50',
    'LC-2024-0017',
    'Central library',
  );
  await page.getByLabel('Favourite author').click();
  await page.getByLabel('Favourite author').pressSequentially('Nobody Inparticular');
  await page.getByLabel('Yes').check();
  await page.getByLabel('Branch').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Continue' }).click();
  await look('not-found', 'Page not found', 'There is no page at', '/check-answers');
  await page.getByRole('link', { name: 'Clear data' }).click();
  await look('clear', 'Clear session data');
  await page.getByRole('button', { name: 'Clear the data' }).click();
  await look('cleared', 'cleared');

  await finishWalk(panel, '提交前止步');
  await panel.close();
  // The replay must do without the application.
  await prototype.close();
  reader = await browser.context.newPage();
  await reader.setViewportSize({ width: 1600, height: 1000 });
  await reader.goto(browser.extensionUrl('manifest.json'));
});

test.afterAll(async () => {
  await browser?.close();
  await prototype?.close();
});

test('the pages that were walked through are visits and steps of one session', async () => {
  const visits = (await rowsOf(reader, 'visits', sessionId)).filter((visit) => visit.kind === 'document');
  const paths = visits.map((visit) => new URL(String(visit.url)).pathname);
  for (const path of [
    '/',
    '/manage-prototype',
    '/manage-prototype/templates',
    '/renew-card',
    '/check-answers',
    '/manage-prototype/clear-data',
  ]) {
    expect(paths).toContain(path);
  }
  const steps = (await rowsOf(reader, 'steps', sessionId)).sort((a, b) => Number(a.from) - Number(b.from));
  expect(steps.length).toBeGreaterThanOrEqual(5);
  for (const step of steps) expect(String(step.name).trim()).not.toBe('');
});

test('actions carry the words that stand on what was clicked or typed into', async () => {
  const actions = (await rowsOf(reader, 'actions', sessionId)).sort((a, b) => Number(a.at) - Number(b.at));
  const clicked = actions
    .filter((action) => action.kind === 'click' && action.role !== 'textbox')
    .map((action) => action.label);
  expect(clicked).toEqual([
    'Manage your prototype',
    'Templates',
    'Create Question page',
    'Create page',
    'Create page',
    // A link by the name that was typed for the page.
    expect.stringMatching(/^〔已遮盖·[A-Z]{3}〕$/),
    'Continue',
    'Clear data',
    'Clear the data',
  ]);
  const of = (kind: string) => actions.filter((action) => action.kind === kind).map((action) => action.label);
  expect(of('type')).toEqual(['Path for the new page', 'Favourite author']);
  expect(of('check')).toEqual(['Yes']);
  expect(of('select')).toEqual(['Branch']);
  expect(of('submit')).toEqual(['Create page', 'Create page', 'Continue', 'Clear the data']);
  expect(JSON.stringify(actions)).not.toContain('Inparticular');
  for (const action of actions) expect(String(action.label)).not.toBe('');
});

test('the page that does not exist is an incident with its status', async () => {
  const incidents = await rowsOf(reader, 'incidents', sessionId);
  const failed = incidents.filter((incident) => incident.kind === 'failed-request');
  expect(failed.map(({ status, url }) => [status, new URL(String(url)).pathname])).toEqual([
    [404, '/check-answers'],
  ]);
  expect(
    incidents.filter((incident) => incident.kind === 'toast').map((incident) => incident.message),
  ).toContainEqual(expect.stringContaining('Enter a path'));
  // Fonts that were merely not in the cache yet, icons and manifests nobody sees: not the application's failures.
  expect(incidents.filter((incident) => incident.kind === 'dead-resource')).toEqual([]);
});

test('redaction found nothing but what was typed: there is nobody on these pages', async () => {
  const [session] = await rowsOf(reader, 'sessions', sessionId);
  expect(Object.keys(session?.masked as object).filter((kind) => kind !== 'typed-value')).toEqual([]);
});

test('the replay of every page looks like the page, with the application stopped', async () => {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1600, height: 1000 });
  const outside: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) outside.push(request.url());
  });
  const comparing = await browser.context.newPage();
  await comparing.goto('about:blank');
  const shares: Record<string, number> = {};
  for (const { name, at, picture, words } of seen) {
    await page.bringToFront();
    const { status, frame } = await lookAtReplay(browser, page, sessionId, at);
    expect(status, name).toBe('ready');
    for (const text of words) await expect(frame.locator('body'), name).toContainText(text);
    const replayed = await page
      .locator('.replay-container iframe')
      .last()
      .screenshot({ animations: 'disabled' });
    shares[name] = await differingShare(comparing, picture, replayed, 48);
    await test.info().attach(`${name} page`, { body: picture, contentType: 'image/png' });
    await test.info().attach(`${name} replay`, { body: replayed, contentType: 'image/png' });
  }
  expect(Object.entries(shares).filter(([, share]) => share > toleratedShare)).toEqual([]);
  expect(outside).toEqual([]);
  // The comparison can fail: on an empty replay it does. Which page it is, the words above tell.
  const nothing = await comparing.screenshot();
  for (const { name, picture } of seen) {
    expect(await differingShare(comparing, picture, nothing, 48), name).toBeGreaterThan(toleratedShare);
  }
  await comparing.close();
  await page.close();
});
