/**
 * A style sheet's text: its encoding by byte order mark, then by what the server said, then by its own `@charset`,
 * then that of the document it stands in (`around`), then UTF-8, as CSS Syntax 3 lays down.
 */
export function decodeCss(bytes: Uint8Array, contentType: string, around?: string): string {
  const said = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const head = String.fromCharCode(...bytes.subarray(0, 128));
  const own = /^@charset "([\w.:-]+)";/.exec(head)?.[1];
  // A sheet that can say so in ASCII is not in UTF-16.
  const stated = said ?? (own && /^utf-?16/i.test(own) ? 'utf-8' : own);
  const [a, b, c] = bytes;
  const marked =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : undefined;
  try {
    return new TextDecoder(marked ?? stated ?? around ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
