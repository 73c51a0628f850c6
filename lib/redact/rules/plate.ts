import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const SERIAL = '[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]';
const PLATE = new RegExp(`[${PROVINCES}][A-Z][·•. -]?(?:${SERIAL})(?![0-9A-Za-z])`, 'gi');

/** Vehicle plates. At least one digit, so that a province sign before a word in capitals is left alone. */
export const plate: Rule = {
  name: 'plate',
  kind: 'plate',
  needs: sign.province,
  inNames: true,
  needsDigits: 1,
  find: (text) => findAll(text, PLATE, (match) => /\d/.test(match[0])),
};
