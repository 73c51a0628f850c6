import { setTimeout as delay } from 'node:timers/promises';
import type { Scenario } from './measure-run.ts';

/** For the first snapshot before, and for work put off after, milliseconds. */
const settleMs = 2500;
const tailMs = 5000;
/** For what a recorder does at somebody's first press, milliseconds. */
const clickedMs = 500;

/** A table of 2,000 rows and 6 columns rendered anew 20 times. */
export function storm(origin: string): Scenario {
  const url = `${origin}/storm.html`;
  return {
    name: 'storm',
    startUrl: url,
    async prepare(page) {
      await page.goto(url);
      await delay(settleMs);
      // Some recorders keep what they record to themselves until somebody is there, once they are there themselves.
      await page.mouse.click(5, 5);
      await delay(clickedMs);
    },
    async run(page) {
      await page.evaluate('void runStorm()');
      await page.waitForFunction('window.stormDone === true', undefined, { polling: 500, timeout: 120_000 });
      await delay(tailMs);
    },
  };
}
