import { encodeEvents } from '../model/chunk-codec/index.ts';
import type { Chunk } from '../model/stream.ts';

/** The compact spelling; plain JSON for what nests too deeply for it, so that nothing recorded is ever lost to it. */
export function spell(events: unknown[]): { codec: Chunk['codec']; text: string } {
  try {
    return { codec: 'compact-1', text: encodeEvents(events) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { codec: 'json', text: JSON.stringify(events) };
  }
}
