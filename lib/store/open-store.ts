import { isWhollyKept } from '../model/delivery.ts';
import type { Programme } from '../model/programme.ts';
import type { SiteProfile } from '../model/site-profile.ts';
import { createCatalogues } from './catalogues.ts';
import { ZyDatabase } from './database.ts';
import { createDecisions } from './decisions.ts';
import { createDeliveries } from './deliveries.ts';
import { createHandEntries } from './hand-entries.ts';
import { createImported } from './imported.ts';
import { type Batch, keepBatch } from './keep-batch.ts';
import { createObjects } from './objects.ts';
import { countRecords, type PackedTable, packRecords, readRecords } from './pack-records.ts';
import { createPackShelf } from './packs.ts';
import { createProcessingLog } from './processing-log.ts';
import { type Absence, purgeSession, residueOf, type SmallArea } from './purge.ts';
import { createRectifications } from './rectifications.ts';
import { createReopener } from './reopen.ts';
import { sealChunks } from './seal-chunks.ts';
import { createSessions } from './sessions.ts';
import { createSettings } from './settings.ts';
import { createStated } from './stated.ts';
import { createWalkerEdits } from './walker-edits/index.ts';

/** Opens everything at rest in this browser. Opening twice (worker and pages) is fine: one database under both. */
export function openStore(db = new ZyDatabase(), area?: SmallArea) {
  const objects = createObjects(db);
  const reopening = createReopener(db);
  const settings = createSettings(db);
  const packs = createPackShelf(db);
  const sessions = createSessions(db, objects);
  const processing = createProcessingLog(db, async () => (await settings.read()).walker);
  const purge = async (sessionId: string, why: string, mayGo?: typeof isWhollyKept) => {
    const absence = await purgeSession(db, sessionId, (id) => sessions.remove(id, mayGo), area);
    if (!absence) return undefined;
    const { tables, rows } = absence;
    const detail = `${why} tables=${tables} rows=${Math.min(rows, 999_999)} residue=${residueOf(absence)}`;
    await processing.logProcessing({ kind: 'purged', sessionId, detail });
    return absence;
  };
  return {
    db,
    objects,
    decisions: createDecisions(db),
    sessions,
    settings,
    ...processing,
    packs,
    catalogues: createCatalogues(db),
    /** The packs and profiles beside the ones that ship; both reads begin at once, as a live query needs it. */
    async readImported(): Promise<{ programmes: Programme[]; siteProfiles: SiteProfile[] }> {
      const [kept, { siteProfiles }] = await Promise.all([packs.all(), settings.read()]);
      return { programmes: kept.map(({ programme }) => programme), siteProfiles };
    },
    deliveries: createDeliveries(db),
    handEntries: createHandEntries(db, objects),
    imported: createImported(db, objects),
    walkerEdits: createWalkerEdits(db),
    rectifications: createRectifications(db),
    stated: createStated(db),
    /** Does repeatable work again on a connection opened anew, when the one it had is gone. */
    reopening,
    /** Deletes a session for good, proves it, and writes both into the processing log. */
    purge: async (sessionId: string, why: string): Promise<Absence> =>
      (await purge(sessionId, why)) as Absence,
    /** The same, but only while the collector keeps all there is of it; else undefined, and nothing is deleted. */
    purgeKept: (sessionId: string, why: string) => purge(sessionId, why, isWhollyKept),
    keepBatch: (batch: Batch) => reopening(() => keepBatch(db, batch)),
    sealChunks: (sessionId: string) => sealChunks(db, objects, sessionId),
    /** Puts the rows of a walk that is closed together into one. */
    packRecords: (sessionId: string) => packRecords(db, sessionId),
    /** One picture of a session, wherever its row lies. */
    findScreenshot: async (sessionId: string, id: string) =>
      (await db.screenshots.get(id)) ??
      (await readRecords(db, sessionId)).screenshots.find((shot) => shot.id === id),
    countRecords: (sessionId: string, table: PackedTable) => countRecords(db, sessionId, table),
  };
}
export type Store = ReturnType<typeof openStore>;
export type { SessionRow } from './database.ts';
