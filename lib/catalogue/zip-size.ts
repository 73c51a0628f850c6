/**
 * How many bytes a zip says it unpacks to, read from its central directory; undefined where it is no zip. A sheet
 * that unpacks to gigabytes is refused before anything is unpacked.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const END = 0x06054b50;
  const ENTRY = 0x02014b50;
  // The end record is 22 bytes and a comment of at most 65,535.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    let entry = view.getUint32(at + 16, true);
    let total = 0;
    for (let n = view.getUint16(at + 10, true); n > 0; n -= 1) {
      if (entry + 46 > bytes.length || view.getUint32(entry, true) !== ENTRY) return undefined;
      total += view.getUint32(entry + 24, true);
      entry +=
        46 +
        view.getUint16(entry + 28, true) +
        view.getUint16(entry + 30, true) +
        view.getUint16(entry + 32, true);
    }
    return total;
  }
  return undefined;
}
