import { constants, gunzipSync, inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { decodeEvents } from '../../lib/model/chunk-codec/index.ts';
import { unsnappy } from './leveldb/snappy.ts';

/** One stretch of bytes to be searched, and what it is. */
export type Opened = { what: string; bytes: Buffer };

const gzipHead = Buffer.from([0x1f, 0x8b, 8]);
/** How Chromium begins an IndexedDB value that it has compressed by Snappy. */
const snappyHead = Buffer.from([0xff, 0x11, 0x02]);

/**
 * The bytes as they are, and everything in them that can be decompressed: gzip wherever it begins, values that the
 * browser compressed, replay chunks also as the events they stand for.
 */
export function openBytes(what: string, bytes: Buffer): Opened[] {
  const opened: Opened[] = [{ what, bytes }];
  for (const at of placesOf(bytes, gzipHead)) {
    const inner = attempt(() => gunzipSync(bytes.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH }));
    const text =
      inner ??
      attempt(() => inflateRawSync(bytes.subarray(at + 10), { finishFlush: constants.Z_SYNC_FLUSH }));
    if (!text?.length) continue;
    opened.push({ what: `${what} » gzip`, bytes: text });
    const events = attempt(() => decodeEvents(text.toString('utf8')));
    if (events) opened.push({ what: `${what} » events`, bytes: Buffer.from(JSON.stringify(events)) });
  }
  for (const at of placesOf(bytes, snappyHead)) {
    const inner = attempt(() => unsnappy(bytes.subarray(at + snappyHead.length)));
    if (inner?.length) opened.push(...openBytes(`${what} » snappy`, inner));
  }
  return opened;
}

/** The parts of an Office package, or the file as it is where it is none. */
export function openOffice(what: string, bytes: Uint8Array): Opened[] {
  if (!/\.(?:xlsx|docx)$/.test(what)) return openBytes(what, Buffer.from(bytes));
  return Object.entries(unzipSync(bytes)).map(([part, content]) => ({
    what: `${what} » ${part}`,
    bytes: Buffer.from(content),
  }));
}

function* placesOf(bytes: Buffer, head: Buffer): Generator<number> {
  for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) yield at;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
