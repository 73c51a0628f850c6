import type { Page } from '@playwright/test';
import { type Hold, holdsOf } from '../support/find-holds.ts';
import { injectPeer } from '../support/inject-peer.ts';
import { type PageMemory, readMemory } from '../support/read-memory.ts';
import type { Clock } from '../support/read-trace.ts';
import { recordOurs } from '../support/record-ours.ts';
import { recordTrace } from '../support/record-trace.ts';
import type { Sink } from '../support/sink.ts';
import { startChromium } from '../support/start-chromium.ts';
import { type PageCost, sumCost } from '../support/sum-cost.ts';
import type { Variant } from '../support/variants.ts';

/** What is measured: how the page gets ready, and the stretch that counts. */
export type Scenario = {
  name: string;
  /** Where a walk of ours is begun. */
  startUrl: string;
  /** Not counted. */
  prepare(page: Page): Promise<void>;
  /** Counted from its beginning to its end, which leaves every recorder time to finish its work. */
  run(page: Page): Promise<void>;
};

export type Measured = {
  cpu: PageCost;
  wall: PageCost;
  memory: PageMemory;
  /**
   * Longest stretches for which the recorder's own script held the page: while it got ready, and while it counted; then
   * without the browser's collections of memory.
   */
  holds: Record<Clock, { readyMs: number; runMs: number; runOwnMs: number }>;
};

/** Replay data below this, bytes, is no recording: the least a peer sent for a page here was several times as much. */
const leastReplay = 1000;

const isPage = (url: string) => /^https?:/.test(url);

/** One run in a browser of its own, with the recorder's extension if it comes as one. Throws when nothing was recorded. */
export async function measureRun(
  variant: Variant,
  scenario: Scenario,
  { sink, extension }: { sink: Sink; extension: string | undefined },
): Promise<Measured> {
  const browser = await startChromium(extension);
  const isPeer = variant !== 'none' && variant !== 'ours';
  const isRecorder = (url: string) =>
    url.startsWith(sink.origin) || /^(chrome-extension:|extensions::)/.test(url);
  try {
    sink.reset();
    if (isPeer && !extension) await injectPeer(browser.context, `${sink.origin}/scripts/${variant}.js`);
    const ours =
      variant === 'ours' && browser.extension && (await recordOurs(browser.extension, scenario.startUrl));
    const { page } = browser;
    const ready = await recordTrace(page);
    await scenario.prepare(page);
    const before = await ready.stop();
    const counted = await recordTrace(page);
    await scenario.run(page);
    const events = await counted.stop();
    const memory = await readMemory(page);
    if (ours) await ours.finish();
    if (isPeer && !(await hasReceived(sink))) {
      await page.goto('about:blank');
      if (!(await hasReceived(sink)))
        throw new Error(`${variant} sent ${JSON.stringify(sink.received())}: it did not record`);
    }
    const longest = (trace: typeof events, clock: Clock, part: keyof Hold) =>
      variant === 'none'
        ? 0
        : Math.max(0, ...holdsOf(trace, isPage, isRecorder, clock).map((hold) => hold[part]));
    const holds = (clock: Clock) => ({
      readyMs: longest(before, clock, 'ms'),
      runMs: longest(events, clock, 'ms'),
      runOwnMs: longest(events, clock, 'ownMs'),
    });
    return {
      cpu: sumCost(events, isPage, 'cpu'),
      wall: sumCost(events, isPage, 'wall'),
      memory,
      holds: { cpu: holds('cpu'), wall: holds('wall') },
    };
  } finally {
    await browser.close();
  }
}

/** What has much to send may still be at it, and what was held back until the page was left is on its way. */
async function hasReceived(sink: Sink): Promise<boolean> {
  for (let tries = 0; sink.received().replay < leastReplay; tries += 1) {
    if (tries === 100) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}
