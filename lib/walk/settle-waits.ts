import { verificationKinds, type Wait } from '../model/wait.ts';
import type { Store } from '../store/open-store.ts';
import type { OpenWalk } from './types.ts';

/** A page that refuses an answer comes within this of the page the answer was sent from. Milliseconds. */
const sameAttemptMs = 60_000;

/**
 * A refusal that a page was born with (`before`) fails the attempt made on the page before it, in the same tab, and is
 * no wait of its own. Whichever of the two comes first, an attempt that has failed stays failed.
 */
export async function settleWaits(store: Store, walk: OpenWalk, waits: Wait[]): Promise<Wait[]> {
  if (!waits.some((wait) => verificationKinds.has(wait.kind))) return waits;
  const kept = await store.db.waits.where({ sessionId: walk.session.id }).toArray();
  const settled: Wait[] = [];
  for (const wait of waits) {
    const attempt = wait.detail === 'before' ? lastAttempt([...kept, ...settled], wait) : undefined;
    if (attempt) {
      settled.push({ ...attempt, outcome: 'failed' });
      continue;
    }
    const failed = [...kept, ...settled].some((each) => each.id === wait.id && each.outcome === 'failed');
    settled.push(failed ? { ...wait, outcome: 'failed' } : wait);
  }
  return settled;
}

function lastAttempt(waits: Wait[], refusal: Wait): Wait | undefined {
  return waits
    .filter(({ tab, kind, detail }) => tab === refusal.tab && kind === refusal.kind && detail !== 'before')
    .filter(({ at, to }) => at < refusal.at && refusal.at - to < sameAttemptMs)
    .sort((a, b) => a.at - b.at)
    .at(-1);
}
