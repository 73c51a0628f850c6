import type { Gap } from '../model/gap.ts';
import type { Incident } from '../model/incident.ts';
import type { Request } from '../model/request.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Stream } from '../model/stream.ts';
import type { Visit } from '../model/visit.ts';
import type { Store } from '../store/open-store.ts';
import { type BrowserApi, freshId } from './types.ts';
import { inTime } from './with-limit.ts';

type Rows = {
  visits: Visit;
  requests: Request;
  incidents: Incident;
  gaps: Gap;
  streams: Stream;
  sightings: Sighting;
};
type Name = keyof Rows;
/** A row to be written, or fields of one that lies there already. */
type Held = { table: Name; id: string; sessionId: string; at: number; whole: boolean; row: object };

/** Under this and its id a row waits in the extension's storage, which another engine keeps than IndexedDB. */
const prefix = 'held.';
/** Rows held at most: half an hour of a busy walk. Beyond it the oldest go, and a gap says so. */
const holdAtMost = 2000;
/** Errors of a row, not of the database. */
const unfit = new Set(['DataError', 'DataCloneError', 'ConstraintError']);
/** A write that takes longer is as good as refused: the database is blocked. It may still succeed; twice is once. */
const patience = 2000;

/**
 * Rows that the background itself finds (visits, requests, incidents). No page sends them again, so what the database
 * refuses is held in memory and in the extension's storage, and written when there is room again.
 */
export function createOwnRows(dependencies: {
  store: Store;
  area: BrowserApi['storage']['local'];
  /** Takes what that storage refuses, as it does on a full disk; outlives the worker, not the browser. */
  spare: BrowserApi['storage']['session'];
  /** Says whether that walk was over by that moment: what begins later is not put. */
  isOver?(at: number, sessionId: string): boolean;
  /** Told of every refused write, so that the walker can be. */
  onTrouble(error: unknown): void;
}) {
  const { store, area, spare, isOver, onTrouble } = dependencies;
  const shelve = (rows: Record<string, Held>) =>
    area
      .set(rows)
      .catch(() => spare.set(rows))
      .catch(() => undefined);
  const unshelve = (key: string) =>
    Promise.all([area, spare].map((each) => each.remove(key).catch(() => undefined)));
  const held = new Map<string, Held>();
  let dropped: { sessionId: string; from: number; to: number; rows: number } | undefined;
  let settling: Promise<boolean> | undefined;
  /** The last write was refused: what comes is held at once, until what is held can be written. */
  let refused = false;
  const keyOf = ({ table, id }: Pick<Held, 'table' | 'id'>) => `${prefix}${table}.${id}`;

  const write = ({ table, id, row, whole }: Held): Promise<unknown> =>
    inTime(
      store.reopening(() => (whole ? store.db.table(table).put(row) : store.db.table(table).update(id, row))),
      patience,
    );
  const hold = (one: Held) => {
    const key = keyOf(one);
    const known = held.get(key);
    const merged = known ? { ...known, row: { ...known.row, ...one.row } } : one;
    held.set(key, merged);
    void shelve({ [key]: merged });
    if (held.size > holdAtMost) dropOldest();
  };
  const dropOldest = () => {
    const [key, oldest] = held.entries().next().value as [string, Held];
    held.delete(key);
    void unshelve(key);
    const { sessionId, at } = oldest;
    dropped = {
      sessionId,
      from: Math.min(dropped?.from ?? at, at),
      to: Math.max(dropped?.to ?? at, at),
      rows: (dropped?.rows ?? 0) + 1,
    };
  };
  const writing = new Set<Promise<void>>();
  const keep = (one: Held): Promise<void> => {
    const kept = keepNow(one).finally(() => writing.delete(kept));
    writing.add(kept);
    return kept;
  };
  const keepNow = async (one: Held): Promise<void> => {
    // What is held already must not be overtaken by a later change of the same row.
    if (refused || held.has(keyOf(one))) return hold(one);
    try {
      await write(one);
    } catch (error) {
      refused = true;
      hold(one);
      onTrouble(error);
    }
  };
  const tellDropped = async () => {
    if (!dropped) return;
    const { sessionId, from, to, rows } = dropped;
    await store.db.gaps.put({ id: freshId(), sessionId, from, to, why: 'not-stored', detail: String(rows) });
    dropped = undefined;
  };
  const settleNow = async (): Promise<boolean> => {
    for (const [key, one] of Array.from(held)) {
      try {
        await write(one);
      } catch (error) {
        // One that no database would take must not hold up the others.
        if (!unfit.has((error as Error).name)) return false;
        console.error('a row that does not fit:', error);
      }
      // Changed meanwhile: its newer state is written next time.
      if (held.get(key) === one) {
        held.delete(key);
        await unshelve(key);
      }
    }
    await tellDropped();
    refused = false;
    return true;
  };

  return {
    /** Writes a whole row by its id, unless it begins when the walk is over; never throws. */
    put<N extends Name>(table: N, row: Rows[N] & { sessionId: string }): Promise<void> {
      const at = 'at' in row ? row.at : 'from' in row ? row.from : row.startedAt;
      if (isOver?.(at, row.sessionId)) return Promise.resolve();
      return keep({ table, id: row.id, sessionId: row.sessionId, at, whole: true, row });
    },
    /** Changes fields of a row that was put before; never throws. */
    update<N extends Name>(table: N, id: string, sessionId: string, change: Partial<Rows[N]>): Promise<void> {
      return keep({ table, id, sessionId, at: Date.now(), whole: false, row: change });
    },
    /** Writes what is held, one attempt; false while it cannot be written. */
    settle(): Promise<boolean> {
      if (!held.size && !dropped) return Promise.resolve(true);
      settling ??= settleNow()
        .catch(() => false)
        .finally(() => {
          settling = undefined;
        });
      return settling;
    },
    /** Waits for what is being written, then writes what is held; false when that cannot be written now. */
    async finish(): Promise<boolean> {
      await Promise.all(writing);
      return this.settle();
    },
    /** Takes up what a worker that was stopped had held. */
    async takeUp(): Promise<void> {
      for (const each of [spare, area])
        for (const [key, value] of Object.entries(await each.get(null).catch(() => ({}))))
          if (key.startsWith(prefix) && !held.has(key)) held.set(key, value as Held);
      await this.settle();
    },
    /** How many rows wait. */
    held: () => held.size,
    /** False while the database takes nothing: what is asked of it is not worth the wait. */
    isWell: () => !refused,
  };
}
export type OwnRows = ReturnType<typeof createOwnRows>;
