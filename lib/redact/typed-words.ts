import { isCommonWord } from './common-words.ts';
import { isTelling, type Learner, learnTyped, unlearn } from './learned-values.ts';
import { normalise } from './normalise.ts';
import { kindOfLabel, redactAs } from './redact-labelled.ts';
import { isMaskedAlready, isServiceValue } from './service-values.ts';
import type { WholeKind } from './session-digests.ts';
import { reachOf, TYPED } from './typed-reach.ts';
import { isOneRegion, isOnesOwn, isSaidByPages } from './whole-texts.ts';

/** What a field is called, by all of its names, and what it is for. */
export type TypedIn = { labels: readonly string[]; use?: 'search' | 'secret' | undefined };

/**
 * What somebody types in one document, in its memory alone: pages show it again, in chips, sentences, addresses and
 * messages. Called by a personal label it is known as what that names; anything else as typed, unless the page said it
 * before.
 */
export type TypedWords = {
  /** What stands in a field at this moment of typing; `composing` while an input method has not been told what is meant. */
  write(field: object, value: string, of: TypedIn, composing?: boolean): void;
  /** The page is about to act on what stands there: other documents of the session are told. */
  tell(field: object): void;
  /** Nobody types there any more: what was only passed through is forgotten, and the session is told of the rest. */
  leave(field: object): void;
};

/** A value that stood in a field, and the parts of it that mean something. */
type Standing = { value: string; parts: readonly string[]; composing: boolean };
type Typed = {
  isSecret: boolean;
  isSearch: boolean;
  kind: string | undefined;
  /** Parts that were learned here: as what, and as what they were known before. */
  learned: Map<string, { kind: string; before: string | undefined }>;
  passed: Standing[];
  /** Values of their own, which the page may have taken. */
  stood: Standing[];
  /** The last value of which an input method has been told what is meant. */
  settled?: Standing;
  /** Signs are being taken away, one by one. */
  isErasing: boolean;
};

/** Words of pages: 无, 同上, 下一步. */
const LONGEST_SAID = 4;
/** Values a field had while it was typed in; the oldest is forgotten first. */
const MOST_PASSED = 60;
/** The same of those the page may have taken: words for a list, what was corrected. */
const MOST_STOOD = 40;
/** One sign of two units, or one and the blank before it, which is not a part of a value at its end. */
const LONGEST_ERASED = 2;
/** A longer line is known by its sentences, a longer sentence by parts of `LONG_PIECE`. */
const LONGEST_PIECE = 60;
const LONG_PIECE = 40;
const MOST_PIECES = 60;
const LONGEST = 4000;
/** Shorter words stand on other pages by themselves. */
const SHORTEST_TOLD = 4;
/** A number or a plain word says too little on another page. */
const PLAIN = /^(?:\d+|[a-z]+)$/i;
const BETWEEN_SENTENCES = /[。！？；，、!?;,]/;
const LONG_PART = new RegExp(`^[^]{${LONG_PIECE}}[0-9A-Za-z]*`);

