import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Origins } from '../../portal/config.ts';
import { walkReemployment } from '../../support/portal-walk.ts';

/** At each place of the walk, milliseconds: long enough for any recorder to send what it has. */
const pauseMs = 400;

/** The long portal walk (search, guide, login, wizard with uploads, rating) with the same pauses for everyone. */
export async function runWalk(page: Page, origins: Origins): Promise<void> {
  await walkReemployment(page, origins, { at: () => delay(pauseMs) });
}
