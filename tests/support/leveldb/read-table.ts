import { unsnappy } from './snappy.ts';

const footerBytes = 48;

/** Every key and value of one `.ldb` table, blocks decompressed, keys whole again; each as one stretch of bytes. */
export function readTableFile(file: Buffer): Buffer[] {
  const footer = file.subarray(file.length - footerBytes);
  const handles = createReader(footer);
  handles.handle();
  const index = entriesOf(blockAt(file, handles.handle()));
  return index.flatMap(({ value }) => {
    const block = blockAt(file, createReader(value).handle());
    return entriesOf(block).map(({ key, value: held }) => Buffer.concat([key, held]));
  });
}

type Handle = { offset: number; size: number };

function blockAt(file: Buffer, { offset, size }: Handle): Buffer {
  const block = file.subarray(offset, offset + size);
  const kind = file[offset + size];
  if (kind === 0) return block;
  if (kind === 1) return unsnappy(block);
  throw new Error(`a block compressed in way ${kind}`);
}

function entriesOf(block: Buffer): { key: Buffer; value: Buffer }[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - 4 * restarts;
  const entries: { key: Buffer; value: Buffer }[] = [];
  const reader = createReader(block);
  let key: Buffer = Buffer.alloc(0);
  while (reader.at() < end) {
    const shared = reader.varint();
    const rest = reader.varint();
    const size = reader.varint();
    key = Buffer.concat([key.subarray(0, shared), reader.take(rest)]);
    entries.push({ key, value: reader.take(size) });
  }
  return entries;
}

function createReader(bytes: Buffer) {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128 || shift > 56) return value;
    }
  };
  return {
    at: () => at,
    varint,
    handle: (): Handle => ({ offset: varint(), size: varint() }),
    take(count: number): Buffer {
      at += count;
      return bytes.subarray(at - count, at);
    },
  };
}
