/**
 * Undoes Snappy's block format; bytes after the end are left alone. Throws a RangeError on what is none.
 * https://github.com/google/snappy/blob/main/format_description.txt
 */
export function unsnappy(bytes: Buffer, most = 256 * 1024 * 1024): Buffer {
  let at = 0;
  const next = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError('ends too early');
    at += 1;
    return byte;
  };
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = next();
    length += (byte & 127) * 2 ** shift;
    if (byte < 128) break;
    if (shift > 28) throw new RangeError('no length');
  }
  if (length > most) throw new RangeError('too large');
  const out = Buffer.alloc(length);
  let filled = 0;
  const number = (count: number): number => {
    let value = 0;
    for (let n = 0; n < count; n += 1) value += next() * 2 ** (8 * n);
    return value;
  };
  const copy = (offset: number, count: number) => {
    if (offset === 0 || offset > filled || filled + count > length) throw new RangeError('bad copy');
    for (let n = 0; n < count; n += 1) out[filled + n] = out[filled - offset + n] ?? 0;
    filled += count;
  };
  while (filled < length) {
    const tag = next();
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const count = (short < 60 ? short : number(short - 59)) + 1;
      if (filled + count > length || at + count > bytes.length) throw new RangeError('bad literal');
      bytes.copy(out, filled, at, at + count);
      at += count;
      filled += count;
    } else if (kind === 1) {
      copy(((tag >> 5) << 8) + next(), ((tag >> 2) & 7) + 4);
    } else {
      copy(number(kind === 2 ? 2 : 4), (tag >> 2) + 1);
    }
  }
  return out;
}
