import { keyedNumber, keyedStart } from './keyed-letters.ts';
import { isFullName, nameLengthsAt } from './surnames.ts';
import type { Span } from './types.ts';

/** Enough for the persons of one walk. */
const MOST = 500;
const WORD = /[0-9A-Za-z_@.-]{6,64}/g;
const WHOLE_WORD = /^[0-9A-Za-z_@.-]{6,64}$/;

/**
 * What the documents of one session tell each other of names and numbers their labels gave away: keyed digests, by
 * which another document recognises the value when it sees it, and nobody reads it. For the memory of the session
 * alone, never for the disk.
 */
export type SessionDigests = {
  /** Digests of this document's own that nobody has been told yet; empties with the call. */
  takeFresh(): string[];
  /** Takes in what other documents have told. */
  addKnown(digests: readonly string[]): void;
  /** Remembers a value of this document; values that cannot be recognised by look-up are left out. */
  add(kind: string, value: string): void;
  find(normal: string): (Span & { kind: string })[];
  /** Grows when something is added. */
  readonly size: number;
};

/** `secret` is random and dies with the session; `onFresh` hears that there is something nobody was told yet. */
export function createSessionDigests(
  secret: string,
  known: readonly string[] = [],
  onFresh?: () => void,
): SessionDigests {
  const first = keyedStart(`${secret}1`);
  const second = keyedStart(`2${secret}`);
  const kinds = new Map<number, Map<number, string>>();
  const told = new Set<string>();
  let fresh: string[] = [];

  function keep(digest: string): boolean {
    const [a, b, kind] = digest.split(' ');
    if (told.has(digest) || told.size >= MOST || !a || !b || !kind) return false;
    told.add(digest);
    const one = Number.parseInt(a, 36);
    const list = kinds.get(one) ?? new Map<number, string>();
    kinds.set(one, list.set(Number.parseInt(b, 36), kind));
    return true;
  }

  function kindAt(text: string, from: number, to: number): string | undefined {
    const list = kinds.get(keyedNumber(first, text, from, to));
    return list?.get(keyedNumber(second, text, from, to));
  }

  function findNames(text: string): (Span & { kind: string })[] {
    const spans: (Span & { kind: string })[] = [];
    for (let at = 0; at + 1 < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0x4e00 || code > 0x9fff) continue;
      for (const length of nameLengthsAt(text, at)) {
        const kind = kindAt(text, at, at + length);
        if (!kind) continue;
        spans.push({ start: at, end: at + length, kind });
        at += length - 1;
        break;
      }
    }
    return spans;
  }

  function findWords(text: string): (Span & { kind: string })[] {
    return Array.from(text.matchAll(WORD)).flatMap(({ 0: word, index }) => {
      const kind = kindAt(text, index, index + word.length);
      return kind ? [{ start: index, end: index + word.length, kind }] : [];
    });
  }

  for (const digest of known) keep(digest);
  return {
    get size() {
      return told.size;
    },
    takeFresh() {
      const list = fresh;
      fresh = [];
      return list;
    },
    addKnown(digests) {
      for (const digest of digests) keep(digest);
    },
    add(kind, value) {
      if (!WHOLE_WORD.test(value) && !isFullName(value)) return;
      const numbers = [first, second].map((start) => keyedNumber(start, value).toString(36));
      const digest = [...numbers, kind].join(' ');
      if (!keep(digest)) return;
      fresh.push(digest);
      onFresh?.();
    },
    find: (normal) => (told.size === 0 ? [] : [...findNames(normal), ...findWords(normal)]),
  };
}
