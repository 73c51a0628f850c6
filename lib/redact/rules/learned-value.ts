import { findLearned } from '../learned-values.ts';
import type { Rule } from '../types.ts';

/** Values that a label or greeting named earlier in the same document. */
export const learnedValue: Rule = {
  name: 'learned-value',
  kind: 'name',
  unprompted: true,
  find: (normal, _original, memory) => findLearned(memory?.learned, normal),
};
