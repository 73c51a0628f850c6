import { setTimeout as delay } from 'node:timers/promises';
import type { Origins } from '../../portal/config.ts';
import { runWalk } from '../support/run-walk.ts';
import type { Scenario } from './measure-run.ts';

/** For work put off at the end, milliseconds. */
const tailMs = 2000;

/** The portal walk: typing, paging, route changes, upload. */
export function walk(origins: Origins): Scenario {
  return {
    name: 'walk',
    startUrl: `${origins.portal}/`,
    prepare: async () => {},
    async run(page) {
      await runWalk(page, origins);
      await delay(tailMs);
    },
  };
}
