import { findAll } from '../find-all.ts';
import { GAP, groupLengths, isFraction, LEFT, RIGHT } from '../patterns.ts';
import type { Rule, Span } from '../types.ts';

const MOBILE = new RegExp(
  `${LEFT}(?:(?:\\(?\\+?|00)86\\)?${GAP})?(1${GAP}[3-9](?:${GAP}\\d){9})${RIGHT}`,
  'g',
);
/** Its first two digits. */
const BEGINS_SO = /1[ \-\u200b]{0,2}[3-9]/;
const WRITTEN = new Set(['11', '3,4,4', '4,3,4', '3,3,5', '3,8', '4,4,3', '1,1,1,1,1,1,1,1,1,1,1']);

const DOTTED = /(?<![\d.])1[3-9]\d\.\d{4}\.\d{4}(?!\.?\d)/g;
/** Groups that the end of a card number written by fours has too. */
const PART_OF_CARD = new Set(['4,4,3', '4,3,4']);
const FOURS_BEFORE = /\d{4}[ -]{1,2}$/;

/** Mainland mobile numbers, with or without +86, in the groupings people write. */
export const mobile: Rule = {
  name: 'mobile',
  kind: 'mobile',
  inNames: true,
  needsRun: 11,
  find: (text) => (BEGINS_SO.test(text) ? findMobiles(text) : []),
};

function findMobiles(text: string): Span[] {
  return [
    ...findAll(text, MOBILE, (match) => {
      const groups = groupLengths(match[1] ?? '').join();
      if (!WRITTEN.has(groups) || isFraction(text, match.index)) return false;
      return !(
        PART_OF_CARD.has(groups) && FOURS_BEFORE.test(text.slice(Math.max(0, match.index - 6), match.index))
      );
    }),
    ...(text.includes('.') ? findAll(text, DOTTED) : []),
  ];
}
