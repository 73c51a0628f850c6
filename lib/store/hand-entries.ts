import { type HandEntry, problemsInEntry, settleEntry } from '../model/hand-entry.ts';
import { isByHand } from '../model/session.ts';
import { nothingStated } from '../model/stated-walk.ts';
import type { SessionRow, ZyDatabase } from './database.ts';
import type { Objects } from './objects.ts';
import { packedOf, readRecords } from './pack-records.ts';

/** What the background keeps beside a walk that it records; one entered by hand has nothing of it. */
const nothingRecorded: Omit<SessionRow, keyof HandEntry['session']> = {
  browserRun: '',
  tabs: [],
  visibleTab: 0,
  markKey: '',
  masked: {},
  sealed: true,
  namedSteps: [],
  warnings: [],
};

/** Walks entered by hand: drafts until they are finished, open to changes until they are handed in. */
export function createHandEntries(db: ZyDatabase, objects: Objects) {
  /** Throws 'handed-in' once somebody else has it or is about to. */
  const mustBeOpen = async (sessionId: string): Promise<void> => {
    const delivery = await db.deliveries.get(sessionId);
    if (delivery && delivery.state !== 'refused') throw new Error('handed-in');
  };

  /** Puts the photos in the place of those kept, wherever they lie, and drops what nothing uses any more. */
  const replacePhotos = async (sessionId: string, photos: HandEntry['photos']): Promise<void> => {
    const records = await readRecords(db, sessionId);
    const screenshots = photos.map((photo) => ({ ...photo, sessionId }));
    const packed =
      (await db.packed.get(sessionId)) && (await packedOf(sessionId, { ...records, screenshots }));
    const used = new Set(photos.map(({ object }) => object));
    await db.transaction('rw', db.packed, db.screenshots, db.objects, db.objectUses, async () => {
      if (packed) await db.packed.put(packed);
      await db.screenshots.where({ sessionId }).delete();
      if (!packed) await db.screenshots.bulkPut(screenshots);
      const uses = await db.objectUses.where({ sessionId }).toArray();
      const gone = uses.map(({ object }) => object).filter((object) => !used.has(object));
      await db.objectUses.bulkDelete(gone.map((object) => [sessionId, object] as [string, string]));
      await objects.dropUnused(gone);
    });
  };

  return {
    /** An entry as it is kept; undefined for a walk that was recorded, and for none. */
    async read(sessionId: string): Promise<HandEntry | undefined> {
      const row = await db.sessions.get(sessionId);
      if (!row || !isByHand(row)) return undefined;
      const session = { ...row, entry: 'by-hand' as const, stated: row.stated ?? nothingStated };
      const painPoints = await db.painPoints.where({ sessionId }).toArray();
      const { screenshots } = await readRecords(db, sessionId);
      return {
        session,
        painPoints: painPoints.sort((a, b) => a.at - b.at),
        photos: screenshots.sort((a, b) => a.at - b.at),
      };
    },

    /** True while it may still be changed here. */
    async isOpen(sessionId: string): Promise<boolean> {
      return mustBeOpen(sessionId).then(
        () => true,
        () => false,
      );
    },

    /**
     * Keeps an entry as far as it goes. One that was finished stays so while nothing in it is missing, else it is a
     * draft again. Throws 'handed-in'.
     */
    async save(entry: HandEntry, now: number): Promise<void> {
      const { session, painPoints, photos } = settleEntry(entry);
      const { id: sessionId } = session;
      await mustBeOpen(sessionId);
      const stays = session.state === 'finished' && problemsInEntry(entry, now).length === 0;
      const row = await db.sessions.get(sessionId);
      const kept: SessionRow = {
        ...nothingRecorded,
        ...row,
        ...session,
        // The form keeps its blank lines; what stands in the store of a draft is what was typed.
        stated: stays ? session.stated : entry.session.stated,
        state: stays ? 'finished' : 'draft',
      };
      await db.transaction('rw', db.sessions, db.painPoints, async () => {
        await db.sessions.put(kept);
        const ids = new Set(painPoints.map(({ id }) => id));
        await db.painPoints
          .where({ sessionId })
          .and(({ id }) => !ids.has(id))
          .delete();
        await db.painPoints.bulkPut(painPoints.map((point) => ({ ...point, sessionId })));
      });
      await replacePhotos(sessionId, photos);
    },

    /** Finishes an entry that has nothing missing. Throws 'handed-in', and 'not-finished' where something is. */
    async finish(entry: HandEntry, now: number): Promise<void> {
      if (problemsInEntry(entry, now).length > 0) throw new Error('not-finished');
      await this.save({ ...entry, session: { ...entry.session, state: 'finished' } }, now);
    },

    /** Keeps a photo's bytes for an entry and gives their name; the entry that names it is kept by `save`. */
    keepPhoto: (sessionId: string, bytes: Uint8Array): Promise<string> =>
      objects.keep(sessionId, 'image/jpeg', bytes),
  };
}
export type HandEntries = ReturnType<typeof createHandEntries>;
