import { ProcessingEntry, type ProcessingWord } from '../model/processing-entry.ts';
import type { ZyDatabase } from './database.ts';

/**
 * The processing log: written to, read, never changed. Entries name a session by its id alone and stay when the session
 * is purged.
 */
export function createProcessingLog(
  db: ZyDatabase,
  readWalker: () => Promise<{ unit: string; name: string }>,
  now: () => number = Date.now,
) {
  return {
    /** Adds one entry; throws a ZodError when it says more than a code. */
    async logProcessing(word: ProcessingWord): Promise<void> {
      const { unit, name } = await readWalker().catch(() => ({ unit: '', name: '' }));
      const id = crypto.randomUUID().replaceAll('-', '');
      await db.processing.add(ProcessingEntry.parse({ ...word, id, at: now(), by: { unit, name } }));
    },
    /** Newest first. */
    readProcessing: (): Promise<ProcessingEntry[]> => db.processing.orderBy('at').reverse().toArray(),
  };
}
