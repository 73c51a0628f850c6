import type { Visit } from '../model/visit.ts';
import type { Store } from '../store/open-store.ts';

/** Rows that a page sends late, after a while without the database, lie at most this far back; older ones are recounted. */
const lateByMs = 120_000;
const everAfter = Number.MAX_SAFE_INTEGER;

type SoFar = { visits: Map<string, Visit>; actions: Map<string, number> };

/**
 * Visits and moments of actions of the open walk, for naming the step it is in. Read once by each worker, then only
 * what is new; read whole again when the counts say that something came which that did not see.
 */
export function createWalkSoFar(store: Store) {
  let of = '';
  let known: SoFar = { visits: new Map(), actions: new Map() };
  let newest = 0;

  const readSince = async (sessionId: string, since: number): Promise<void> => {
    const range = [
      [sessionId, since],
      [sessionId, everAfter],
    ] as const;
    const visits = await store.db.visits.where('[sessionId+at]').between(range[0], range[1]).toArray();
    const actions = await store.db.actions.where('[sessionId+at]').between(range[0], range[1]).toArray();
    for (const { sessionId: _of, ...visit } of visits) known.visits.set(visit.id, visit);
    for (const action of actions) known.actions.set(action.id, action.at);
    for (const { at } of [...visits, ...actions]) newest = Math.max(newest, at);
  };

  return async function readSoFar(
    sessionId: string,
  ): Promise<{ visits: Visit[]; actionTimes: number[]; actions: number }> {
    const begin = () => {
      of = sessionId;
      known = { visits: new Map(), actions: new Map() };
      newest = 0;
    };
    if (of !== sessionId) begin();
    await readSince(sessionId, Math.max(0, newest - lateByMs));
    const counts = await Promise.all([
      store.db.visits.where({ sessionId }).count(),
      store.db.actions.where({ sessionId }).count(),
    ]);
    if (counts[0] !== known.visits.size || counts[1] !== known.actions.size) {
      begin();
      await readSince(sessionId, 0);
    }
    return {
      visits: [...known.visits.values()].sort((a, b) => a.at - b.at),
      actionTimes: [...known.actions.values()].sort((a, b) => a - b),
      actions: known.actions.size,
    };
  };
}
