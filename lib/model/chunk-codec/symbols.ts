import { damaged } from './damaged.ts';

/**
 * Symbols: one character for a small number, the first ones of one byte, none that JSON escapes.
 * 0x23-0x7E without the backslash, then 0xA1-0xD7FF.
 */
const narrow = Array.from({ length: 0x7f - 0x23 }, (_, at) => 0x23 + at).filter((code) => code !== 0x5c);
const wideFrom = 0xa1;
export const mostSymbols = narrow.length + 0xd800 - wideFrom;

const narrowTexts = narrow.map((code) => String.fromCharCode(code));
const narrowIndexes = new Map(narrow.map((code, index) => [code, index]));

/** The character of a number below `mostSymbols`. */
export function symbolOf(index: number): string {
  return narrowTexts[index] ?? String.fromCharCode(wideFrom + index - narrow.length);
}

/** The number of a character code; throws on one that is no symbol (NaN at a column's end, too). */
export function indexOf(code: number): number {
  const index = code >= wideFrom && code < 0xd800 ? code - wideFrom + narrow.length : narrowIndexes.get(code);
  if (index === undefined) throw damaged(Number.isNaN(code) ? 'a column ends early' : 'not a symbol');
  return index;
}
