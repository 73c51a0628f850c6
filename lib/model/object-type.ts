import type { ObjectEntry } from './object-entry.ts';

type ObjectType = ObjectEntry['type'];

const latin = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
const begins = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
const isIcon = (head: Uint8Array) => begins(head, 0, 0, 1, 0) || begins(head, 0, 0, 2, 0);

/** Types known by their first bytes; no two of them fit the same bytes. */
const marks: Partial<Record<ObjectType, (head: Uint8Array) => boolean>> = {
  'application/gzip': (head) => begins(head, 0x1f, 0x8b),
  'image/jpeg': (head) => begins(head, 0xff, 0xd8, 0xff),
  'image/png': (head) => begins(head, 0x89, 0x50, 0x4e, 0x47),
  'image/webp': (head) => latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP',
  'image/gif': (head) => /^GIF8[79]a/.test(latin(head, 0, 6)),
  'image/avif': (head) => /^ftypavi[fs]/.test(latin(head, 4, 12)),
  'image/x-icon': isIcon,
  // Two reserved fields of zeros follow the size: no text begins so.
  'image/bmp': (head) => latin(head, 0, 2) === 'BM' && [6, 7, 8, 9].every((at) => head[at] === 0),
  'font/woff2': (head) => latin(head, 0, 4) === 'wOF2',
  'font/woff': (head) => latin(head, 0, 4) === 'wOFF',
  'font/ttf': (head) => begins(head, 0, 1, 0, 0) || (latin(head, 0, 4) === 'true' && head[4] === 0),
  'font/otf': (head) => latin(head, 0, 4) === 'OTTO' && (head[4] ?? 0) === 0,
};

/** Whether bytes begin as their type must, so that one object can never have two types; 16 bytes are enough. */
export function beginsAs(type: ObjectType, head: Uint8Array): boolean {
  const mark = marks[type];
  if (mark) return mark(head);
  if (Object.values(marks).some((each) => each(head))) return false;
  const text = findText(head);
  if (text === undefined) return false;
  const isMarkup = /^\ufeff?\s*</.test(text);
  return type === 'image/svg+xml' ? isMarkup : type === 'text/css' && !isMarkup;
}

/** The bytes as UTF-8 without control characters, or undefined; a letter cut at the end is let pass. */
function findText(head: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(head, { stream: true });
    // oxlint-disable-next-line no-control-regex -- they are what text does not hold
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
