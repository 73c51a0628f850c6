import type { Store } from '../store/open-store.ts';
import { clockOf } from './clock-of.ts';
import type { OwnRows } from './own-rows.ts';
import { freshId, type OpenWalk } from './types.ts';
import type { Warnings } from './warn-walker.ts';

/** Beats come every half minute, every minute in browsers before Chrome 120: later than this, the machine slept. */
export const asleepAfterMs = 150_000;

/**
 * The machine slept: the background's own word, for walks whose page could not tell (its tab was hidden, it has no
 * recorder). From the last thing kept to now. A page's word, being exact to the second, takes its place where it gave
 * one; see `settleGaps`.
 */
export function createSleepNoter(dependencies: { store: Store; rows: OwnRows; warnings: Warnings }) {
  const { store, rows, warnings } = dependencies;
  return async function noteSleep(walk: OpenWalk, sinceLastBeat: number | undefined): Promise<boolean> {
    if (sinceLastBeat === undefined || sinceLastBeat < asleepAfterMs) return false;
    if (walk.session.state !== 'recording') return false;
    const to = Date.now();
    const last = await store.sessions.lastMoment(walk.session.id).catch(() => 0);
    // Something kept since then was either before the sleep or comes from after it.
    const from = Math.max(to - sinceLastBeat, last < to - sinceLastBeat / 2 ? last : 0);
    await rows.put('gaps', {
      id: freshId(),
      sessionId: walk.session.id,
      from,
      to,
      why: 'asleep',
      detail: '',
    });
    await warnings.warn('asleep', `${clockOf(from)}–${clockOf(to)}`);
    return true;
  };
}
