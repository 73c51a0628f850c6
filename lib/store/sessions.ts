import type { Delivery } from '../model/delivery.ts';
import type { SessionRow, ZyDatabase } from './database.ts';
import { lastMoment, lastMomentOfTab, lastOfFrame } from './last-moment.ts';
import type { Objects } from './objects.ts';
import { readRecords } from './pack-records.ts';

/** Sessions and their evidence at rest. */
export function createSessions(db: ZyDatabase, objects: Objects) {
  return {
    find: (id: string) => db.sessions.get(id),

    /** The session that this run of the browser is recording. */
    async findOpen(browserRun: string): Promise<SessionRow | undefined> {
      const rows = await db.sessions.where('state').anyOf('recording', 'paused').toArray();
      return rows.find((row) => row.browserRun === browserRun);
    },

    /** Sessions that an earlier run of the browser left unfinished. */
    async unfinished(browserRun: string): Promise<SessionRow[]> {
      const rows = await db.sessions.where('state').anyOf('recording', 'paused').toArray();
      return rows.filter((row) => row.browserRun !== browserRun);
    },

    /** The moment of the last thing kept of a session. */
    lastMoment: (id: string) => lastMoment(db, id),

    /** The same of one of its tabs, by its replay alone; 0 when there is none. */
    lastMomentOfTab: (id: string, tab: number) => lastMomentOfTab(db, id, tab),

    /** The newest stream of one of its frames, and the moment of the last thing kept of it. */
    lastOfFrame: (id: string, tab: number, frame: number) => lastOfFrame(db, id, tab, frame),

    /** Everything a report is made of, each list in order of time. */
    async readWhole(id: string) {
      const session = await db.sessions.get(id);
      if (!session) return undefined;
      const of = { sessionId: id };
      const byTime = <T extends { at: number }>(rows: T[]) => rows.sort((a, b) => a.at - b.at);
      const editable = {
        steps: (await db.steps.where(of).toArray()).sort((a, b) => a.from - b.from),
        painPoints: byTime(await db.painPoints.where(of).toArray()),
        bookmarks: byTime(await db.bookmarks.where(of).toArray()),
        gaps: (await db.gaps.where(of).toArray()).sort((a, b) => a.from - b.from),
        decisions: await db.decisions.where(of).toArray(),
        objects: await objects.entriesOf(id),
      };
      // Last, because a live query loses track of what is read after the unpacking.
      const records = await readRecords(db, id);
      return {
        session,
        ...editable,
        assets: session.assets ?? [],
        streams: records.streams.sort((a, b) => a.startedAt - b.startedAt),
        chunks: records.chunks.sort((a, b) => (a.stream === b.stream ? a.n - b.n : a.from - b.from)),
        visits: byTime(records.visits),
        actions: byTime(records.actions),
        incidents: byTime(records.incidents),
        requests: byTime(records.requests),
        screenshots: byTime(records.screenshots),
        fields: byTime(records.fields),
        waits: byTime(records.waits),
        sightings: byTime(records.sightings),
        pageTimings: byTime(records.pageTimings),
        maskCounts: byTime(records.maskCounts),
        guidePages: byTime(records.guidePages),
        pageChecks: byTime(records.pageChecks),
        costs: records.costs,
      };
    },

    /** Bytes that a session takes here: its objects, its packed records and the batches not sealed yet. */
    async storedBytes(id: string): Promise<number> {
      let total = 0;
      for (const entry of await objects.entriesOf(id)) total += entry.bytes;
      await db.batches.where({ sessionId: id }).each((row) => {
        total += row.data.length;
      });
      return total + ((await db.packed.get(id))?.data.length ?? 0);
    },

    /**
     * Deletes a session with all its evidence, its delivery, and the objects nothing else uses. False, and nothing is
     * deleted, where `mayGo` says so of its delivery as it is at that moment.
     */
    async remove(id: string, mayGo?: (delivery: Delivery | undefined) => boolean): Promise<boolean> {
      return db.transaction(
        'rw',
        [db.sessions, db.deliveries, db.imported, db.objects, ...db.evidence],
        async () => {
          if (mayGo && !mayGo(await db.deliveries.get(id))) return false;
          const names = (await db.objectUses.where({ sessionId: id }).toArray()).map((use) => use.object);
          for (const table of db.evidence) await table.where({ sessionId: id }).delete();
          await db.deliveries.delete(id);
          await db.imported.delete(id);
          await db.sessions.delete(id);
          await objects.dropUnused(names);
          return true;
        },
      );
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;
