import { findAll } from '../find-all.ts';
import { GAP, groupLengths, isFraction, LEFT, RIGHT } from '../patterns.ts';
import type { Rule } from '../types.ts';

const MOBILE = new RegExp(
  `${LEFT}(?:(?:\\(?\\+?|00)86\\)?${GAP})?(1${GAP}[3-9](?:${GAP}\\d){9})${RIGHT}`,
  'g',
);
const WRITTEN = new Set(['11', '3,4,4', '4,3,4', '3,3,5', '3,8', '4,4,3', '1,1,1,1,1,1,1,1,1,1,1']);

/** Mainland mobile numbers, with or without +86, in the groupings people write. */
export const mobile: Rule = {
  name: 'mobile',
  kind: 'mobile',
  needsDigits: 11,
  find: (text) =>
    findAll(
      text,
      MOBILE,
      (match) => WRITTEN.has(groupLengths(match[1] ?? '').join()) && !isFraction(text, match.index),
    ),
};
