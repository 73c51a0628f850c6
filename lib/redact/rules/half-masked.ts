import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const HALF = /(?<![0-9A-Za-z])\d{0,8}[*•●]{2,32}\d{0,5}[\dXx]?(?![0-9A-Za-z])/g;

/** Values their portal has already half hidden (`180****1999`). */
export const halfMasked: Rule = {
  name: 'half-masked',
  kind: 'half-masked',
  needs: sign.star,
  protects: true,
  find: (normal) => (/[*•●]{2}/.test(normal) ? findAll(normal, HALF) : []),
};
