import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import { TAG_PATTERN } from '../tags.ts';
import type { Rule } from '../types.ts';

const TAG = new RegExp(TAG_PATTERN, 'g');

/** Our own tags: what is masked stays masked once. */
export const existingTag: Rule = {
  name: 'existing-tag',
  kind: 'tag',
  needs: sign.tag,
  protects: true,
  find: (_normal, original) => (original.includes('〔') ? findAll(original, TAG) : []),
};
