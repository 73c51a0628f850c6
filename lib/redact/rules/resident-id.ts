import { hasResidentIdChecksum } from '../checksums.ts';
import { findAll } from '../find-all.ts';
import { isFraction, LEFT, RIGHT } from '../patterns.ts';
import type { Rule, Span } from '../types.ts';

const DATE = '(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
/** What people put between the parts of an ID: slashes and underscores too. */
const GAP = '[ \\-/_\\u200b]{0,2}';
const GAPS = /[ \-/_]+/;
const ID18 = new RegExp(`^[1-9]\\d{5}${DATE}\\d{3}[\\dX]$`, 'i');
const SPACED = new RegExp(`${LEFT}[1-9](?:${GAP}\\d){16}${GAP}[\\dXx]${RIGHT}`, 'g');
// First generation (15 digits, two-digit year); the region makes up for the missing century.
const ID15 =
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{6}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const SPACED_15 = new RegExp(`${LEFT}[1-6](?:${GAP}\\d){14}${RIGHT}`, 'g');
/** Card of a disabled person: the holder's ID, then kind and grade, then how often it was issued anew. */
const DISABILITY_CARD = new RegExp(
  `${LEFT}([1-9]\\d{5}${DATE}\\d{3}[\\dXx])[1-7][1-4](?:B\\d{1,2})?${RIGHT}`,
  'g',
);
const MAY_BE_CARD = /\d{17}[\dXx][1-7][1-4]/;
/** The fewest digits of an ID in one number. */
const MANY_DIGITS = new RegExp(`\\d(?:${GAP}\\d){14}`);
const LONG_RUN = /\d{19,64}/g;
const CUSTOMARY_BREAKS = new Set([3, 6, 8, 10, 12, 14]);

function compact(written: string): string {
  return written.replace(/[ \-/_\u200b]/g, '');
}

/** Parted where an ID has its parts, or into single digits (a box for each). */
function isCustomary(written: string): boolean {
  const lengths = written
    .replace(/\u200b/g, '')
    .split(GAPS)
    .map((group) => group.length);
  if (lengths.every((length) => length === 1)) return true;
  let position = 0;
  return lengths.slice(0, -1).every((length) => {
    position += length;
    return CUSTOMARY_BREAKS.has(position);
  });
}

/** An ID run together with other digits: only with a good checksum, since every window is a guess. */
function findGlued(text: string): Span[] {
  return findAll(text, LONG_RUN).flatMap(({ start, end }) => {
    for (let at = start; at + 18 <= end; at += 1) {
      const window = text.slice(at, at + 18);
      if (ID18.test(window) && hasResidentIdChecksum(window)) return [{ start: at, end: at + 18 }];
    }
    return [];
  });
}

/** Resident ID numbers, 18 or 15 digits. A wrong checksum is a typing error, not a reason to show it. */
export const residentId: Rule = {
  name: 'resident-id',
  kind: 'resident-id',
  inNames: true,
  needsRun: 15,
  find(text) {
    if (!MANY_DIGITS.test(text)) return [];
    const long = findAll(text, SPACED, (match) => {
      const id = compact(match[0]);
      if (!ID18.test(id) || isFraction(text, match.index)) return false;
      return isCustomary(match[0]) || hasResidentIdChecksum(id);
    });
    const short = findAll(
      text,
      SPACED_15,
      (match) => ID15.test(compact(match[0])) && isCustomary(match[0]) && !isFraction(text, match.index),
    );
    const isCard = ({ 0: written, 1: id = '' }: RegExpExecArray) =>
      /[XxB]/.test(written) || hasResidentIdChecksum(id);
    const cards = MAY_BE_CARD.test(text) ? findAll(text, DISABILITY_CARD, isCard) : [];
    return [...long, ...short, ...cards, ...findGlued(text)];
  },
};
