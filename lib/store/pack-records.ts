import type { Table } from 'dexie';
import type { ZyDatabase } from './database.ts';
import { gunzip, gzip } from './gzip.ts';

/** Tables whose rows nobody edits once a walk is closed. */
const packedTables = [
  'streams',
  'chunks',
  'visits',
  'actions',
  'incidents',
  'requests',
  'screenshots',
  'fields',
  'waits',
  'sightings',
  'pageTimings',
  'maskCounts',
  'guidePages',
  'pageChecks',
  'costs',
] as const;
export type PackedTable = (typeof packedTables)[number];
type Row = Record<string, unknown>;

/** A closed walk's rows of all those tables: one gzipped JSON object of lists, and how many there are of each. */
export type PackedRow = { sessionId: string; counts: Record<PackedTable, number>; data: Uint8Array };

/**
 * Puts a closed walk's rows together into one, a tenth of their size: row by row they would take more room than the
 * replay. Doing it again adds what came in between.
 */
export async function packRecords(db: ZyDatabase, sessionId: string): Promise<void> {
  const lists = await readRecords(db, sessionId);
  const packed = await packedOf(sessionId, lists);
  const tables = packedTables.map((name) => db[name] as Table<Row, unknown>);
  await db.transaction('rw', [db.packed, ...tables], async () => {
    await db.packed.put(packed);
    for (const name of packedTables) {
      const table = db[name] as Table<Row, unknown>;
      const key = table.schema.primKey.keyPath as string | string[];
      const keys = (lists[name] as Row[]).map((row) =>
        Array.isArray(key) ? key.map((part) => row[part]) : row[key],
      );
      await table.bulkDelete(keys);
    }
  });
}

/** True while some rows of a closed walk do not lie together yet. */
export async function hasLooseRecords(db: ZyDatabase, sessionId: string): Promise<boolean> {
  for (const name of packedTables)
    if ((await (db[name] as Table<Row, unknown>).where({ sessionId }).count()) > 0) return true;
  return false;
}

/** A session's rows of those tables as they lie together. */
export async function packedOf(sessionId: string, lists: Records): Promise<PackedRow> {
  const bare = Object.fromEntries(
    packedTables.map((name) => [name, (lists[name] as Row[]).map(({ sessionId: _own, ...row }) => row)]),
  );
  const counts = Object.fromEntries(packedTables.map((name) => [name, lists[name].length]));
  return { sessionId, counts: counts as PackedRow['counts'], data: await gzip(JSON.stringify(bare)) };
}

type Rows<T> = T extends Table<infer R, infer _K> ? R[] : never;
export type Records = { [N in PackedTable]: Rows<ZyDatabase[N]> };

/** A session's rows of the packed tables, wherever they lie; in no order. */
export async function readRecords(db: ZyDatabase, sessionId: string): Promise<Records> {
  const lists = {} as Record<PackedTable, Row[]>;
  const tables = packedTables.map((name) => db[name] as Table<Row, unknown>);
  // One view of both places: packing moves rows from one to the other.
  const packed = await db.transaction('r', [db.packed, ...tables], async () => {
    for (const name of packedTables)
      lists[name] = await (db[name] as Table<Row, unknown>).where({ sessionId }).toArray();
    return db.packed.get(sessionId);
  });
  if (packed) {
    const kept = JSON.parse(await gunzip(packed.data)) as Record<PackedTable, Row[]>;
    for (const name of packedTables)
      lists[name] = [...(kept[name] ?? []).map((row) => ({ ...row, sessionId })), ...lists[name]];
  }
  return lists as unknown as Records;
}

/** How many rows a session has of a table, without reading them. */
export async function countRecords(db: ZyDatabase, sessionId: string, name: PackedTable): Promise<number> {
  const loose = await (db[name] as Table<Row, unknown>).where({ sessionId }).count();
  return loose + ((await db.packed.get(sessionId))?.counts[name] ?? 0);
}
