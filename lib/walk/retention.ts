import { isWhollyKept } from '../model/delivery.ts';
import type { Programme } from '../model/programme.ts';
import { keptDays, type Settings } from '../model/settings.ts';
import type { Store } from '../store/open-store.ts';
import type { Absence } from '../store/purge.ts';

const dayMs = 86_400_000;

/**
 * Sessions whose receipt came longer ago than the days they may stay, by this computer's clock: a programme's own rule
 * counts before the settings'. Not those that were changed since and not handed in again.
 */
export async function dueForPurge(
  store: Store,
  settings: Settings,
  programmes: readonly Pick<Programme, 'id' | 'masking'>[],
  now: number,
): Promise<string[]> {
  const kept = await store.db.deliveries.where('state').equals('kept').toArray();
  const due: string[] = [];
  for (const delivery of kept) {
    const { sessionId, updatedAt } = delivery;
    if (!isWhollyKept(delivery)) continue;
    const session = await store.sessions.find(sessionId);
    if (session?.state !== 'finished') continue;
    const programme = programmes.find(({ id }) => id === session.programme.id);
    const days = keptDays(settings, session.policy ?? programme?.masking);
    if (updatedAt + days * dayMs <= now) due.push(sessionId);
  }
  return due;
}

/** Purges by rule, and writes down for each session what was searched and found afterwards. Never before a receipt. */
export async function purgeByRule(
  store: Store,
  readProgrammes: () => Promise<readonly Pick<Programme, 'id' | 'masking'>[]>,
  now: number,
): Promise<Absence[]> {
  const settings = await store.settings.read();
  const programmes = await readProgrammes().catch(() => []);
  const done: Absence[] = [];
  for (const id of await dueForPurge(store, settings, programmes, now)) {
    // Asked again as it is deleted: it may have been changed or handed in again since the list was made.
    const absence = await store.purgeKept(id, 'rule');
    if (absence) done.push(absence);
  }
  const left = done.filter((each) => each.residue.length > 0);
  if (left.length) console.error('residue after purge:', left);
  return done;
}
