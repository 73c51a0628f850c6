import type { Action } from '../model/action.ts';
import type { Field } from '../model/field.ts';
import type { Gap } from '../model/gap.ts';
import type { GuidePage } from '../model/guide-page.ts';
import type { Incident } from '../model/incident.ts';
import { addCounts } from '../model/mask-count.ts';
import type { PageTiming } from '../model/page-timing.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Visit } from '../model/visit.ts';
import type { Wait } from '../model/wait.ts';
import type { ZyDatabase } from './database.ts';
import { gzip } from './gzip.ts';
import { healLoad } from './heal-load.ts';

/** A parsed batch from one frame; `events` are redacted rrweb events. */
export type Batch = {
  sessionId: string;
  stream: string;
  seq: number;
  events: { type: number; timestamp: number }[];
  actions: Action[];
  incidents: Incident[];
  visits: Visit[];
  fields: Field[];
  waits: Wait[];
  sightings: Sighting[];
  timings: PageTiming[];
  guides: GuidePage[];
  gaps: Gap[];
  masked: Record<string, number>;
  cost: { snapshotMs: number; eventsMs: number; longestMs: number };
  /** Size of the message it came in, characters. */
  size: number;
};

/** The session a batch is for is not there any more. */
export class SessionGone extends Error {
  override name = 'SessionGone';
}

/** rrweb's Meta event, with which every keyframe begins. */
const META = 4;

/** Writes a batch once: the same stream and sequence number again changes nothing. One transaction, one ack. */
export async function keepBatch(db: ZyDatabase, batch: Batch): Promise<void> {
  const { sessionId, stream, seq, events } = batch;
  if (await db.batches.get([stream, seq])) return;
  const data = await gzip(JSON.stringify(events));
  const times = events.map((event) => event.timestamp);
  const tables = [
    db.sessions,
    db.batches,
    db.actions,
    db.incidents,
    db.visits,
    db.fields,
    db.waits,
    db.sightings,
    db.pageTimings,
    db.guidePages,
    db.gaps,
    db.costs,
    db.maskCounts,
  ];
  await db.transaction('rw', tables, async () => {
    if (await db.batches.get([stream, seq])) return;
    const session = await db.sessions.get(sessionId);
    // A session that was deleted takes nothing more; an answer that it did would not be true.
    if (!session) throw new SessionGone(sessionId);
    await db.batches.add({
      sessionId,
      stream,
      seq,
      data,
      keyframe: events[0]?.type === META,
      events: events.length,
      from: times.length ? Math.min(...times) : 0,
      to: times.length ? Math.max(...times) : 0,
    });
    await db.actions.bulkPut(batch.actions.map((row) => ({ ...row, sessionId })));
    await db.incidents.bulkPut(batch.incidents.map((row) => ({ ...row, sessionId })));
    await db.visits.bulkPut(batch.visits.map((row) => ({ ...row, sessionId })));
    await db.fields.bulkPut(batch.fields.map((row) => ({ ...row, sessionId })));
    await db.waits.bulkPut(batch.waits.map((row) => ({ ...row, sessionId })));
    await db.sightings.bulkPut(batch.sightings.map((row) => ({ ...row, sessionId })));
    await db.pageTimings.bulkPut(batch.timings.map((row) => ({ ...row, sessionId })));
    await db.guidePages.bulkPut(batch.guides.map((row) => ({ ...row, sessionId })));
    await db.gaps.bulkPut(batch.gaps.map((row) => ({ ...row, sessionId })));
    await healLoad(db, sessionId, batch.timings);
    const masked = { ...session.masked };
    addCounts(masked, batch.masked);
    if (Object.values(batch.masked).some((count) => count > 0))
      await db.maskCounts.put({
        id: `${stream}.${seq}`.slice(-80),
        at: momentOf(batch),
        stream,
        found: batch.masked,
        sessionId,
      });
    await db.sessions.update(sessionId, { masked });
    const cost = (await db.costs.get(stream)) ?? {
      sessionId,
      stream,
      snapshotMs: 0,
      eventsMs: 0,
      longestMs: 0,
      events: 0,
      bytes: 0,
    };
    await db.costs.put({
      ...cost,
      snapshotMs: cost.snapshotMs + batch.cost.snapshotMs,
      eventsMs: cost.eventsMs + batch.cost.eventsMs,
      longestMs: Math.max(cost.longestMs, batch.cost.longestMs),
      events: cost.events + events.length,
      bytes: cost.bytes + batch.size,
    });
  });
}

/** The last moment a batch tells of. */
function momentOf({ events, actions, visits }: Batch): number {
  const moments = [
    ...events.map((event) => event.timestamp),
    ...[...actions, ...visits].map((row) => row.at),
  ];
  return moments.length ? Math.max(...moments) : Date.now();
}
