import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { readReport } from '../support/read-report.ts';
import { finishWalk } from '../support/use-panel.ts';
import { crashRenderer, type KillKind, killKinds, killProcess, pidOf, stopWorker } from './loss/kills.ts';
import { readBatchKeys, readKept } from './loss/read-kept.ts';
import { createSeeded } from './loss/seeded.ts';
import { isRecovered, type Result, summariseLoss } from './loss/summarise-loss.ts';
import { beginWalk, type WalkToKill } from './loss/walk-to-kill.ts';
import { buildExtension } from './support/build-extension.ts';
import type { BenchOptions } from './support/options.ts';
import { printTable, tell } from './support/print-table.ts';
import { servePages } from './support/serve-pages.ts';

/** The page's number goes up this often, ms: what is missing is known no better than that. */
const tickMs = 50;

/**
 * Walks that are killed at a random moment: the browser by SIGKILL, its worker stopped, the page's renderer crashed,
 * in turn. The page shows a number that goes up twenty times a second; the last one that the evidence has after
 * recovery, against the moment of the kill, is what was lost. Options: `--kills 50`, `--seed 1`.
 */
export async function loss({ built, rest }: BenchOptions): Promise<object> {
  const { values } = parseArgs({
    args: rest,
    strict: false,
    options: { kills: { type: 'string' }, seed: { type: 'string' } },
  });
  const kills = Math.max(1, Math.round(Number(values.kills ?? 50)));
  const seed = Number(values.seed ?? 1);
  tell(`loss: ${kills} kills, seed ${seed}`);
  const random = createSeeded(seed);
  const extension = buildExtension(built);
  const pages = await servePages();
  const profile = await mkdtemp(join(tmpdir(), 'zyb-loss-'));
  const launch = () => launchBrowser({ extension, profile });
  let browser = await launch();
  const results: Result[] = [];
  try {
    for (let n = 0; n < kills; n += 1) {
      const kind = killKinds[n % killKinds.length] as KillKind;
      const afterMs = Math.round(1000 + random() * 4000);
      const walk = await beginWalk(browser, `${pages.origin}/ticking.html`);
      const reader = await browser.openInOwnWindow('manifest.json');
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      const done = await killOne[kind](browser, walk, reader, { profile, launch });
      browser = done.browser;
      results.push({ kind, afterMs, ...done.figures });
      const { lostMs, lostAfterAck, recovered } = done.figures;
      tell(`loss ${n + 1} ${kind} after ${afterMs} ms: ${lostMs} ms, ${lostAfterAck} acked, ${recovered}`);
      for (const page of browser.context.pages().slice(1)) await page.close().catch(() => undefined);
    }
  } finally {
    await browser.close();
    await pages.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  print(results);
  return summariseLoss(results, seed);
}

type Figures = Pick<Result, 'lostMs' | 'lostAfterAck' | 'recovered'>;
type Setting = { profile: string; launch(): Promise<ExtensionBrowser> };
type Kill = (
  browser: ExtensionBrowser,
  walk: WalkToKill,
  reader: Page,
  setting: Setting,
) => Promise<{ browser: ExtensionBrowser; figures: Figures }>;

const killOne: Record<KillKind, Kill> = {
  async browser(browser, walk, reader, { profile, launch }) {
    const pid = await pidOf(profile);
    const before = await readBatchKeys(reader);
    const at = await killProcess(browser, pid);
    const again = await launch();
    const after = await again.openInOwnWindow('manifest.json');
    const kept = await readKept(after, walk.sessionId);
    const there = new Set(await readBatchKeys(after));
    const recovered = await finished(again, walk, async () => {
      const panel = await again.openInOwnWindow('popup.html');
      await panel.getByRole('button', { name: '就此结束' }).click();
      await panel.getByText('有一次走流程没有走完').waitFor({ state: 'hidden' });
    });
    const lostMs = at - (kept.ticks.at(-1)?.at ?? Number.NEGATIVE_INFINITY);
    const lostAfterAck = before.filter((key) => !there.has(key)).length;
    return { browser: again, figures: { lostMs, lostAfterAck, recovered } };
  },

  async renderer(browser, walk, reader) {
    const before = await readBatchKeys(reader);
    const at = await crashRenderer(browser, walk.page);
    const kept = await readKept(reader, walk.sessionId);
    const there = new Set(await readBatchKeys(reader));
    const recovered = await finished(browser, walk, async () => {
      await (await browser.worker()).evaluate((tab) => chrome.tabs.reload(tab), walk.tab);
      const panel = await browser.openInOwnWindow(walk.panelPath);
      await panel.getByText('网页崩溃过').waitFor();
      await finishWalk(panel, '提交前止步');
    });
    const lostMs = at - (kept.ticks.at(-1)?.at ?? Number.NEGATIVE_INFINITY);
    const lostAfterAck = before.filter((key) => !there.has(key)).length;
    return { browser, figures: { lostMs, lostAfterAck, recovered } };
  },

  async worker(browser, walk, reader) {
    const before = await readBatchKeys(reader);
    const at = await stopWorker(browser);
    // The page goes on; what it held when the worker went must come.
    const past = async () =>
      (await readKept(reader, walk.sessionId)).ticks.some((tick) => tick.at > at + 1500);
    for (let tries = 0; tries < 100 && !(await past()); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 200));
    const { ticks } = await readKept(reader, walk.sessionId);
    const there = new Set(await readBatchKeys(reader));
    const recovered = await finished(browser, walk, async () => {
      const panel = await browser.openInOwnWindow(walk.panelPath);
      await finishWalk(panel, '提交前止步');
    });
    const missing = ticks.map((tick, index) => tick.n - (ticks[index - 1]?.n ?? tick.n) - 1);
    const lostMs = (ticks.at(-1)?.at ?? 0) > at ? Math.max(0, ...missing) * tickMs : Number.POSITIVE_INFINITY;
    const lostAfterAck = before.filter((key) => !there.has(key)).length;
    return { browser, figures: { lostMs, lostAfterAck, recovered } };
  },
};

/** True when the walk could be ended and its report written. */
async function finished(
  browser: ExtensionBrowser,
  walk: WalkToKill,
  end: () => Promise<void>,
): Promise<boolean> {
  try {
    await end();
    const report = await readReport(browser, walk.sessionId);
    return report.session.state === 'finished' && report.chunks.length > 0;
  } catch (error) {
    tell(`not recovered: ${String(error).split('\n')[0]}`);
    return false;
  }
}

function print(results: readonly Result[]): void {
  printTable(
    'loss, by what was killed',
    ['killed', 'walks', 'most lost, ms', 'median, ms', 'acked and lost', 'not recovered'],
    killKinds.map((kind) => {
      const own = results.filter((result) => result.kind === kind);
      const lost = own.map((result) => result.lostMs).sort((a, b) => a - b);
      return [
        kind,
        String(own.length),
        String(lost.at(-1) ?? '–'),
        String(lost[Math.floor(lost.length / 2)] ?? '–'),
        String(own.reduce((sum, result) => sum + result.lostAfterAck, 0)),
        String(own.filter((result) => !isRecovered(result)).length),
      ];
    }),
  );
}
