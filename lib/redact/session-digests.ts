import { hanRunAt } from './han.ts';
import { keyedNumber, keyedStart } from './keyed-letters.ts';
import { normalise } from './normalise.ts';
import { familiesAt, isFullName } from './surnames.ts';
import type { Span } from './types.ts';

/** Enough for the persons of one walk. */
const MOST = 500;
const SHORTEST_WORD = 6;
const LONGEST_WORD = 64;
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
  /** Remembers what somebody typed, by the whole of it. */
  addWhole(kind: WholeKind, value: string): void;
  /** What kind of typed value all of a text is; `searched` means something in addresses alone. */
  kindOfWhole(text: string): WholeKind | undefined;
  /** Typed values in a text, each all of what stands between marks and blanks. */
  findTyped(normal: string): (Span & { kind: string })[];
  /** Grows when something is added. */
  readonly size: number;
};

/** Words typed into a field, and those typed to search for something, which pages say in their answers. */
export type WholeKind = 'typed-value' | 'searched';
const isWholeKind = (kind: string | undefined): kind is WholeKind =>
  kind === 'typed-value' || kind === 'searched';
const SHORTEST_WHOLE = 2;
/** Of one walk; names have their own room. */
const MOST_WHOLES = 200;

/** Letters and digits without a mark or a blank. */
const RUN = /[0-9A-Za-z\u4e00-\u9fff]{2,64}/g;

type Found = Span & { kind: string };

/** Letters and digits of ASCII, and what accounts have between them. */
function isWordCode(code: number): boolean {
  if (code < 48) return code === 45 || code === 46;
  return code <= 57 || (code >= 64 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}

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
  /** Names are among them, and words without a digit, which accounts alone are (`isTelling`). */
  let hasNames = false;
  let hasLetters = false;
  let wholes = 0;

  function keep(digest: string): boolean {
    const [a, b, kind] = digest.split(' ');
    if (told.has(digest) || !a || !b || !kind) return false;
    const isWhole = isWholeKind(kind);
    if (isWhole ? wholes >= MOST_WHOLES : told.size - wholes >= MOST) return false;
    if (isWhole) wholes += 1;
    told.add(digest);
    hasNames ||= kind === 'name';
    hasLetters ||= kind === 'account';
    const one = Number.parseInt(a, 36);
    const list = kinds.get(one) ?? new Map<number, string>();
    const other = Number.parseInt(b, 36);
    // What somebody typed may be a name, too; words that were searched for may be an answer.
    if (!isWhole || !list.has(other) || (kind === 'typed-value' && list.get(other) === 'searched'))
      list.set(other, kind);
    kinds.set(one, list);
    return true;
  }

  function kindAt(text: string, from: number, to: number): string | undefined {
    const list = kinds.get(keyedNumber(first, text, from, to));
    return list?.get(keyedNumber(second, text, from, to));
  }

  /** The name that begins at `at`: by a double family name first, the longest first. */
  function addName(text: string, at: number, spans: Found[]): number {
    const family = familiesAt(text, at);
    const run = family === 0 ? 0 : hanRunAt(text, at, 4);
    for (let lead = 2; lead >= 1; lead -= 1) {
      if ((family & lead) === 0) continue;
      for (let length = Math.min(run, lead + 2); length > lead; length -= 1) {
        const kind = kindAt(text, at, at + length);
        if (!kind || isWholeKind(kind)) continue;
        spans.push({ start: at, end: at + length, kind });
        return length;
      }
    }
    return 1;
  }

  function addWords(text: string, from: number, to: number, spans: Found[]): void {
    for (let start = from; to - start >= SHORTEST_WORD; start += LONGEST_WORD) {
      const end = Math.min(start + LONGEST_WORD, to);
      const kind = kindAt(text, start, end);
      if (kind && !isWholeKind(kind)) spans.push({ start, end, kind });
    }
  }

  /** One pass for both: most texts of a page hold neither. */
  function find(text: string): Found[] {
    if (told.size === 0) return [];
    const names: Found[] = [];
    const found: Found[] = [];
    let from = -1;
    let asks = hasLetters;
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (isWordCode(code)) {
        if (from < 0) from = at;
        if (code <= 57 && code >= 48) asks = true;
        at += 1;
        continue;
      }
      if (from >= 0) {
        if (asks) addWords(text, from, at, found);
        from = -1;
        asks = hasLetters;
      }
      at += hasNames && code >= 0x4e00 && code <= 0x9fff ? addName(text, at, names) : 1;
    }
    if (from >= 0 && asks) addWords(text, from, text.length, found);
    return names.length > 0 ? names.concat(found) : found;
  }

  function addFresh(kind: string, value: string): void {
    const numbers = [first, second].map((start) => keyedNumber(start, value).toString(36));
    const digest = [...numbers, kind].join(' ');
    if (!keep(digest)) return;
    fresh.push(digest);
    onFresh?.();
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
      addFresh(kind, value);
    },
    find,
    addWhole(kind, value) {
      if (value.length >= SHORTEST_WHOLE && value.length <= LONGEST_WORD) addFresh(kind, value);
    },
    kindOfWhole(text) {
      if (wholes === 0 || text.length < SHORTEST_WHOLE || text.length > 2 * LONGEST_WORD) return undefined;
      const bare = normalise(text).trim();
      const kind = kindAt(bare, 0, bare.length);
      return isWholeKind(kind) ? kind : undefined;
    },
    findTyped(normal) {
      if (wholes === 0) return [];
      const spans: Found[] = [];
      for (const { 0: run, index } of normal.matchAll(RUN)) {
        const end = index + run.length;
        if (kindAt(normal, index, end) === 'typed-value')
          spans.push({ start: index, end, kind: 'typed-value' });
      }
      return spans;
    },
  };
}
