import type { FrameLocator, Page } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type ExtensionBrowser, launchBrowser } from './launch-browser.ts';
import { lookAtReplay } from './look-at-replay.ts';
import { newestSession, openPageAndPanel, readTable } from './scripted-walk.ts';
import type { Portal } from './stack.ts';
import { finishWalk, startWalk } from './use-panel.ts';

export type Row = Record<string, unknown> & { at: number; kind: string; label: string; url: string };

export type FidelityWalk = {
  browser: ExtensionBrowser;
  portal: Portal;
  page: Page;
  panel: Page;
  /** Remembers this moment under a name; the states before it are told. */
  note(name: string, of?: Page): Promise<void>;
  /** The same for a moment that something else knew. */
  noteAt(name: string, at: number): void;
  /** Opens a page of the set and waits until it is recorded. */
  open(name: string): Promise<void>;
  /** Opens a page of the set as a case of its name, has it do one thing after another, and notes each moment. */
  changes(name: string, ...calls: string[]): Promise<void>;
  /** Does one case; what goes wrong in it is thrown when the case is looked at. */
  try(name: string, act: () => Promise<void>): Promise<void>;
  finish(): Promise<void>;
  /** The replay on the review page at a noted moment. */
  look(name: string): Promise<FrameLocator>;
  /** Goes on from what was looked at last to another moment, in the replay that stands there. */
  lookOn(name: string): Promise<FrameLocator>;
  /** The review page in which moments are looked at. */
  reader(): Page;
  moment(name: string): number;
  /** The session's rows. */
  rows(table: string): Promise<Row[]>;
  /** Those of them that were told on a page of the set. */
  rowsOn(table: string, name: string): Promise<Row[]>;
  /** Rows of the session that is under way. */
  rowsSoFar(table: string): Promise<Row[]>;
  close(): Promise<void>;
};

/**
 * Hints gather for 60 ms and redacting waits for an idle moment, at most 150 ms: so long after a change the page
 * itself counts before the moment is noted.
 */
const toldAfterMs = 300;

/** A walk over pages of the fidelity set: what is done is noted by moments, and looked at afterwards in the replay. */
export async function startFidelityWalk(
  options: Partial<Parameters<typeof launchBrowser>[0]> = {},
  first: (portal: Portal) => string = ({ origins }) => `${origins.portal}/page/about`,
): Promise<FidelityWalk> {
  const portal = await startPortal({ ports: 'any' });
  const browser = await launchBrowser({ extension: builtExtension, ...options });
  browser.context.setDefaultTimeout(20_000);
  const { page, panel } = await openPageAndPanel(browser, first(portal));
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' });
  const moments = new Map<string, number>();
  const failed = new Map<string, unknown>();
  let sessionId = '';
  let reader: Page | undefined;
  const walk: FidelityWalk = {
    browser,
    portal,
    page,
    panel,
    async note(name, of = page) {
      await of.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), toldAfterMs);
      moments.set(name, Date.now());
      // A replay shows what came in the same millisecond, too.
      await new Promise((resolve) => setTimeout(resolve, 10));
    },
    noteAt(name, at) {
      moments.set(name, at);
    },
    async open(name) {
      await page.goto(`${portal.origins.portal}/fidelity/${name}`);
      // The walk's bar comes once the recorder runs.
      await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    },
    changes: (name, ...calls) =>
      walk.try(name, async () => {
        await walk.open(name);
        await walk.note(`${name} before`);
        for (const call of calls) {
          await page.evaluate(call);
          await walk.note(`${name} ${call}`);
        }
      }),
    async try(name, act) {
      await act().catch((error: unknown) => failed.set(name, error));
    },
    async finish() {
      await finishWalk(panel, '提交前止步');
      sessionId = await newestSession(panel);
      reader = await browser.context.newPage();
      await reader.setViewportSize({ width: 1600, height: 1000 });
    },
    moment(name) {
      const error = failed.get(name);
      if (error) throw error;
      const at = moments.get(name);
      if (at === undefined) throw new Error(`the walk did not come to "${name}"`);
      return at;
    },
    async look(name) {
      const seen = await lookAtReplay(browser, reader as Page, sessionId, walk.moment(name));
      if (seen.status !== 'ready') throw new Error(`${name}: the replay is ${seen.status} (${seen.words})`);
      return seen.frame;
    },
    async lookOn(name) {
      const on = walk.reader();
      const at = String(walk.moment(name));
      await on.evaluate((to) => {
        location.hash = location.hash.replace(/at=\d+/, `at=${to}`);
      }, at);
      await on.locator('.replay-stage[data-status=ready]').waitFor();
      return on.frameLocator('.replay-container iframe >> nth=-1');
    },
    reader: () => reader as Page,
    async rows(table) {
      return (await walk.rowsSoFar(table)).filter((row) => row.sessionId === sessionId);
    },
    async rowsOn(table, name) {
      const { href } = new URL(`/fidelity/${name}`, portal.origins.portal);
      // A pause is done on no page.
      return (await walk.rows(table)).filter(({ url }) => url.split(/[?#]/)[0] === href);
    },
    async rowsSoFar(table) {
      return ((await readTable(panel, table)) as Row[]).sort((a, b) => a.at - b.at);
    },
    async close() {
      await browser.close();
      await portal.close();
    },
  };
  return walk;
}
