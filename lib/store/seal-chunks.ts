import { mostEvents } from '../model/chunk-codec/index.ts';
import type { Chunk } from '../model/stream.ts';
import type { BatchRow, ZyDatabase } from './database.ts';
import { gunzip, gzip } from './gzip.ts';
import { openAssetNumbering } from './number-assets.ts';
import { type Objects, sha256 } from './objects.ts';
import { spell } from './spell-events.ts';
import { readBatch } from './unpack-trees.ts';

/** A chunk is closed at each checkout, and after about this many gzipped bytes of batches. */
const fullAt = 1_000_000;

export type LostBatch = { stream: string; from: number; to: number };

/**
 * Seals a session's batches into chunk objects, stream by stream, each chained to the one before, and says where
 * sequence numbers are missing or an event could not be read. Batches go once their chunk is kept; calling it again goes on where it stopped and
 * says the same.
 */
export async function sealChunks(
  db: ZyDatabase,
  objects: Objects,
  sessionId: string,
): Promise<{ lost: LostBatch[] }> {
  const lost = (await db.sessions.get(sessionId))?.lost ?? (await findLost(db, sessionId));
  await db.sessions.update(sessionId, { lost });
  const assets = await openAssetNumbering(db, sessionId);
  for (const stream of await db.streams.where({ sessionId }).toArray()) {
    const rows = await db.batches
      .where('[stream+seq]')
      .between([stream.id, 0], [stream.id, Number.MAX_SAFE_INTEGER])
      .toArray();
    const done = await db.chunks
      .where('[stream+n]')
      .between([stream.id, 0], [stream.id, Number.MAX_SAFE_INTEGER])
      .toArray();
    let previous = done.at(-1)?.chain ?? '';
    let n = done.length;
    for (const group of groupsOf(rows.filter((row) => row.events > 0))) {
      const events: unknown[] = [];
      for (const row of group) {
        const batch = readBatch(assets.renumber(stream.id, await gunzip(row.data)));
        events.push(...batch.events);
        for (const at of batch.unreadable) lost.push({ stream: stream.id, from: at, to: at });
      }
      await assets.save();
      const keys = group.map((row) => [row.stream, row.seq] as [string, number]);
      if (events.length === 0) {
        await db.transaction('rw', db.sessions, db.batches, async () => {
          await db.sessions.update(sessionId, { lost });
          await db.batches.bulkDelete(keys);
        });
        continue;
      }
      const chunk = await writeChunk(objects, sessionId, stream.id, n, previous, group, events);
      await db.transaction('rw', db.sessions, db.chunks, db.batches, async () => {
        await db.sessions.update(sessionId, { lost });
        await db.chunks.put({ ...chunk, sessionId });
        await db.batches.bulkDelete(keys);
      });
      previous = chunk.chain;
      n += 1;
    }
  }
  await assets.save();
  // What is left carried rows alone, which were stored when it came.
  await db.batches
    .where({ sessionId })
    .and((row) => row.events === 0)
    .delete();
  return { lost };
}

/** Holes in the numbering of each stream's batches, from the last moment before to the first one after. */
async function findLost(db: ZyDatabase, sessionId: string): Promise<LostBatch[]> {
  const began = new Map(
    (await db.streams.where({ sessionId }).toArray()).map((stream) => [stream.id, stream.startedAt]),
  );
  const rows: Pick<BatchRow, 'stream' | 'seq' | 'from' | 'to'>[] = [];
  await db.batches
    .where({ sessionId })
    .each(({ stream, seq, from, to }) => rows.push({ stream, seq, from, to }));
  const lost: LostBatch[] = [];
  let before: { stream: string; seq: number; at: number } | undefined;
  // Batches without replay events have no times of their own: a hole is closed at the next one that has.
  let hole: LostBatch | undefined;
  for (const { stream, seq, from, to } of rows.sort((a, b) =>
    a.stream === b.stream ? a.seq - b.seq : a.stream < b.stream ? -1 : 1,
  )) {
    if (before?.stream !== stream) {
      before = { stream, seq: -1, at: began.get(stream) ?? from };
      hole = undefined;
    }
    if (seq !== before.seq + 1 && !hole) lost.push((hole = { stream, from: before.at, to: before.at }));
    if (hole && from) {
      hole.to = Math.max(hole.from, from);
      hole = undefined;
    }
    before = { stream, seq, at: to || before.at };
  }
  return lost;
}

function groupsOf(rows: BatchRow[]): BatchRow[][] {
  const groups: BatchRow[][] = [];
  let size = 0;
  let events = 0;
  for (const row of rows) {
    const open = groups.at(-1);
    if (!open || row.keyframe || size > fullAt || events + row.events > mostEvents) {
      groups.push([row]);
      size = 0;
      events = 0;
    } else {
      open.push(row);
    }
    size += row.data.length;
    events += row.events;
  }
  return groups;
}

async function writeChunk(
  objects: Objects,
  sessionId: string,
  stream: string,
  n: number,
  previous: string,
  group: BatchRow[],
  events: unknown[],
): Promise<Chunk> {
  const { codec, text } = spell(events);
  const data = await gzip(text);
  const object = await objects.keep(sessionId, 'application/gzip', data);
  return {
    stream,
    n,
    object,
    codec,
    keyframe: group[0]?.keyframe ?? false,
    from: Math.min(...group.map((row) => row.from)),
    to: Math.max(...group.map((row) => row.to)),
    events: events.length,
    bytes: data.length,
    chain: await sha256(new TextEncoder().encode(previous + object)),
  };
}
