import type { SessionRow, ZyDatabase } from './database.ts';
import type { Objects } from './objects.ts';

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
    async lastMoment(id: string): Promise<number> {
      const session = await db.sessions.get(id);
      let last = session?.startedAt ?? 0;
      for (const table of [db.visits, db.actions, db.incidents, db.screenshots, db.painPoints]) {
        const rows = await table
          .where('[sessionId+at]')
          .between([id, 0], [id, Number.MAX_SAFE_INTEGER])
          .reverse()
          .limit(1)
          .toArray();
        last = Math.max(last, rows[0]?.at ?? 0);
      }
      await db.batches.where({ sessionId: id }).each((row) => {
        last = Math.max(last, row.to);
      });
      return last;
    },

    /** Everything a report is made of, each list in order of time. */
    async readWhole(id: string) {
      const session = await db.sessions.get(id);
      if (!session) return undefined;
      const of = { sessionId: id };
      const byTime = <T extends { at: number }>(rows: T[]) => rows.sort((a, b) => a.at - b.at);
      return {
        session,
        streams: (await db.streams.where(of).toArray()).sort((a, b) => a.startedAt - b.startedAt),
        chunks: (await db.chunks.where(of).toArray()).sort((a, b) =>
          a.stream === b.stream ? a.n - b.n : a.from - b.from,
        ),
        visits: byTime(await db.visits.where(of).toArray()),
        steps: (await db.steps.where(of).toArray()).sort((a, b) => a.from - b.from),
        actions: byTime(await db.actions.where(of).toArray()),
        incidents: byTime(await db.incidents.where(of).toArray()),
        requests: byTime(await db.requests.where(of).toArray()),
        screenshots: byTime(await db.screenshots.where(of).toArray()),
        painPoints: byTime(await db.painPoints.where(of).toArray()),
        fields: byTime(await db.fields.where(of).toArray()),
        waits: byTime(await db.waits.where(of).toArray()),
        sightings: byTime(await db.sightings.where(of).toArray()),
        pageTimings: byTime(await db.pageTimings.where(of).toArray()),
        gaps: (await db.gaps.where(of).toArray()).sort((a, b) => a.from - b.from),
        costs: await db.costs.where(of).toArray(),
        objects: await objects.entriesOf(id),
      };
    },

    /** Bytes that a session takes here: its objects and the batches not sealed yet. */
    async storedBytes(id: string): Promise<number> {
      let total = 0;
      for (const entry of await objects.entriesOf(id)) total += entry.bytes;
      await db.batches.where({ sessionId: id }).each((row) => {
        total += row.data.length;
      });
      return total;
    },

    /** Deletes a session with all its evidence, its delivery, and the objects nothing else uses. */
    async remove(id: string): Promise<void> {
      await db.transaction(
        'rw',
        [db.sessions, db.deliveries, db.imported, db.objects, ...db.evidence],
        async () => {
          const names = (await db.objectUses.where({ sessionId: id }).toArray()).map((use) => use.object);
          for (const table of db.evidence) await table.where({ sessionId: id }).delete();
          await db.deliveries.delete(id);
          await db.imported.delete(id);
          await db.sessions.delete(id);
          await objects.dropUnused(names);
        },
      );
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;
