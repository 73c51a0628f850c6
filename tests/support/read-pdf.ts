import { inflateSync } from 'node:zlib';

/** How many runs of text each page of a PDF that Chromium printed has, in the order of its pages. */
export function textsByPage(pdf: Uint8Array): number[] {
  const file = Buffer.from(pdf).toString('latin1');
  return [...file.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].flatMap(([, packed = '']) => {
    const count = unpacked(packed).match(/\bBT\b/g)?.length ?? 0;
    return count > 0 ? [count] : [];
  });
}

/** Streams that are not deflated, such as pictures, hold no text. */
function unpacked(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}
