import type { Chunk } from '../model/stream.ts';
import { decodeChunk, parseEvents } from './decode-chunk.ts';
import type { RawEvent } from './replay-event.ts';

export type ChunkReader = {
  read(chunk: Chunk): Promise<RawEvent[]>;
  prefetch(chunks: readonly Chunk[]): void;
};

/** Decoded text kept ready: about twenty windows of a two-hour walk. */
const keptBytes = 64 * 1024 * 1024;

/** Reads chunks through a cache of decoded text, the longest unused going first; each read gives new events. */
export function createChunkReader(
  readObject: (object: string) => Promise<Uint8Array>,
  most = keptBytes,
): ChunkReader {
  const kept = new Map<string, Promise<string>>();
  const sizes = new Map<string, number>();
  let total = 0;

  function drop(object: string): void {
    total -= sizes.get(object) ?? 0;
    sizes.delete(object);
    kept.delete(object);
  }

  function textOf(object: string): Promise<string> {
    const known = kept.get(object);
    if (known) {
      kept.delete(object);
      kept.set(object, known);
      return known;
    }
    const text = readObject(object).then((bytes) => decodeChunk(bytes, object));
    kept.set(object, text);
    text.then(
      ({ length }) => {
        if (kept.get(object) !== text) return;
        sizes.set(object, length * 2);
        total += length * 2;
        for (const oldest of kept.keys()) {
          if (total <= most || oldest === object) break;
          drop(oldest);
        }
      },
      () => drop(object),
    );
    return text;
  }

  return {
    read: async ({ object, codec }) => parseEvents(await textOf(object), object, codec),
    prefetch(chunks) {
      for (const { object } of chunks) textOf(object).catch(() => undefined);
    },
  };
}
