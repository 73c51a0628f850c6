import { findAll } from '../find-all.ts';
import type { Rule } from '../types.ts';

const AREA = /(?<![0-9A-Za-z-])(?:\(0\d{2,3}\)|0\d{2,3}[- ]?)[2-8]\d{6,7}(?:[-转]\d{1,6})?(?![0-9A-Za-z])/g;
const LOCAL = /(?:电话|热线|致电|拨打|传真|咨询)[^0-9\n]{0,10}([2-8]\d{6,7})(?![0-9A-Za-z])/g;

/** Telephone numbers of offices: area code and number, or a number named a telephone. By policy. */
export const officePhone: Rule = {
  name: 'office-phone',
  kind: 'landline',
  optional: true,
  needsDigits: 7,
  find: (text) => [
    ...findAll(text, AREA),
    ...findAll(text, LOCAL, (match) => {
      const end = match.index + match[0].length;
      return { start: end - (match[1]?.length ?? 0), end };
    }),
  ],
};
