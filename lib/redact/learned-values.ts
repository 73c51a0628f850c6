import { isCommonWord } from './common-words.ts';
import { normalise } from './normalise.ts';
import { HAN } from './patterns.ts';
import { isMaskedAlready, isServiceValue } from './service-values.ts';
import type { SessionDigests } from './session-digests.ts';
import type { Setting } from './setting.ts';
import { isFullName } from './surnames.ts';
import { reachOf, TYPED } from './typed-reach.ts';
import type { Span } from './types.ts';
import type { WholeTexts } from './whole-texts.ts';

/** Enough for every person on one page; the value met longest ago goes first. */
const MOST_VALUES = 260;
const LONGEST = 120;
const OTHER_NAME = new RegExp(
  `^(?:${HAN}{1,10}(?:·${HAN}{1,10}){1,4}|[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]*){1,3})$`,
);
/** A place that is more than a town, whose name stands on every page. */
const PLACE = /\d|[路街巷弄村道]/;

const NEVER = new Set(['url', 'one-time-code', 'plate']);

/** Raw values a label, a greeting or the keyboard has shown to be somebody's, by kind; `version` grows. Never leaves the page. */
export type LearnedValues = {
  kinds: Map<string, string>;
  pattern?: RegExp;
  version: number;
  /** Short texts in which nothing was found, and at which version: pages say the same again and again. */
  clean: Map<string, number>;
  /** Short texts in which nothing was found when they were met: what the page itself says. */
  said: Set<string>;
  /** The values learned last, in that order. */
  latest: string[];
  /** How many digests of the session were known when `clean` was begun. */
  digestsSeen?: number;
};

/** What learns and remembers: the memory of one document. */
export type Learner = {
  learned: LearnedValues;
  /** The rules it goes by; the floor unless told. */
  setting?: Setting;
  /** Secret of the session: with it, tags tell different values apart (`〔手机·KDM〕`). */
  tagKey?: string;
  /** What the documents of the session tell each other. */
  digests?: SessionDigests;
  /** What labels have named, of which only the whole means somebody. */
  wholes?: WholeTexts;
};

export function createLearnedValues(): LearnedValues {
  return { kinds: new Map(), version: 0, clean: new Map(), said: new Set(), latest: [] };
}

/** Mobile numbers, cards, resident IDs, credit codes, mailboxes: found wherever they stand without being learned. */
const TOLD_BY_SHAPE = /^(?:1[3-9]\d{9}|\d{16,19}|\d{17}[Xx]|[0-9A-Z]{18}|[^@\s]+@[\w-]+(?:\.[\w-]+)+)$/;

/** True for values that mean the person wherever they stand: no town, no year, no short number. */
export function isTelling(kind: string, value: string): boolean {
  if (value.length > LONGEST || NEVER.has(kind)) return false;
  if (TOLD_BY_SHAPE.test(value) || isServiceValue(value)) return false;
  if (kind === 'name') return (isFullName(value) || OTHER_NAME.test(value)) && !isCommonWord(value);
  if (kind === 'address') return value.length >= 8 && PLACE.test(value) && /[\u4e00-\u9fff]/.test(value);
  if (kind === 'password') return value.length >= 6 && /\d/.test(value) && /\D/.test(value);
  if (kind === 'birth-date') return value.length >= 8;
  const digits = value.replace(/\D/g, '').length;
  return digits >= 6 || (kind === 'account' && /^[\w.@-]{6,64}$/.test(value));
}

/** Remembers a value that was just masked, if finding it again elsewhere would mean the same person. */
export function learn({ learned, digests }: Learner, kind: string, raw: string): void {
  const value = normalise(raw).trim();
  if (!isNews(learned, kind, value) || isMaskedAlready(raw.trim()) || !isTelling(kind, value)) return;
  const isAbreast = digests && learned.digestsSeen === digests.size;
  digests?.add(kind, value);
  // What other documents tell is heard of by the digests' number alone.
  if (isAbreast) learned.digestsSeen = digests.size;
  noteNew(learned, kind, value);
}

/** A value nobody knows, or one that was only typed and is now somebody's: that reaches further. */
function isNews({ kinds }: LearnedValues, kind: string, value: string): boolean {
  const before = kinds.get(value);
  return before === undefined || (before === TYPED && kind !== TYPED);
}

