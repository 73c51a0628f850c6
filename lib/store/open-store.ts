import { ZyDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createImported } from './imported.ts';
import { type Batch, keepBatch } from './keep-batch.ts';
import { createObjects } from './objects.ts';
import { sealChunks } from './seal-chunks.ts';
import { createSessions } from './sessions.ts';
import { createSettings } from './settings.ts';

/** Opens everything at rest in this browser. Opening twice (worker and pages) is fine: one database under both. */
export function openStore(db = new ZyDatabase()) {
  const objects = createObjects(db);
  return {
    db,
    objects,
    sessions: createSessions(db, objects),
    settings: createSettings(db),
    deliveries: createDeliveries(db),
    imported: createImported(db, objects),
    keepBatch: (batch: Batch) => keepBatch(db, batch),
    sealChunks: (sessionId: string) => sealChunks(db, objects, sessionId),
  };
}
export type Store = ReturnType<typeof openStore>;
export type { SessionRow } from './database.ts';
