import type { PageTiming } from '../model/page-timing.ts';
import { addressOf } from '../model/site-profile.ts';
import type { ZyDatabase } from './database.ts';

/** A commit comes this much before or after the moment the page itself gives for its navigation, ms, at most. */
const apart = 1000;

/**
 * Gives a visit its load time from the page's own timings where the browser's event never reached the background,
 * because the worker was stopped just then. Within the caller's transaction.
 */
export async function healLoad(
  db: ZyDatabase,
  sessionId: string,
  timings: readonly PageTiming[],
): Promise<void> {
  for (const timing of timings) {
    if (timing.frame !== 0 || timing.load === undefined) continue;
    const loadedAt = timing.at + timing.load;
    const near = await db.visits
      .where('[sessionId+at]')
      .between([sessionId, timing.at - apart], [sessionId, loadedAt + apart])
      .filter((row) => row.tab === timing.tab && row.frame === 0 && row.kind === 'document')
      .sortBy('at');
    // A page that was left at once is followed by the next within the second; one alone may have changed its address.
    const visit =
      near.findLast((row) => addressOf(row.url) === addressOf(timing.url)) ??
      (near.length === 1 ? near[0] : undefined);
    if (visit && visit.loadMs === undefined && !visit.identity)
      await db.visits.update(visit.id, { loadMs: Math.max(0, loadedAt - visit.at) });
  }
}
