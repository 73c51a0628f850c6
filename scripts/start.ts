import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { figuresOf, type SessionReport } from '../lib/model/report.ts';
import { launchBrowser } from '../tests/support/launch-browser.ts';
import { makeScriptedWalk, readTable } from '../tests/support/scripted-walk.ts';
import { type Stack, startStack } from '../tests/support/stack.ts';
import { buildAll, builtExtension } from './build-all.ts';
import { enrolHere } from './enrol-here.ts';
import { handInHere } from './hand-in-here.ts';
import { openReplay } from './open-replay.ts';

/** `npm start`: collector, practice portal, and a browser with the extension in it; `-- --headless` walks by itself. */
const root = join(import.meta.dirname, '..');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasDisplay;
const say = (line: string) => console.log(line);

say('Building the extension and the review desk …');
await buildAll();

// The demonstration starts from nothing each time; what people record by hand is kept between starts.
const dataFolder = join(root, '.data', headless ? 'demo' : 'collector');
const profile = join(root, '.data', headless ? 'demo-profile' : 'profile');
if (headless) {
  await rm(dataFolder, { recursive: true, force: true });
  await rm(profile, { recursive: true, force: true });
}
const stack = await openStack();
const { portal, collector } = stack;
say(`Practice portal   ${portal.origins.portal}/`);
say(`Collector         ${collector.url}/`);
say(`One-time sign-in  ${await collector.createSignInLink()}`);

const browser = await launchBrowser({ extension: builtExtension, headless, profile });
try {
  if (!(await isEnrolled())) await enrolHere(browser, collector);
  if (headless) await demonstrate();
  else await stayOpen();
} finally {
  await browser.close().catch(() => undefined);
  await stack.close();
}

/** The usual ports, so that addresses stay the same between starts; others when something else listens there. */
async function openStack(): Promise<Stack> {
  if (headless) return startStack({ dataFolder, portalPorts: 'any' });
  try {
    return await startStack({ dataFolder, collectorPort: 4620 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say(`A usual port is taken (${(error as Error).message}); taking others.`);
    return startStack({ dataFolder, portalPorts: 'any' });
  }
}

/** Whether this browser profile already hands in to this very collector. */
async function isEnrolled(): Promise<boolean> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('options.html'));
  const rows = await readTable(page, 'settings').catch(() => []);
  await page.close();
  return rows.some(
    (row) => (row.value as { enrolment?: { url?: string } } | undefined)?.enrolment?.url === collector.url,
  );
}

async function stayOpen(): Promise<void> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(`${portal.origins.portal}/`);
  say(
    'The browser is open: click the 走一遍 icon in the toolbar (or pin it first) to start a walk. Ctrl+C ends.',
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    browser.context.once('close', () => resolve());
  });
}

async function demonstrate(): Promise<void> {
  say('Walking through the portal …');
  const walk = await makeScriptedWalk(browser, portal, { at: async (place) => say(`  ${place}`) });
  say('Handing in …');
  const receipt = await handInHere(browser, walk.sessionId);
  const storedBytes = await storedBytesOf(walk.panel, walk.sessionId);
  say('Opening the replay from the collector …');
  const reader = await browser.context.newPage();
  await reader.goto(await collector.createSignInLink());
  const report = (await (
    await reader.request.get(`${collector.url}/api/reports/${walk.sessionId}`)
  ).json()) as SessionReport;
  const replay = await openReplay(reader, collector.url, walk.sessionId);
  const { steps, actions, incidents, screenshots, painPoints, streams, origins, gaps } = figuresOf(report);
  const result = {
    session: { steps, actions, incidents, screenshots, painPoints, streams, origins, gaps, storedBytes },
    report: { id: report.id, objects: report.objects.length, receipt },
    replay: { opened: replay.opened, eventsPlayed: replay.eventsPlayed },
    urls: { portal: `${portal.origins.portal}/`, collector: `${collector.url}/`, replay: replay.url },
  };
  console.log(JSON.stringify(result));
}

/** Bytes the session takes in this browser's store. */
async function storedBytesOf(extensionPage: Page, sessionId: string): Promise<number> {
  const uses = await readTable(extensionPage, 'objectUses');
  const mine = new Set(uses.filter((use) => use.sessionId === sessionId).map((use) => use.object));
  const objects = await readTable(extensionPage, 'objects');
  return objects.filter((each) => mine.has(each.object)).reduce((sum, each) => sum + Number(each.bytes), 0);
}
