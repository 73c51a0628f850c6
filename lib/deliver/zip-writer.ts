import { Zip, ZipPassThrough } from 'fflate';
import { HandOverFileError } from './hand-over-error.ts';

/** Writes a zip of stored files as a Blob, piece by piece: the browser may keep it outside the script's memory. */
export function createZipWriter(most: number) {
  const parts: Blob[] = [];
  let total = 0;
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    total += piece.length;
    if (total > most) throw new HandOverFileError('too-large', { what: 'file', where: String(total) });
    parts.push(new Blob([piece]));
  });
  return {
    add(name: string, bytes: Uint8Array) {
      const file = new ZipPassThrough(name);
      // A fixed time: the same report gives the same file.
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      file.push(bytes, true);
    },
    finish() {
      zip.end();
      return new Blob(parts, { type: 'application/zip' });
    },
  };
}