/** Remembers what was typed, whatever it is, until `unlearn`. False where that was known already: it stays what it was. */
export function learnTyped({ learned }: Learner, value: string, kind: string): boolean {
  if (!isNews(learned, kind, value)) return false;
  noteNew(learned, kind, value);
  return true;
}

/** Forgets a value that was only passed through while somebody typed; one that was typed `before` stays that. */
export function unlearn({ learned }: Learner, value: string, before?: string): void {
  if (before) learned.kinds.set(value, before);
  else learned.kinds.delete(value);
  delete learned.pattern;
}

function noteNew(learned: LearnedValues, kind: string, value: string): void {
  learned.kinds.delete(value);
  learned.kinds.set(value, kind);
  learned.version += 1;
  if (learned.latest.push(value) > MOST_VALUES) forgetClean(learned);
  const [oldest] = learned.kinds.keys();
  if (learned.kinds.size > MOST_VALUES && oldest !== undefined) learned.kinds.delete(oldest);
  delete learned.pattern;
}

/** Texts are asked anew, whatever was found in them. */
export function forgetClean({ clean, latest }: LearnedValues): void {
  clean.clear();
  latest.length = 0;
}

/** True for a text in which nothing was found, as long as nothing that stands in it has been learned since. */
export function isStillClean(learned: LearnedValues, text: string): boolean {
  const { clean, latest, version } = learned;
  const at = clean.get(text);
  if (at === undefined || at === version) return at !== undefined;
  // Addresses spell values otherwise.
  if (text.includes('%') || text.includes('://')) return false;
  const normal = normalise(text);
  for (let n = latest.length - (version - at); n < latest.length; n += 1)
    if (normal.includes(latest[n] as string)) return false;
  clean.set(text, version);
  return true;
}

/** Known where it is all of a text, and looked up by that: a pattern would go over the blanks of a page for each of them. */
const isAlone = (value: string, kind: string | undefined) => kind === TYPED && reachOf(value) === 'alone';
/** A pattern of nothing would be found everywhere. */
const NOWHERE = '(?!)';

function sourceOf(value: string, kind: string | undefined): string {
  const escaped = value.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
  if (kind === TYPED && reachOf(value) === 'apart')
    return `(?<![0-9A-Za-z\u4e00-\u9fff])${escaped}(?![0-9A-Za-z\u4e00-\u9fff])`;
  const before = /^\w/.test(value) ? '(?<![0-9A-Za-z])' : '';
  const after = /\w$/.test(value) ? '(?![0-9A-Za-z])' : '';
  return before + escaped + after;
}

function patternOf(learned: LearnedValues): RegExp {
  learned.pattern ??= new RegExp(
    [...learned.kinds.keys()]
      .filter((value) => !isAlone(value, learned.kinds.get(value)))
      .sort((a, b) => b.length - a.length)
      .map((value) => sourceOf(value, learned.kinds.get(value)))
      .join('|') || NOWHERE,
    'g',
  );
  return learned.pattern;
}

/** So many values are looked for one by one, before their pattern is made: most texts hold none. */
const FEW_VALUES = 24;

function mayHold(learned: LearnedValues, normal: string): boolean {
  if (learned.kinds.size > FEW_VALUES) return true;
  for (const value of learned.kinds.keys()) if (normal.includes(value)) return true;
  return false;
}

/**
 * Where values learned before stand in a normalised text: at each place the longest, those that lie over each other as
 * one, of the first one's kind. Nothing learned costs nothing.
 */
export function findLearned(learned: LearnedValues | undefined, normal: string): (Span & { kind: string })[] {
  if (!learned || learned.kinds.size === 0 || !mayHold(learned, normal)) return [];
  const whole = normal.trim();
  if (isAlone(whole, learned.kinds.get(whole))) {
    const start = normal.indexOf(whole);
    return [{ start, end: start + whole.length, kind: metAgain(learned, whole) }];
  }
  const found: (Span & { kind: string })[] = [];
  const pattern = patternOf(learned);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(normal); match; match = pattern.exec(normal)) {
    const { 0: value, index: start } = match;
    const kind = metAgain(learned, value);
    const end = start + value.length;
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end, kind });
    // What was passed through while it was typed ends within what was typed on.
    pattern.lastIndex = start + 1;
  }
  return found;
}

/** The kind of a value that was met, which is forgotten last from now on. */
function metAgain({ kinds }: LearnedValues, value: string): string {
  const kind = kinds.get(value) ?? 'name';
  kinds.delete(value);
  kinds.set(value, kind);
  return kind;
}
