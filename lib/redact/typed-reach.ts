/** Kind of a value that is known for nothing but that somebody typed it. */
export const TYPED = 'typed-value';

/** Where a typed value means that it was typed: in any text, apart from other letters, as all of a text; else nowhere. */
export type Reach = 'anywhere' | 'apart' | 'alone';

const HAN = /[\u4e00-\u9fff]/;
/** A day, a time, a sum, a number of things: pages are full of them. */
const MEASURE = /^[\d\s.,:/年月日时分秒%元万-]*$/;
/** So many signs in a row nobody writes by chance. */
const LONG_HAN = 4;
const SHORT_NUMBER = 5;
const LONG_LATIN = 6;
const LONG_NUMBER = 8;

/** How far a typed value reaches; undefined for one that pages say of themselves all the time. */
export function reachOf(value: string): Reach | undefined {
  const { length } = value;
  if (MEASURE.test(value)) {
    if (!/^\d+$/.test(value) || length < SHORT_NUMBER) return undefined;
    return length < LONG_NUMBER ? 'alone' : 'anywhere';
  }
  if (HAN.test(value)) {
    if (length < 2) return undefined;
    if (length === 2) return 'alone';
    return length < LONG_HAN ? 'apart' : 'anywhere';
  }
  // One plain word may be a part of an address, or the name of a class.
  if (/^[A-Za-z]+$/.test(value)) return length < LONG_NUMBER ? undefined : 'alone';
  if (length < 4) return undefined;
  return length < LONG_LATIN ? 'alone' : 'anywhere';
}
