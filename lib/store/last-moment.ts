import type { Table } from 'dexie';
import type { ZyDatabase } from './database.ts';

const everAfter = Number.MAX_SAFE_INTEGER;

/** The moment of the newest replay event kept of a stream, or 0; found from its newest batch backwards. */
export async function lastEventOf(db: ZyDatabase, stream: string): Promise<number> {
  const batch = await db.batches
    .where('[stream+seq]')
    .between([stream, 0], [stream, everAfter])
    .reverse()
    .filter((row) => row.to > 0)
    .first();
  if (batch) return batch.to;
  const chunk = await db.chunks.where('[stream+n]').between([stream, 0], [stream, everAfter]).last();
  return chunk?.to ?? 0;
}

/** The moment of the last replay event kept of a tab, or when its newest stream began; 0 when it has none. */
export async function lastMomentOfTab(db: ZyDatabase, sessionId: string, tab: number): Promise<number> {
  const streams = await db.streams
    .where({ sessionId })
    .filter((stream) => stream.tab === tab)
    .toArray();
  const ends = await Promise.all(streams.map((stream) => lastEventOf(db, stream.id)));
  return Math.max(0, ...ends, ...streams.map((stream) => stream.startedAt));
}

/** The newest stream of a frame, the address it was recorded at, and the moment of its last event or of its beginning. */
export async function lastOfFrame(
  db: ZyDatabase,
  sessionId: string,
  tab: number,
  frame: number,
): Promise<{ stream: string; url: string; at: number } | undefined> {
  const streams = await db.streams
    .where({ sessionId })
    .filter((stream) => stream.tab === tab && stream.frame === frame)
    .sortBy('startedAt');
  const last = streams.at(-1);
  return (
    last && { stream: last.id, url: last.url, at: Math.max(last.startedAt, await lastEventOf(db, last.id)) }
  );
}

/**
 * The moment of the last thing kept of a session, of whatever kind: where its evidence ends when the browser is
 * killed. Reads the newest row of each table, not the tables.
 */
export async function lastMoment(db: ZyDatabase, id: string): Promise<number> {
  let last = (await db.sessions.get(id))?.startedAt ?? 0;
  const note = (moment: number | undefined) => {
    if (moment !== undefined && moment > last) last = moment;
  };
  const newest = <T>(table: Table<T, string>) =>
    table.where('[sessionId+at]').between([id, 0], [id, everAfter]).last();
  const { visits, actions, incidents, screenshots, painPoints, bookmarks, fields, sightings } = db;
  for (const table of [visits, actions, incidents, screenshots, painPoints, bookmarks, fields, sightings])
    note((await newest(table as Table<{ at: number }, string>))?.at);
  note((await newest(db.waits))?.to);
  const request = await newest(db.requests);
  note(request && request.at + request.duration);
  for (const stream of await db.streams.where({ sessionId: id }).toArray()) {
    note(stream.startedAt);
    note(await lastEventOf(db, stream.id));
  }
  return last;
}
