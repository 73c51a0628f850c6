import { isCommonWord } from './common-words.ts';
import { isTelling, type Learner, learnTyped, unlearn } from './learned-values.ts';
import { normalise } from './normalise.ts';
import { kindOfLabel, redactAs } from './redact-labelled.ts';
import { isMaskedAlready, isServiceValue } from './service-values.ts';
import type { WholeKind } from './session-digests.ts';
import { reachOf, TYPED } from './typed-reach.ts';
import { isOnesOwn, isSaidByPages } from './whole-texts.ts';

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

/** Parts of a value, with the kind as which each was learned; undefined of what was known before. */
type Parts = ReadonlyMap<string, string | undefined>;
/** A value that stood in a field. */
type Standing = { value: string; parts: Parts; composing: boolean };
type Typed = {
  isSecret: boolean;
  isSearch: boolean;
  kind: string | undefined;
  passed: Standing[];
  stood: Standing[];
};

/** Words of pages: 无, 同上, 下一步. */
const LONGEST_SAID = 4;
/** Values a field had while it was typed in; the oldest is forgotten first. */
const MOST_PASSED = 60;
/** A longer line is known by its sentences. */
const LONGEST_PIECE = 60;
const MOST_PIECES = 60;
const LONGEST = 4000;
/** Shorter words stand on other pages by themselves. */
const SHORTEST_TOLD = 4;
/** A number or a plain word says too little on another page. */
const PLAIN = /^(?:\d+|[a-z]+)$/i;
const NOTHING: Parts = new Map();
const BETWEEN_SENTENCES = /[。！？；，、!?;,]/;

export function createTypedWords(memory: Learner): TypedWords {
  const typing = new WeakMap<object, Typed>();

  const mayMean = (piece: string, kind: string | undefined): boolean => {
    if (isMaskedAlready(piece) || reachOf(piece) === undefined) return false;
    const isShort = piece.length <= LONGEST_SAID;
    if (isShort && (isServiceValue(piece) || isSaidByPages(piece) || isCommonWord(piece))) return false;
    if (memory.learned.kinds.has(piece) || kind !== undefined) return true;
    for (const text of memory.learned.said) if (text.includes(piece)) return false;
    return true;
  };

  const know = (value: string, kind: string | undefined): Parts => {
    const parts = new Map<string, string | undefined>();
    for (const piece of piecesOf(value)) {
      if (!mayMean(piece, kind)) continue;
      const known = kind && isTelling(kind, piece) ? kind : TYPED;
      parts.set(piece, learnTyped(memory, piece, known) ? known : undefined);
    }
    return parts;
  };

  const forget = (passed: readonly Standing[], kept: readonly Standing[] = []): void => {
    const needed = new Set(kept.flatMap(({ parts }) => [...parts.keys()]));
    for (const { parts } of passed)
      for (const [piece, kind] of parts)
        if (kind && !needed.has(piece) && memory.learned.kinds.get(piece) === kind) unlearn(memory, piece);
  };

  /** Other documents; this one knows it. */
  const tellOthers = (kind: WholeKind, value: string): void => {
    const { digests, learned } = memory;
    const isAbreast = digests && learned.digestsSeen === digests.size;
    digests?.addWhole(kind, value);
    if (isAbreast && kind === TYPED) learned.digestsSeen = digests.size;
  };

  const tellOne = ({ isSecret, isSearch, kind }: Typed, standing: Standing): void => {
    const { value, parts } = standing;
    if (isSecret) return;
    if (isSearch) {
      if (reachOf(value) && !PLAIN.test(value)) tellOthers('searched', value);
      return;
    }
    if (kind) {
      forget([standing]);
      redactAs(kind, value, memory);
      // Those that would mean nobody inside of other texts are known as typed all the same.
      know(value, kind);
    }
    for (const piece of parts.keys()) {
      const isLong = piece.length >= SHORTEST_TOLD && !PLAIN.test(piece) && !isSaidByPages(piece);
      if (isLong || (kind && isOnesOwn(kind, piece))) tellOthers(TYPED, piece);
    }
  };
  const begin = (field: object, of: TypedIn): Typed => {
    const kind = kindOf(of, memory);
    const isSearch = of.use === 'search' && kind === undefined;
    const at: Typed = { isSecret: of.use === 'secret', isSearch, kind, passed: [], stood: [] };
    typing.set(field, at);
    return at;
  };
  const tell = (at: Typed): void => {
    for (const standing of at.stood) tellOne(at, standing);
  };

  return {
    write(field, raw, of, composing = false) {
      const value = normalise(raw.slice(0, LONGEST)).trim();
      const at = typing.get(field) ?? begin(field, of);
      const { kind, isSearch, passed, stood } = at;
      const last = passed.at(-1);
      if (last?.value === value) {
        last.composing &&= composing;
        return;
      }
      // Typed on from what stood there; else that was a word of its own, taken by the page or written over.
      if (last && !last.composing && !value.startsWith(last.value)) stood.push(last);
      passed.push({ value, composing, parts: isSearch ? NOTHING : know(value, kind) });
      if (passed.length > MOST_PASSED) forget(passed.splice(0, 1), [...passed, ...stood]);
    },
    tell(field) {
      const at = typing.get(field);
      const last = at?.passed.at(-1);
      if (at && last && !last.composing) tellOne(at, last);
    },
    leave(field) {
      const at = typing.get(field);
      if (!at) return;
      typing.delete(field);
      const last = at.passed.pop();
      if (last) at.stood.push(last);
      forget(at.passed, at.stood);
      tell(at);
    },
  };
}

function kindOf({ labels, use }: TypedIn, memory: Learner): string | undefined {
  if (use === 'secret') return undefined;
  for (const label of labels) {
    const kind = label && kindOfLabel(label, memory);
    if (kind) return kind;
  }
  return undefined;
}

/** The lines of a value, long ones by their sentences. */
function piecesOf(value: string): string[] {
  const pieces: string[] = [];
  for (const line of value.split('\n')) {
    const parts = line.length > LONGEST_PIECE ? line.split(BETWEEN_SENTENCES) : [line];
    for (const part of parts) if (part.trim().length > 1) pieces.push(part.trim().slice(0, LONGEST_PIECE));
    if (pieces.length >= MOST_PIECES) break;
  }
  return pieces;
}
