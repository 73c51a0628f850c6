/**
 * Numbers as symbols: a difference from a number already known is one symbol when it is small. Symbols below `ends`
 * end a number, `more` symbols above it carry a digit and go on, one says "written out elsewhere".
 */
export const ends = 60;
export const more = 30;
export const writtenOut = ends + more;

/** Difference as a number from 0 up; 0 is kept for "the very same". */
const fold = (difference: number) => (difference < 0 ? -2 * difference : 2 * difference + 1);
const unfold = (folded: number) => (folded % 2 ? (folded - 1) / 2 : -folded / 2);

/** What to write for `value` after `before`; undefined when it has to be written out. */
export function foldAfter(value: number, before: number): number | undefined {
  if (value === before) return 0;
  const base = Math.trunc(before);
  const difference = value - base;
  const exact = Number.isSafeInteger(value) && Number.isSafeInteger(base) && Math.abs(difference) < 2 ** 50;
  return exact ? fold(difference) : undefined;
}

export const unfoldAfter = (folded: number, before: number): number =>
  folded === 0 ? before : Math.trunc(before) + unfold(folded);

/** A number's own spelling: the shortest decimals that give the same float32 behind an `f`, else JavaScript's. */
export function spellNumber(value: number): string {
  if (Math.fround(value) === value) {
    for (let digits = 1; digits < 10; digits += 1) {
      const short = Number(value.toPrecision(digits));
      if (Math.fround(short) === value) return short === value ? String(value) : `f${short}`;
    }
  }
  return String(value);
}

/** Undefined when it is no number's spelling. */
export function readNumber(text: string): number | undefined {
  const value = text.startsWith('f') ? Math.fround(Number(text.slice(1))) : Number(text);
  return text.trim() === text && text.length > 0 && Number.isFinite(value) ? value : undefined;
}
