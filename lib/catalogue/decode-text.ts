const decoders: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Text of a file whose encoding nobody tells: by its mark, else UTF-8 where every byte fits it, else GB18030, in which
 * Chinese spreadsheets save. Undefined where it is no text at all.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  for (const [encoding, mark] of decoders) {
    if (mark.every((byte, at) => bytes[at] === byte)) {
      return { text: new TextDecoder(encoding).decode(bytes), encoding };
    }
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? undefined : { text, encoding };
    } catch {
      // The next one may fit.
    }
  }
  return undefined;
}
