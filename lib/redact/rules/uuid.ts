import { findAll } from '../find-all.ts';
import type { Rule } from '../types.ts';

const UUID = /(?<![0-9A-Za-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9A-Za-z])/gi;

const LENGTH = 36;

/** UUIDs that no key or label names a token, whose digit groups look like telephone numbers. */
export const uuid: Rule = {
  name: 'uuid',
  kind: 'uuid',
  inNames: true,
  protects: true,
  needsDigits: 7,
  find: (normal) => (normal.length < LENGTH || !normal.includes('-') ? [] : findAll(normal, UUID)),
};
