/** The same figure as the replay's: beyond it a reader would be in danger. */
const mostInflated = 200 * 1024 * 1024;

/** The text of gzipped UTF-8. Throws for bytes that are no gzip, and for what grows beyond all measure. */
export async function inflate(bytes: Uint8Array, most = mostInflated): Promise<string> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      throw new RangeError('too large');
    }
    pieces.push(value);
  }
  return new Blob(pieces as Uint8Array<ArrayBuffer>[]).text();
}
