/** A word in the made EXIF that nothing else says. */
export const placeMark = 'QINGXI-HALL-3F';

type Entry = { tag: number; type: number; count: number; data: Buffer };
const ascii = (tag: number, text: string): Entry => {
  const data = Buffer.from(`${text}\0`, 'latin1');
  return { tag, type: 2, count: data.length, data };
};
const short = (tag: number, value: number): Entry => {
  const data = Buffer.alloc(4);
  data.writeUInt16BE(value);
  return { tag, type: 3, count: 1, data };
};
const pointer = (tag: number, at: number): Entry => {
  const data = Buffer.alloc(4);
  data.writeUInt32BE(at);
  return { tag, type: 4, count: 1, data };
};
const degrees = (tag: number, parts: number[]): Entry => {
  const data = Buffer.alloc(parts.length * 8);
  parts.forEach((part, n) => {
    data.writeUInt32BE(part, n * 8);
    data.writeUInt32BE(1, n * 8 + 4);
  });
  return { tag, type: 5, count: parts.length, data };
};

/** One directory of a big-endian TIFF at this offset, with what does not fit into its entries behind it. */
function directory(at: number, entries: Entry[]): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16BE(entries.length);
  const rest: Buffer[] = [];
  let next = at + head.length;
  entries.forEach(({ tag, type, count, data }, n) => {
    const place = 2 + n * 12;
    head.writeUInt16BE(tag, place);
    head.writeUInt16BE(type, place + 2);
    head.writeUInt32BE(count, place + 4);
    if (data.length <= 4) return void data.copy(head, place + 8);
    head.writeUInt32BE(next, place + 8);
    rest.push(data);
    next += data.length;
  });
  return Buffer.concat([head, ...rest]);
}

/** The JPEG as a telephone would have written it: turned by 90°, and with where it was taken. */
export function withPlace(jpeg: Buffer): Buffer {
  const camera = (gpsAt: number) => [ascii(0x010f, placeMark), short(0x0112, 6), pointer(0x8825, gpsAt)];
  const gpsAt = 8 + directory(8, camera(0)).length;
  const gps = directory(gpsAt, [
    ascii(0x0001, 'N'),
    degrees(0x0002, [41, 48, 20]),
    ascii(0x0003, 'E'),
    degrees(0x0004, [123, 25, 30]),
  ]);
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\b', 'latin1'), directory(8, camera(gpsAt)), gps]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** Markers of a JPEG's segments up to its picture, with the letters they begin with: "e1 Exif". */
export function segmentsOf(jpeg: Buffer): string[] {
  const found: string[] = [];
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const letters = jpeg.toString('latin1', at + 4, at + 9).replaceAll(/[^\x20-\x7e]/g, '');
    found.push(`${(jpeg[at + 1] ?? 0).toString(16)} ${letters}`.trim());
  }
  return found;
}
