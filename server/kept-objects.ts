import { eq, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { limits } from './limits.ts';
import { beginsAs, type ObjectType } from './object-type.ts';
import type { ObjectsFolder } from './objects-folder.ts';
import { Refusal } from './refusals.ts';
import { object, reportObject } from './schema.ts';

export type KeptObjects = ReturnType<typeof createKeptObjects>;
export type KeptObject = { bytes: number; type: string };

/** A JSON text as one parameter: an array of 100,000 names would be as many parameters. */
const among = (names: readonly string[]) =>
  sql`${object.sha256} in (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))`;

/** Objects by name: which are kept, keeping one, and reading those that a report names. */
export function createKeptObjects(db: Database, folder: ObjectsFolder) {
  async function find(names: readonly string[]): Promise<Map<string, KeptObject>> {
    const rows = await db.select().from(object).where(among(names));
    return new Map(rows.map((row) => [row.sha256, { bytes: row.bytes, type: row.type }]));
  }

  async function isKept(name: string): Promise<boolean> {
    return (await find([name])).has(name) && (await folder.has('objects', name));
  }

  return {
    find,
    isKept,

    /** Those that have to be sent; one whose file was lost counts as missing again. */
    async missing(names: readonly string[]): Promise<string[]> {
      const kept = await find(names);
      const missing: string[] = [];
      for (const name of new Set(names)) {
        if (!kept.has(name) || !(await folder.has('objects', name))) missing.push(name);
      }
      return missing;
    },

    /** Verifies name and type, then keeps; throws a refusal and leaves nothing otherwise. */
    async keep(name: string, type: ObjectType, source: AsyncIterable<Uint8Array>): Promise<void> {
      const spooled = await folder.spool(source, limits.objectBytes);
      try {
        if (spooled.sha256 !== name) throw new Refusal('hash-wrong');
        if (!beginsAs(type, spooled.head)) throw new Refusal('type-wrong', { field: 'Content-Type' });
        await folder.keep(spooled, 'objects', name);
      } catch (error) {
        await folder.discard(spooled);
        throw error;
      }
      await db
        .insert(object)
        .values({ sha256: name, bytes: spooled.bytes, type, keptAt: new Date() })
        .onConflictDoNothing();
    },

    /** An object that some report names; an uploaded one that none names stays unreadable. */
    async findNamed(name: string): Promise<KeptObject | undefined> {
      const [row] = await db
        .select({ bytes: object.bytes, type: object.type })
        .from(object)
        .innerJoin(reportObject, eq(reportObject.sha256, object.sha256))
        .where(eq(object.sha256, name))
        .limit(1);
      return row;
    },

    read: (name: string) => folder.read('objects', name),
  };
}
