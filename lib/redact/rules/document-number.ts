import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const PASSPORT = '[EGDSPH]\\d{8}|E[A-HJ-NP-Z]\\d{7}';
const PERMIT = '[HMCW]\\d{8,10}|C[A-Z]\\d{7}|[A-Z]{3}\\d{12}|\\d{8}(?:\\d{2})?|\\d{7}';
const NEAR = '(?:护照|证件号码?|通行证|回乡证|台胞证|居留证?|永居证?|军官证|士兵证|出生医学证明)';
const LABELLED = new RegExp(`${NEAR}[^0-9A-Za-z。;\\n]{0,12}(${PASSPORT}|${PERMIT})(?![0-9A-Za-z])`, 'gi');
/** The number first and what it is of in brackets behind it; one of digits alone only where Taiwan's pass is named. */
const NAMED_BEHIND = new RegExp(
  `(?<![0-9A-Za-z])(?:(?:${PASSPORT}|(?=[A-Z])(?:${PERMIT}))(?=\\s?[(【\\[][^0-9A-Za-z。;\\n()]{0,12}${NEAR})` +
    '|\\d{8}(?=\\s?[(【\\[][\\u4e00-\\u9fff]{0,8}(?:台胞证|大陆通行证)))',
  'gi',
);
// Hong Kong identity card with its bracketed check character: the brackets make the shape safe by itself.
const HONG_KONG = /(?<![0-9A-Za-z])[A-Z]{1,2}\d{6}\([0-9A]\)/g;
/** Permanent residence card of the first kind: nationality, 4 digits of place, birth date, 2 more. */
const RESIDENCE =
  /(?<![0-9A-Za-z])[A-Za-z]{3}\d{6}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{2}(?![0-9A-Za-z])/g;
const NAMED = /护照|证/;
const IS_PASSPORT = new RegExp(`^(?:${PASSPORT})$`, 'i');

function kindOf(value: string, named: string): string {
  return IS_PASSPORT.test(value) && !/行证|乡证|胞证|官证|兵证/.test(named) ? 'passport' : 'permit';
}

/** Passports and entry permits: only where a document label stands just before them, or in brackets behind. */
export const documentNumber: Rule = {
  name: 'document-number',
  kind: 'passport',
  needs: sign.document | sign.longNumber,
  inNames: true,
  needsDigits: 6,
  find: (text) => [
    ...findAll(NAMED.test(text) ? text : '', LABELLED, (match) => {
      const value = match[1] ?? '';
      const end = match.index + match[0].length;
      return { start: end - value.length, end, kind: kindOf(value, match[0]) };
    }),
    ...findAll(/[证照]/.test(text) ? text : '', NAMED_BEHIND, (match) => {
      const end = match.index + match[0].length;
      return { start: match.index, end, kind: kindOf(match[0], text.slice(end, end + 20)) };
    }),
    ...findAll(text, RESIDENCE).map((span) => ({ ...span, kind: 'permit' })),
    ...findAll(text.includes('(') ? text : '', HONG_KONG, (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'permit',
    })),
  ],
};
