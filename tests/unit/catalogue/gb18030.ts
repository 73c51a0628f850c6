/** Bytes of a text in GB18030's two-byte area, by turning the decoder round. */
const bytesOf = new Map<string, number[]>();
const decoder = new TextDecoder('gb18030', { fatal: true });
for (let first = 0x81; first <= 0xfe; first += 1) {
  for (let second = 0x40; second <= 0xfe; second += 1) {
    if (second === 0x7f) continue;
    try {
      bytesOf.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
    } catch {
      // No character there.
    }
  }
}

export function toGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : bytesOf.get(character);
      if (!bytes) throw new Error(`not in two bytes: ${character}`);
      return bytes;
    }),
  );
}
