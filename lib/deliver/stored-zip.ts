import { HandOverFileError } from './hand-over-error.ts';

/** One file inside the zip; `at` is where its local header begins. */
export type ZipEntry = { name: string; at: number; bytes: number; packed: boolean; descriptor: boolean };
export type ZipSource = { size: number; slice(from: number, to: number): Promise<Uint8Array> };

const sizes = { localHeader: 30, centralHeader: 46, end: 22, descriptor: 16 };
/** "PK" signatures of PKWARE's APPNOTE.TXT 4.3: local file, central directory, end of directory. */
const marks = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

const damaged = (what: string, where: string | number) =>
  new HandOverFileError('damaged', { what, where: String(where) });

/** A zip given as bytes or as a Blob; a Blob is read piece by piece. */
export function zipSource(file: Uint8Array | Blob): ZipSource {
  if (file instanceof Uint8Array)
    return { size: file.length, slice: async (from, to) => file.subarray(from, to) };
  return {
    size: file.size,
    slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

/** The zip's own list of its files, read from its end. Throws when the end is missing or the list is cut. */
export async function listEntries(source: ZipSource, mostEntries: number): Promise<ZipEntry[]> {
  const start = await source.slice(0, 4);
  if (start.length < 4 || view(start).getUint32(0, true) !== marks.local) {
    throw new HandOverFileError('not-a-hand-over-file', { what: 'not-a-zip', where: '0' });
  }
  const endAt = source.size - sizes.end;
  const end = view(await source.slice(Math.max(0, endAt), source.size));
  if (end.byteLength < sizes.end || end.getUint32(0, true) !== marks.end)
    throw damaged('cut-off', source.size);
  const [count, length, from] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (count > mostEntries)
    throw new HandOverFileError('too-large', { what: 'entries', where: String(count) });
  if (from + length !== endAt || end.getUint16(8, true) !== count) throw damaged('directory', from);
  return readDirectory(await source.slice(from, endAt), count);
}

function readDirectory(bytes: Uint8Array, count: number): ZipEntry[] {
  const data = view(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + sizes.centralHeader > bytes.length || data.getUint32(at, true) !== marks.central) {
      throw damaged('directory', at);
    }
    const nameLength = data.getUint16(at + 28, true);
    const rest = nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
    const [flags, method] = [data.getUint16(at + 8, true), data.getUint16(at + 10, true)];
    entries.push({
      name: textOf(bytes.subarray(at + sizes.centralHeader, at + sizes.centralHeader + nameLength)),
      at: data.getUint32(at + 42, true),
      bytes: data.getUint32(at + 24, true),
      packed:
        method !== 0 || (flags & 1) !== 0 || data.getUint32(at + 20, true) !== data.getUint32(at + 24, true),
      descriptor: (flags & 8) !== 0,
    });
    at += sizes.centralHeader + rest;
  }
  if (entries.length !== count || at !== bytes.length) throw damaged('directory', at);
  return entries;
}

/**
 * Checks that the files are stored as they are, are named once each, and lie end to end with nothing before,
 * between or after them: a zip in which nothing can hide and nothing can grow.
 */
export function mustLieEndToEnd(entries: readonly ZipEntry[], sourceSize: number): void {
  const names = new Set<string>();
  let next = 0;
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if (entry.packed) throw damaged('compressed-entry', entry.name);
    if (names.has(entry.name)) throw damaged('entry-twice', entry.name);
    if (entry.at !== next) throw damaged('entries-apart', entry.name);
    names.add(entry.name);
    next = dataFrom(entry) + entry.bytes + (entry.descriptor ? sizes.descriptor : 0);
  }
  const directory = entries.reduce((sum, entry) => sum + sizes.centralHeader + nameBytes(entry).length, 0);
  if (next + directory + sizes.end !== sourceSize) throw damaged('entries-apart', next);
}

/** One file's bytes. Throws when its own header tells another story than the directory. */
export async function readEntry(source: ZipSource, entry: ZipEntry): Promise<Uint8Array> {
  const header = await source.slice(entry.at, dataFrom(entry));
  const data = view(header);
  const name = header.subarray(sizes.localHeader);
  const sound =
    data.getUint32(0, true) === marks.local &&
    data.getUint16(8, true) === 0 &&
    data.getUint16(26, true) === name.length &&
    data.getUint16(28, true) === 0 &&
    textOf(name) === entry.name;
  if (!sound) throw damaged('entry-header', entry.name);
  return source.slice(dataFrom(entry), dataFrom(entry) + entry.bytes);
}

const nameBytes = (entry: ZipEntry) => new TextEncoder().encode(entry.name);
const dataFrom = (entry: ZipEntry) => entry.at + sizes.localHeader + nameBytes(entry).length;
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
