import { findAll } from '../find-all.ts';
import type { Rule } from '../types.ts';

// 18 credit code of the implementing body + 1 level + 12 base code (+ 2 handling item) (+ 8 date + 4 serial).
const CODE =
  /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}\d[0-9A-Z]{12}(?:\d{2})?(?:20\d{10})?(?![0-9A-Za-z])/gi;

const SHORTEST = 31;

/** Item codes (31 or 33 characters) and case numbers built on them (43 or 45): never personal. */
export const itemCode: Rule = {
  name: 'item-code',
  kind: 'item-code',
  inNames: true,
  protects: true,
  needsDigits: 8,
  find: (normal) => (normal.length < SHORTEST ? [] : findAll(normal, CODE)),
};

/** True for a text that is an item code, or a case number built on one, and nothing else. */
export function isItemCode(normal: string): boolean {
  return itemCode.find(normal, normal).some(({ start, end }) => start === 0 && end === normal.length);
}
