import { findLearned } from '../learned-values.ts';
import type { Rule } from '../types.ts';

/** Values that a label or greeting named earlier in the same document. */
export const learnedValue: Rule = {
  kind: 'name',
  find: (normal, _original, learned) => findLearned(learned, normal),
};
