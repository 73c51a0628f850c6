import type { Span } from './types.ts';

const GROUPS = /[A-Za-z]{0,4}\d{1,25}[Xx]?(?:[ \-/_\u200b]{1,2}\d{1,25}[Xx]?){0,24}(?![0-9A-Za-z])/y;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9A-Za-z])/iy;
const GROUP = /\d+[Xx]?/g;
const DATE = /^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/;
/** Digits of a resident ID from the seventh on. */
const BORN = /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** How many digits make the number whole, where its kind says so. */
const WHOLE: Record<string, readonly number[]> = {
  'resident-id': [18, 15],
  permit: [18, 15],
  'bank-card': [19, 18, 17, 16],
};
const LONGEST = 25;
/** A first group of so many digits is a number by itself, unless dashes go on with it. */
const ENOUGH = 6;
/** Longer groups behind short ones are other numbers. */
const LONGEST_GROUP = 6;

/**
 * The number that begins at `at` behind its label, however it is parted: with `kind` it is known where it must end;
 * else a date or a longer number behind it is not taken for a part of it.
 */
export function groupedNumberAt(text: string, at: number, kind: string): Span | undefined {
  const uuid = uuidAt(text, at);
  if (uuid) return uuid;
  GROUPS.lastIndex = at;
  const run = GROUPS.exec(text)?.[0];
  if (run === undefined) return undefined;
  const groups = Array.from(run.matchAll(GROUP), ({ 0: written, index }) => ({ written, index }));
  const whole = endOfWhole(groups, kind);
  if (whole !== undefined) return { start: at, end: at + whole };
  const most = WHOLE[kind]?.[0] ?? LONGEST;
  const isParted = (groups[0]?.written.length ?? 0) < ENOUGH || WHOLE[kind] !== undefined;
  let digits = 0;
  let end = 0;
  for (const { written, index } of groups) {
    if (digits + written.length > most) break;
    const parted = run.slice(end, index);
    const goesOn = isParted || /^[-/]$/.test(parted);
    if (digits > 0 && (!goesOn || DATE.test(run.slice(index)))) break;
    if (digits > 0 && WHOLE[kind] === undefined && written.length > LONGEST_GROUP) break;
    digits += written.length;
    end = index + written.length;
  }
  return digits >= ENOUGH ? { start: at, end: at + end } : undefined;
}

/** The UUID that begins at `at`: as a value it is one, however many digits its first part has. */
export function uuidAt(text: string, at: number): Span | undefined {
  UUID.lastIndex = at;
  return UUID.test(text) ? { start: at, end: UUID.lastIndex } : undefined;
}

/** Where the groups are as many digits as the kind asks for, or an ID by its date. */
function endOfWhole(groups: readonly { written: string; index: number }[], kind: string): number | undefined {
  let digits = '';
  let found: number | undefined;
  for (const { written, index } of groups) {
    digits += written;
    const { length } = digits;
    const isWhole = WHOLE[kind]?.includes(length) ?? (length === 18 && BORN.test(digits));
    if (isWhole && (kind !== 'bank-card' || found === undefined)) found = index + written.length;
    if (length >= 18) break;
  }
  return found;
}
