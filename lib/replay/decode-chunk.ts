import { decodeEvents, mostEvents } from '../model/chunk-codec/index.ts';
import type { Chunk } from '../model/stream.ts';
import { ReplayDataError } from './replay-data-error.ts';
import type { RawEvent } from './replay-event.ts';

/** A three-minute chunk of a heavy portal is some MB; beyond this a reader's tab would be in danger. */
export const mostInflated = 200 * 1024 * 1024;

/**
 * Checks that a chunk's bytes are what its name says and inflates them to the text its codec spells.
 * Throws a ReplayDataError ('object-hash', 'not-gzip', 'too-large').
 */
export async function decodeChunk(bytes: Uint8Array, object: string, most = mostInflated): Promise<string> {
  if ((await hexOf(bytes)) !== object) throw new ReplayDataError('object-hash', object);
  return inflate(bytes, object, most);
}

/** The text of gzipped bytes, `most` bytes at most. Throws a ReplayDataError ('not-gzip', 'too-large'). */
export async function inflate(bytes: Uint8Array, object: string, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ReplayDataError('not-gzip', object);
    });
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      throw new ReplayDataError('too-large', object);
    }
    pieces.push(value);
  }
  return new Blob(pieces as Uint8Array<ArrayBuffer>[]).text();
}

/**
 * The events of a chunk's text, freshly made on each call: a Replayer changes what it is given.
 * Throws a ReplayDataError ('not-events', 'too-large').
 */
export function parseEvents(text: string, object: string, codec: Chunk['codec'] = 'json'): RawEvent[] {
  let data: unknown;
  try {
    data =
      codec === 'json' ? JSON.parse(text) : decodeEvents(text, { events: mostEvents, decoded: mostInflated });
  } catch (error) {
    throw new ReplayDataError(error instanceof RangeError ? 'too-large' : 'not-events', object);
  }
  if (!Array.isArray(data)) throw new ReplayDataError('not-events', object);
  if (data.length > mostEvents) throw new ReplayDataError('too-large', object);
  if (!data.every(isEvent)) throw new ReplayDataError('not-events', object);
  return data;
}

function isEvent(event: RawEvent | null): boolean {
  if (typeof event !== 'object' || event === null) return false;
  const { type, timestamp } = event;
  return Number.isInteger(type) && type >= 0 && type <= 6 && Number.isFinite(timestamp) && timestamp >= 0;
}

/** Lower-case hexadecimal SHA-256. */
export async function hexOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
