import { ZyDatabase } from './database.ts';
import { createDecisions } from './decisions.ts';
import { createDeliveries } from './deliveries.ts';
import { createImported } from './imported.ts';
import { type Batch, keepBatch } from './keep-batch.ts';
import { createObjects } from './objects.ts';
import { countRecords, type PackedTable, packRecords } from './pack-records.ts';
import { createReopener } from './reopen.ts';
import { sealChunks } from './seal-chunks.ts';
import { createSessions } from './sessions.ts';
import { createSettings } from './settings.ts';

/** Opens everything at rest in this browser. Opening twice (worker and pages) is fine: one database under both. */
export function openStore(db = new ZyDatabase()) {
  const objects = createObjects(db);
  const reopening = createReopener(db);
  return {
    db,
    objects,
    sessions: createSessions(db, objects),
    settings: createSettings(db),
    decisions: createDecisions(db),
    deliveries: createDeliveries(db),
    imported: createImported(db, objects),
    /** Does repeatable work again on a connection opened anew, when the one it had is gone. */
    reopening,
    keepBatch: (batch: Batch) => reopening(() => keepBatch(db, batch)),
    sealChunks: (sessionId: string) => sealChunks(db, objects, sessionId),
    /** Puts the rows of a walk that is closed together into one. */
    packRecords: (sessionId: string) => packRecords(db, sessionId),
    countRecords: (sessionId: string, table: PackedTable) => countRecords(db, sessionId, table),
  };
}
export type Store = ReturnType<typeof openStore>;
export type { SessionRow } from './database.ts';
