import type { ZyDatabase } from './database.ts';

/** Proof of absence: what was searched after a deletion, and what was found. */
export type Absence = {
  sessionId: string;
  at: number;
  tables: number;
  /** Rows looked through, of all tables. */
  rows: number;
  /** Names of objects that were only this session's and must be gone. */
  objects: number;
  /** Objects that other sessions use too and that stay. */
  shared: number;
  /** Tables with rows that still name the session or one of its own objects, and how many. */
  residue: { table: string; rows: number }[];
};

/** The extension's own storage, where pages and the background set rows aside. */
export type SmallArea = {
  get(keys: null): Promise<Record<string, unknown>>;
  remove(keys: string[]): Promise<void>;
};

/** The log of what was done names sessions by design. */
const mayName = new Set(['processing']);

export const residueOf = (absence: Absence): number =>
  absence.residue.reduce((sum, { rows }) => sum + rows, 0);

/**
 * Deletes a session with all its evidence and the objects nothing else uses, then searches every table and the
 * extension's own storage for its id and for those objects' names. Undefined where `remove` deleted nothing.
 */
export async function purgeSession(
  db: ZyDatabase,
  sessionId: string,
  remove: (id: string) => Promise<boolean>,
  area?: SmallArea,
): Promise<Absence | undefined> {
  const names = (await db.objectUses.where({ sessionId }).toArray()).map((use) => use.object);
  if (!(await remove(sessionId))) return undefined;
  await clearArea(sessionId, area);
  const used = new Set<string>();
  for (const object of names) if (await db.objectUses.where({ object }).count()) used.add(object);
  const own = names.filter((object) => !used.has(object));
  return { ...(await searchFor(db, sessionId, own, area)), shared: used.size };
}

/** Looks through every row of every table, keys and texts alike. */
export async function searchFor(
  db: ZyDatabase,
  sessionId: string,
  own: readonly string[],
  area?: SmallArea,
): Promise<Absence> {
  const needles = [sessionId, ...own];
  const residue: Absence['residue'] = [];
  let rows = 0;
  for (const table of db.tables) {
    let found = 0;
    await table.each((row: unknown, { primaryKey }) => {
      rows += 1;
      if (!mayName.has(table.name) && (names(primaryKey, needles) || names(row, needles))) found += 1;
    });
    if (found) residue.push({ table: table.name, rows: found });
  }
  const aside = await namedIn(sessionId, area);
  if (aside.length) residue.push({ table: 'storage.local', rows: aside.length });
  return {
    sessionId,
    at: Date.now(),
    tables: db.tables.length,
    rows,
    objects: own.length,
    shared: 0,
    residue,
  };
}

/** Whether a value says one of the names anywhere; bytes are not words, and their own names tell what they are. */
function names(value: unknown, needles: readonly string[], depth = 0): boolean {
  if (typeof value === 'string') return needles.some((needle) => value.includes(needle));
  if (value === null || typeof value !== 'object' || depth > 30 || ArrayBuffer.isView(value)) return false;
  return Object.values(value).some((each) => names(each, needles, depth + 1));
}

async function namedIn(sessionId: string, area: SmallArea | undefined): Promise<string[]> {
  const all = (await area?.get(null).catch(() => ({}))) ?? {};
  return Object.entries(all).flatMap(([key, value]) => (names([key, value], [sessionId]) ? [key] : []));
}

async function clearArea(sessionId: string, area: SmallArea | undefined): Promise<void> {
  const keys = await namedIn(sessionId, area);
  if (keys.length) await area?.remove(keys);
}