export function createTypedWords(memory: Learner): TypedWords {
  const typing = new WeakMap<object, Typed>();

  const mayMean = (piece: string, kind: string | undefined): boolean => {
    if (isMaskedAlready(piece) || reachOf(piece) === undefined) return false;
    const isShort = piece.length <= LONGEST_SAID;
    if (isShort && isServiceValue(piece)) return false;
    if (isOwn(piece, kind)) return true;
    // Whoever lives there, its name stands on every page.
    if (kind === 'address' && isOneRegion(piece)) return false;
    if (isShort && (isSaidByPages(piece) || isCommonWord(piece))) return false;
    if (memory.learned.kinds.has(piece)) return true;
    for (const text of memory.learned.said) if (text.includes(piece)) return false;
    return true;
  };

  const know = ({ kind, learned }: Typed, value: string): string[] => {
    const parts = piecesOf(value).filter((piece) => mayMean(piece, kind));
    for (const piece of parts) {
      const known = kind && isTelling(kind, piece) ? kind : TYPED;
      const before = memory.learned.kinds.get(piece);
      if (learnTyped(memory, piece, known)) learned.set(piece, { kind: known, before });
    }
    return parts;
  };

  const forget = ({ learned }: Typed, passed: readonly Standing[], kept: readonly Standing[] = []): void => {
    const needed = new Set(kept.flatMap(({ parts }) => parts));
    for (const piece of passed.flatMap(({ parts }) => parts)) {
      const as = learned.get(piece);
      if (!as || needed.has(piece)) continue;
      learned.delete(piece);
      if (memory.learned.kinds.get(piece) === as.kind) unlearn(memory, piece, as.before);
    }
  };

  /** Other documents; this one knows it. */
  const tellOthers = (kind: WholeKind, value: string): void => {
    const { digests, learned } = memory;
    const isAbreast = digests && learned.digestsSeen === digests.size;
    digests?.addWhole(kind, value);
    if (isAbreast && kind === TYPED) learned.digestsSeen = digests.size;
  };

  const tellOne = (at: Typed, standing: Standing): void => {
    const { isSecret, isSearch, kind } = at;
    const { value, parts } = standing;
    if (isSecret) return;
    if (isSearch) {
      if (reachOf(value) && !PLAIN.test(value)) tellOthers('searched', value);
      return;
    }
    if (kind) {
      forget(at, [standing]);
      redactAs(kind, value, memory);
      // Those that would mean nobody inside of other texts are known as typed all the same.
      know(at, value);
    }
    for (const piece of parts) {
      const isLong = piece.length >= SHORTEST_TOLD && !PLAIN.test(piece) && !isSaidByPages(piece);
      if (isLong || isOwn(piece, kind)) tellOthers(TYPED, piece);
    }
  };
  const begin = (field: object, of: TypedIn): Typed => {
    const kind = kindOf(of, memory);
    const isSearch = of.use === 'search' && kind === undefined;
    const isSecret = of.use === 'secret' || kind === 'password';
    const at = { isSecret, isSearch, kind, learned: new Map(), passed: [], stood: [], isErasing: false };
    typing.set(field, at);
    return at;
  };
  /** A value of its own: it stays known, and other documents hear of it. */
  const stand = (at: Typed, standing: Standing): void => {
    const { stood, passed } = at;
    if (!standing.value || stood.some(({ value }) => value === standing.value)) return;
    stood.push(standing);
    if (stood.length > MOST_STOOD) forget(at, stood.splice(0, 1), [...passed, ...stood]);
  };
  /** What stood there before: typed on, it was nothing by itself; taken away sign by sign, the first was; else each. */
  const compare = (at: Typed, now: Standing): void => {
    const before = at.settled;
    if (!now.composing) at.settled = now;
    if (!before || before.value === now.value) return;
    const isErasing = isErased(before.value, now.value);
    if (!isGrown(before.value, now.value) && !(isErasing && at.isErasing)) stand(at, before);
    at.isErasing = isErasing;
  };

  return {
    write(field, raw, of, composing = false) {
      const value = normalise(raw.slice(0, LONGEST)).trim();
      const at = typing.get(field) ?? begin(field, of);
      const { isSearch, passed, stood } = at;
      const last = passed.at(-1);
      if (last?.value === value) {
        last.composing &&= composing;
        if (!last.composing) compare(at, last);
        return;
      }
      const standing = { value, composing, parts: isSearch ? [] : know(at, value) };
      passed.push(standing);
      // What an input method makes of it is compared once it is there.
      if (!composing || !last?.composing) compare(at, standing);
      if (passed.length > MOST_PASSED) forget(at, passed.splice(0, 1), [...passed, ...stood]);
    },
    tell(field) {
      const at = typing.get(field);
      const last = at?.passed.at(-1);
      if (!at || !last || last.composing) return;
      stand(at, last);
      tellOne(at, last);
    },
    leave(field) {
      const at = typing.get(field);
      if (!at) return;
      typing.delete(field);
      const last = at.passed.pop();
      if (last) {
        compare(at, last);
        stand(at, last);
      }
      forget(at, at.passed, at.stood);
      for (const standing of at.stood) tellOne(at, standing);
    },
  };
}

/** What a label says of a value counts where that is somebody's, and no word of pages. */
const isOwn = (piece: string, kind: string | undefined) =>
  kind !== undefined && isOnesOwn(kind === 'person' ? 'name' : kind, piece);

/** How many signs two values have in common where they begin, and where they end; none counts twice. */
function inCommon(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head += 1;
  let tail = 0;
  while (head + tail < shorter && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return head + tail;
}

/** True where something was put into a value, at its end or within it. */
const isGrown = (before: string, now: string) =>
  now.length > before.length && inCommon(before, now) === before.length;

/** True where one sign was taken out of a value, or a blank beside one. */
function isErased(before: string, now: string): boolean {
  const fewer = before.length - now.length;
  return fewer > 0 && fewer <= LONGEST_ERASED && inCommon(before, now) === now.length;
}

function kindOf({ labels, use }: TypedIn, memory: Learner): string | undefined {
  if (use === 'secret') return 'password';
  for (const label of labels) {
    const kind = label && kindOfLabel(label, memory);
    if (kind) return kind;
  }
  return undefined;
}

/** The lines of a value, long ones by their sentences, and those by parts that stay the same while more is typed. */
function piecesOf(value: string): string[] {
  const pieces: string[] = [];
  for (const line of value.split('\n')) {
    const parts = line.length > LONGEST_PIECE ? line.split(BETWEEN_SENTENCES).flatMap(cut) : [line];
    for (const part of parts) if (part.trim().length > 1) pieces.push(part.trim());
    if (pieces.length >= MOST_PIECES) break;
  }
  return pieces;
}

/** A sentence in parts of like length, none of them cut within a word or a number, in which nothing is looked for. */
function cut(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST_PIECE) {
    const [part] = LONG_PART.exec(rest) ?? [rest];
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}
