import { objectsNamedBy, type SessionReport } from '../model/report.ts';
import type { Chunk } from '../model/stream.ts';
import { HandOverFileError } from './hand-over-error.ts';
import { sha256 } from './hash.ts';

/** A chunk's link: SHA-256 over the link before it ('' for a stream's first chunk) and the object's name. */
export function chainOf(previousChain: string, object: string): Promise<string> {
  return sha256(previousChain + object);
}

/**
 * Checks a report against its objects: every object named is listed and at hand, is what its name says and as
 * long as listed, and every stream's chunks are numbered from 0 and chained without a break.
 * Throws a HandOverFileError ('object-missing', 'object-hash', 'chain-broken').
 */
export async function verifyReport(
  report: SessionReport,
  findObject: (object: string) => Promise<Uint8Array | undefined>,
): Promise<void> {
  const listed = new Set(report.objects.map((entry) => entry.object));
  for (const object of objectsNamedBy(report)) {
    if (!listed.has(object))
      throw new HandOverFileError('object-missing', { what: 'not-listed', where: object });
  }
  await verifyChains(report);
  for (const entry of report.objects) {
    const bytes = await findObject(entry.object);
    if (!bytes) throw new HandOverFileError('object-missing', { what: 'not-there', where: entry.object });
    if (bytes.length !== entry.bytes || (await sha256(bytes)) !== entry.object) {
      throw new HandOverFileError('object-hash', { what: 'other-bytes', where: entry.object });
    }
  }
}

/** The chain alone, without the objects' bytes. */
export async function verifyChains(report: SessionReport): Promise<void> {
  const streams = new Map<string, { chunk: Chunk; index: number }[]>();
  for (const stream of report.streams) streams.set(stream.id, []);
  for (const [index, chunk] of report.chunks.entries()) {
    const chunks = streams.get(chunk.stream);
    if (!chunks) throw broken('unknown-stream', chunk.stream, index);
    chunks.push({ chunk, index });
  }
  for (const chunks of streams.values()) {
    let previous = '';
    for (const [n, { chunk, index }] of chunks.sort((a, b) => a.chunk.n - b.chunk.n).entries()) {
      if (chunk.n !== n) throw broken('number', chunk.stream, index);
      previous = await chainOf(previous, chunk.object);
      if (chunk.chain !== previous) throw broken('link', chunk.stream, index);
    }
  }
}

const broken = (what: string, where: string, index: number) =>
  new HandOverFileError('chain-broken', { what, where, field: `chunks.${index}` });
