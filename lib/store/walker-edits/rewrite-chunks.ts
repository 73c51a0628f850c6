import { decodeEvents } from '../../model/chunk-codec/index.ts';
import type { Chunk } from '../../model/stream.ts';
import type { ObjectRow } from '../database.ts';
import { gunzip, gzip } from '../gzip.ts';
import { sha256 } from '../objects.ts';
import { spell } from '../spell-events.ts';

export type Event = { type: number; timestamp: number; data?: unknown };
/** What becomes of a chunk: itself, or other events in its place, each group a chunk; none takes it out. */
export type Rewritten = 'same' | { keyframe: boolean; events: Event[] }[];

/** Reads a chunk's events, freshly made on each call. */
export async function readEvents(
  chunk: Pick<Chunk, 'object' | 'codec'>,
  read: (object: string) => Promise<Uint8Array>,
): Promise<Event[]> {
  const text = await gunzip(await read(chunk.object));
  // Rows of the first versions name no codec: they are plain JSON.
  return (chunk.codec === 'compact-1' ? decodeEvents(text) : JSON.parse(text)) as Event[];
}

/** One stream's chunks written anew: numbered from 0 and chained by hash again, over what the objects are now. */
export async function rechain<C extends Chunk>(
  chunks: readonly { chunk: C; rewritten: Rewritten }[],
): Promise<{ chunks: C[]; objects: ObjectRow[] }> {
  const result: C[] = [];
  const objects: ObjectRow[] = [];
  let chain = '';
  const link = async (chunk: C) => {
    chain = await sha256(new TextEncoder().encode(chain + chunk.object));
    result.push({ ...chunk, n: result.length, chain });
  };
  for (const { chunk, rewritten } of chunks) {
    if (rewritten === 'same') await link(chunk);
    else
      for (const { keyframe, events } of rewritten) {
        if (events.length === 0) continue;
        const { codec, text } = spell(events);
        const data = await gzip(text);
        const object = await sha256(data);
        objects.push({ object, type: 'application/gzip', bytes: data.length, data });
        const times = events.map((event) => event.timestamp);
        const [from, to] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
        await link({
          ...chunk,
          keyframe,
          codec,
          object,
          from,
          to,
          events: events.length,
          bytes: data.length,
        });
      }
  }
  return { chunks: result, objects };
}
