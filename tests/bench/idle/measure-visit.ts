import type { Origins } from '../../portal/config.ts';
import { watchContexts } from '../../support/script-contexts.ts';
import type { TraceEvent } from '../support/read-trace.ts';
import { recordTrace } from '../support/record-trace.ts';
import { startChromium } from '../support/start-chromium.ts';
import { sumCost } from '../support/sum-cost.ts';
import { signIn, tenPages, visitPages } from './visit-pages.ts';

export type Visit = { loadMs: number; scriptMs: number; taskMs: number; injected: number };

const isPage = (url: string) => /^https?:/.test(url);

/** One browser, ten pages, no session; with the extension in it when named. Script and task time are the threads' own. */
export async function measureVisit(origins: Origins, extension?: string): Promise<Visit> {
  const browser = await startChromium(extension);
  try {
    const { page } = browser;
    const urls = tenPages(origins);
    await signIn(page, origins);
    // Fills the caches, and counts whose scripts are there: asking costs time of its own.
    const contexts = await watchContexts(page);
    await visitPages(page, urls);
    const id = browser.extension ? new URL(browser.extension.extensionUrl('')).host : '';
    const all = await contexts.all();
    if (!all.length) throw new Error('no page held any script at all: nothing was counted');
    const found = id ? contexts.belongingTo(id, all).length : 0;
    const fresh = await browser.context.newPage();
    await page.close();
    const trace = await recordTrace(fresh);
    const loadMs = await visitPages(fresh, urls);
    const events = await trace.stop();
    const { scriptMs, taskMs } = sumCost(events, isPage, 'cpu');
    return { loadMs, scriptMs, taskMs, injected: found + runFrom(events, id) };
  } finally {
    await browser.close();
  }
}

/** Scripts of the extension that ran in a page: its own pages are not open here. */
function runFrom(events: readonly TraceEvent[], extension: string): number {
  if (!extension) return 0;
  const mine = `chrome-extension://${extension}/`;
  return events.filter(
    ({ name, args }) =>
      name === 'EvaluateScript' &&
      args?.data?.url?.startsWith(mine) &&
      !args.data.url.endsWith('/background.js'),
  ).length;
}
