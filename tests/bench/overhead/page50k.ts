import { setTimeout as delay } from 'node:timers/promises';
import type { Scenario } from './measure-run.ts';

/** For the first snapshot, and between two things done, milliseconds. */
const settleMs = 5000;
const betweenMs = 350;
const rounds = 6;

/** A page of 50,000 nodes whose rows are updated, appended and filtered while it is clicked and scrolled. */
export function page50k(origin: string): Scenario {
  const url = `${origin}/fifty-thousand.html`;
  return {
    name: 'page50k',
    startUrl: `${origin}/storm.html`,
    async prepare(page) {
      await page.goto(url);
      await delay(settleMs);
    },
    async run(page) {
      const order = ['update', 'append', 'update', 'mark', 'filter', 'unfilter'];
      for (let round = 0; round < rounds; round += 1) {
        for (const name of order) {
          await page.evaluate(`void setTimeout(actions.${name})`);
          await page.mouse.move(60 + round * 10, 200 + round * 20);
          await page.mouse.wheel(0, round % 2 ? -400 : 500);
          await delay(betweenMs);
        }
        await page.evaluate('scrollTo(0, 0)');
        await page.click('#one');
        await delay(betweenMs);
      }
      await delay(settleMs / 2);
    },
  };
}
