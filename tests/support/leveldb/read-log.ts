const blockBytes = 32 * 1024;
const headBytes = 7;

/** The records of a `.log` file, put together again where they run over the file's blocks of 32 KB. */
export function readLogFile(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  for (let block = 0; block < file.length; block += blockBytes) {
    const end = Math.min(block + blockBytes, file.length);
    for (let at = block; at + headBytes <= end; ) {
      const size = file.readUInt16LE(at + 4);
      const kind = file[at + 6];
      // The rest of a block is filled with zeros.
      if (kind === 0 && size === 0) break;
      parts.push(file.subarray(at + headBytes, at + headBytes + size));
      // Whole, or last of several.
      if (kind === 1 || kind === 4) {
        records.push(Buffer.concat(parts));
        parts = [];
      }
      at += headBytes + size;
    }
  }
  if (parts.length) records.push(Buffer.concat(parts));
  return records;
}
