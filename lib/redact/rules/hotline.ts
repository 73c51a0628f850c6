import { findAll } from '../find-all.ts';
import type { Rule } from '../types.ts';

const HOTLINE =
  /(?<![0-9A-Za-z·•-])(?<!\d[ -]{1,2})(?:(?:0\d{2,3}-)?(?:12[03]\d{2,3}|95\d{3,4}|96\d{3,5})|[48]00-?\d{3,4}-?\d{3,4})(?![0-9A-Za-z-]|[ -]{1,2}\d)/g;

/** Public service lines (12345, 12333, 95xxx, 400 numbers). */
export const hotline: Rule = {
  name: 'hotline',
  kind: 'hotline',
  protects: true,
  needsDigits: 5,
  find: (normal) => findAll(normal, HOTLINE),
};
