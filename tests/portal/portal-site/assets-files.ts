import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour, 24 x 16. */
export function pngOf(red: number, green: number, blue: number): Uint8Array {
  const [width, height] = [24, 16];
  const line = Buffer.concat([
    Buffer.from([0]),
    ...Array.from({ length: width }, () => Buffer.from([red, green, blue])),
  ]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))),
    part('IEND', Buffer.alloc(0)),
  ]);
}

function part(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

const u16 = (...values: number[]) =>
  Buffer.concat(values.map((value) => Buffer.from([(value >> 8) & 255, value & 255])));
const u32 = (...values: number[]) => Buffer.concat(values.map((value) => u16(value >>> 16, value & 0xffff)));

/** Width of its one letter, in thousandths of the font size: no other font draws an A so wide. */
export const letterWidth = 3000;

/** A TrueType font whose only letter, A, is a wide black box. */
export function boxFont(): Uint8Array {
  const square = Buffer.concat([
    u16(1, 0, 0, letterWidth - 200, 700),
    u16(3, 0),
    Buffer.from([1, 1, 1, 1]),
    u16(0, 0, letterWidth - 200, 0),
    u16(0, 700, 0, -700),
  ]);
  const glyph = square.length % 2 ? Buffer.concat([square, Buffer.alloc(1)]) : square;
  const tables: Record<string, Buffer> = {
    'OS/2': Buffer.concat([
      u16(0, letterWidth, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
      Buffer.alloc(10),
      u32(1, 0, 0, 0),
      Buffer.from('ZYBX'),
      u16(0x40, 0x41, 0x41, 800, -200, 0, 800, 200),
    ]),
    cmap: Buffer.concat([
      u16(0, 1, 3, 1),
      u32(12),
      u16(4, 32, 0, 4, 4, 1, 0, 0x41, 0xffff, 0, 0x41, 0xffff, 1 - 0x41, 1, 0, 0),
    ]),
    glyf: glyph,
    head: Buffer.concat([
      u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      u16(0, 1000),
      Buffer.alloc(16),
      u16(0, 0, letterWidth - 200, 700, 0, 8, 2, 0, 0),
    ]),
    hhea: Buffer.concat([
      u32(0x10000),
      u16(800, -200, 0, letterWidth, 0, 200, letterWidth - 200, 1, 0, 0),
      u16(0, 0, 0, 0, 0, 2),
    ]),
    hmtx: u16(500, 0, letterWidth, 0),
    loca: u16(0, 0, glyph.length / 2),
    maxp: Buffer.concat([u32(0x10000), u16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: u16(0, 0, 6),
    post: Buffer.concat([u32(0x30000, 0), u16(-100, 50), u32(1, 0, 0, 0, 0)]),
  };
  const names = Object.keys(tables).sort();
  let at = 12 + names.length * 16;
  const directory: Buffer[] = [u32(0x10000), u16(names.length, 128, 3, names.length * 16 - 128)];
  const bodies: Buffer[] = [];
  for (const name of names) {
    const table = tables[name] as Buffer;
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    directory.push(Buffer.from(name, 'latin1'), u32(sumOf(padded), at, table.length));
    bodies.push(padded);
    at += padded.length;
  }
  return Buffer.concat([...directory, ...bodies]);
}

function sumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
