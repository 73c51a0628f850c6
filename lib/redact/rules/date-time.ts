import { findAll } from '../find-all.ts';
import type { Rule } from '../types.ts';

const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const WRITTEN = `(?:19|20)\\d{2}(?:-${MONTH}-${DAY}|/${MONTH}/${DAY}|\\.${MONTH}\\.${DAY})(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?)?`;
const COMPACT = '20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{0,12}';
const DATE = new RegExp(`(?<![0-9A-Za-z])(?<!\\d[ -]{1,2})(?:${WRITTEN}|${COMPACT})(?![0-9A-Za-z])`, 'g');

/**
 * Dates, timestamps and serial numbers that begin with a date (20 digits at most). No region code and no Chinese
 * card prefix begins with 20, so a resident ID or a card cannot hide here. Birth dates go by their label first.
 */
export const dateTime: Rule = {
  name: 'date-time',
  kind: 'date-time',
  inNames: true,
  protects: true,
  needsDigits: 8,
  find: (normal) => findAll(normal, DATE),
};
