import type { Bookmark } from '../../model/bookmark.ts';
import type { Gap } from '../../model/gap.ts';
import type { PainPoint } from '../../model/pain-point.ts';
import { objectsNamedBy, type SessionReport } from '../../model/report.ts';
import type { Step } from '../../model/step.ts';
import type { SessionRow, ZyDatabase } from '../database.ts';
import { hasLooseRecords, type PackedRow, packRecords, type Records, readRecords } from '../pack-records.ts';

type Of<T> = T & { sessionId: string };

/** A closed walk as an edit finds it: every row, and the packed bytes by which an edit knows that nothing changed. */
export type Closed = {
  session: SessionRow;
  records: Records;
  steps: Of<Step>[];
  painPoints: Of<PainPoint>[];
  bookmarks: Of<Bookmark>[];
  gaps: Of<Gap>[];
  packed: PackedRow;
};

/** Reads a finished and sealed session. Throws 'session-missing' or 'session-open'. */
export async function mustReadClosed(db: ZyDatabase, sessionId: string): Promise<Closed> {
  const session = await db.sessions.get(sessionId);
  if (!session) throw new Error('session-missing');
  if (session.state !== 'finished' || !session.sealed) throw new Error('session-open');
  let packed = await db.packed.get(sessionId);
  if (!packed || (await hasLooseRecords(db, sessionId))) {
    await packRecords(db, sessionId);
    packed = await db.packed.get(sessionId);
  }
  if (!packed) throw new Error('session-missing');
  const of = { sessionId };
  return {
    session,
    packed,
    records: await readRecords(db, sessionId),
    steps: (await db.steps.where(of).toArray()).sort((a, b) => a.from - b.from),
    painPoints: await db.painPoints.where(of).toArray(),
    bookmarks: await db.bookmarks.where(of).toArray(),
    gaps: await db.gaps.where(of).toArray(),
  };
}

/** The objects that a session's rows rest on. */
export function objectsOf({ session, records }: Pick<Closed, 'session' | 'records'>): string[] {
  const named = { ...records, assets: session.assets ?? [] };
  return objectsNamedBy(named as unknown as SessionReport);
}
