import type { Bookmark } from '../../model/bookmark.ts';
import type { Gap } from '../../model/gap.ts';
import type { PainPoint } from '../../model/pain-point.ts';
import type { Step } from '../../model/step.ts';
import type { ObjectRow, SessionRow, ZyDatabase } from '../database.ts';
import type { PackedRow } from '../pack-records.ts';

type Of<T> = T & { sessionId: string };
type Tables = { steps: Of<Step>; painPoints: Of<PainPoint>; bookmarks: Of<Bookmark>; gaps: Of<Gap> };
const tables = ['steps', 'painPoints', 'bookmarks', 'gaps'] as const;

/** One edit of a closed session, all of it or nothing. */
export type Patch = {
  sessionId: string;
  /** The packed rows it was made from: it is refused when they are others by now. */
  expects: Uint8Array;
  packed: PackedRow;
  session: Partial<SessionRow>;
  put: { [N in keyof Tables]?: Tables[N][] };
  drop: { [N in keyof Tables]?: string[] };
  /** Objects that have to be there afterwards. */
  objects: ObjectRow[];
  /** Names of all objects the session rests on afterwards; what no session rests on any more is deleted. */
  uses: string[];
};

/**
 * Writes an edit in one transaction and gives its opposite, which brings back every row and object as it was. Throws
 * 'session-missing', 'being-sent' while the session is on its way to the collector, and 'changed-meanwhile'.
 */
export async function applyPatch(db: ZyDatabase, patch: Patch): Promise<Patch> {
  const { sessionId } = patch;
  const stores = [db.sessions, db.packed, db.objects, db.objectUses, db.deliveries, db.imported];
  return db.transaction('rw', [...stores, db.steps, db.painPoints, db.bookmarks, db.gaps], async () => {
    const session = await db.sessions.get(sessionId);
    const packed = await db.packed.get(sessionId);
    if (!session || !packed) throw new Error('session-missing');
    if ((await db.deliveries.get(sessionId))?.state === 'sending') throw new Error('being-sent');
    if (!isSame(packed.data, patch.expects)) throw new Error('changed-meanwhile');
    const opposite: Patch = { ...patch, expects: patch.packed.data, packed, session: {}, put: {}, drop: {} };
    for (const key of Object.keys(patch.session) as (keyof SessionRow)[])
      (opposite.session as Record<string, unknown>)[key] = session[key];
    await db.sessions.update(sessionId, patch.session);
    await db.packed.put(patch.packed);
    for (const name of tables) {
      const table = db[name] as unknown as import('dexie').Table<{ id: string }, string>;
      const put = (patch.put[name] ?? []) as { id: string }[];
      const keys = [...put.map((row) => row.id), ...(patch.drop[name] ?? [])];
      const before = (await table.bulkGet(keys)).flatMap((row) => row ?? []);
      opposite.put[name] = before as never;
      opposite.drop[name] = keys.filter((key) => !before.some((row) => row.id === key));
      await table.bulkDelete(patch.drop[name] ?? []);
      await table.bulkPut(put);
    }
    Object.assign(opposite, await exchangeObjects(db, patch));
    // A copy of this report opened from a file would keep what was taken out here.
    await db.imported.delete(sessionId);
    await db.deliveries.update(sessionId, { changedAt: Date.now() });
    return opposite;
  });
}

async function exchangeObjects(db: ZyDatabase, patch: Patch): Promise<Pick<Patch, 'objects' | 'uses'>> {
  const { sessionId } = patch;
  const before = (await db.objectUses.where({ sessionId }).toArray()).map((use) => use.object);
  for (const row of patch.objects) if (!(await db.objects.get(row.object))) await db.objects.put(row);
  const after = new Set(patch.uses);
  await db.objectUses.bulkPut([...after].map((object) => ({ sessionId, object })));
  const gone: ObjectRow[] = [];
  for (const object of before.filter((each) => !after.has(each))) {
    await db.objectUses.delete([sessionId, object]);
    const row = await db.objects.get(object);
    if (row) gone.push(row);
    if ((await db.objectUses.where({ object }).count()) === 0) await db.objects.delete(object);
  }
  return { objects: gone, uses: before };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
