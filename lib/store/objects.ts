import type { ObjectEntry } from '../model/object-entry.ts';
import type { ZyDatabase } from './database.ts';
import { gzip } from './gzip.ts';

/** Lower-case hexadecimal SHA-256. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A text as it is kept: gzipped where that is smaller, which a short one is not. */
export async function packText(
  type: ObjectEntry['type'],
  text: Uint8Array,
): Promise<{ type: ObjectEntry['type']; data: Uint8Array }> {
  const packed = await gzip(text);
  return packed.length < text.length ? { type: 'application/gzip', data: packed } : { type, data: text };
}

/** Objects at rest: immutable blobs by their SHA-256, each kept once and counted by the sessions that use it. */
export function createObjects(db: ZyDatabase) {
  const put = async (
    sessionId: string,
    object: string,
    type: ObjectEntry['type'],
    data: Uint8Array,
  ): Promise<void> => {
    await db.transaction('rw', db.objects, db.objectUses, async () => {
      if (!(await db.objects.get(object))) await db.objects.put({ object, type, bytes: data.length, data });
      await db.objectUses.put({ sessionId, object });
    });
  };
  return {
    /** Keeps the bytes, whose name is known already, for a session. */
    put,

    /** Keeps the bytes for a session and gives their name. */
    async keep(sessionId: string, type: ObjectEntry['type'], data: Uint8Array): Promise<string> {
      const object = await sha256(data);
      await put(sessionId, object, type, data);
      return object;
    },

    /**
     * Keeps a text as `packText` has it, and gives its name and what it weighs. What it is stands where it is named:
     * an asset of kind `style`. Whoever reads it looks there (docs/adr/0022).
     */
    async keepText(
      sessionId: string,
      type: ObjectEntry['type'],
      text: Uint8Array,
    ): Promise<{ object: string; bytes: number }> {
      const packed = await packText(type, text);
      return { object: await this.keep(sessionId, packed.type, packed.data), bytes: packed.data.length };
    },

    /** The bytes of an object; throws when it is not kept here. */
    async mustRead(object: string): Promise<Uint8Array> {
      const row = await db.objects.get(object);
      if (!row) throw new Error(`object ${object} is not kept here`);
      return row.data;
    },

    /** Names, sizes and types of a session's objects. */
    async entriesOf(sessionId: string): Promise<ObjectEntry[]> {
      const uses = await db.objectUses.where({ sessionId }).toArray();
      const rows = await db.objects.bulkGet(uses.map((use) => use.object));
      return rows.flatMap((row) => (row ? [{ object: row.object, bytes: row.bytes, type: row.type }] : []));
    },

    /** Drops the objects that no session uses any more, among those named. */
    async dropUnused(names: string[]): Promise<void> {
      await db.transaction('rw', db.objects, db.objectUses, async () => {
        for (const object of names) {
          if ((await db.objectUses.where({ object }).count()) === 0) await db.objects.delete(object);
        }
      });
    },
  };
}
export type Objects = ReturnType<typeof createObjects>;
