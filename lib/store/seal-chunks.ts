import type { Chunk } from '../model/stream.ts';
import type { BatchRow, ZyDatabase } from './database.ts';
import { gunzip, gzip } from './gzip.ts';
import { type Objects, sha256 } from './objects.ts';

/** A chunk is closed at each checkout, and after about this many gzipped bytes of batches. */
const fullAt = 1_000_000;

/**
 * Seals a session's batches into chunk objects, stream by stream, each chained to the one before, and says where
 * sequence numbers are missing. Batches go once their chunk is kept; calling it again goes on where it stopped.
 */
export async function sealChunks(db: ZyDatabase, objects: Objects, sessionId: string): Promise<{ lost: LostBatch[] }> {
  const lost: LostBatch[] = [];
  const streams = await db.streams.where({ sessionId }).toArray();
  for (const stream of streams) {
    const rows = await db.batches.where('[stream+seq]').between([stream.id, 0], [stream.id, Number.MAX_SAFE_INTEGER]).toArray();
    lost.push(...missingBetween(rows));
    const kept = rows.filter((row) => row.events > 0);
    const done = await db.chunks.where('[stream+n]').between([stream.id, 0], [stream.id, Number.MAX_SAFE_INTEGER]).toArray();
    let previous = done.at(-1)?.chain ?? '';
    let n = done.length;
    for (const group of groupsOf(kept)) {
      const chunk = await writeChunk(objects, sessionId, stream.id, n, previous, group);
      await db.transaction('rw', db.chunks, db.batches, async () => {
        await db.chunks.put({ ...chunk, sessionId });
        await db.batches.bulkDelete(group.map((row) => [row.stream, row.seq] as [string, number]));
      });
      previous = chunk.chain;
      n += 1;
    }
  }
  await db.sessions.update(sessionId, { sealed: true });
  return { lost };
}

export type LostBatch = { stream: string; from: number; to: number };

function missingBetween(rows: BatchRow[]): LostBatch[] {
  const lost: LostBatch[] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (before && row.seq !== before.seq + 1) lost.push({ stream: row.stream, from: before.to, to: row.from || before.to });
  });
  return lost;
}

function groupsOf(rows: BatchRow[]): BatchRow[][] {
  const groups: BatchRow[][] = [];
  let size = 0;
  for (const row of rows) {
    const open = groups.at(-1);
    if (!open || row.keyframe || size > fullAt) {
      groups.push([row]);
      size = 0;
    } else {
      open.push(row);
    }
    size += row.data.length;
  }
  return groups;
}

async function writeChunk(
  objects: Objects, sessionId: string, stream: string, n: number, previous: string, group: BatchRow[],
): Promise<Chunk> {
  const events: unknown[] = [];
  for (const row of group) events.push(...(JSON.parse(await gunzip(row.data)) as unknown[]));
  const data = await gzip(JSON.stringify(events));
  const object = await objects.keep(sessionId, 'application/gzip', data);
  return {
    stream, n, object,
    keyframe: group[0]?.keyframe ?? false,
    from: Math.min(...group.map((row) => row.from)),
    to: Math.max(...group.map((row) => row.to)),
    events: events.length,
    bytes: data.length,
    chain: await sha256(new TextEncoder().encode(previous + object)),
  };
}
