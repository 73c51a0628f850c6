import { findEncoded } from '../encoded-runs.ts';
import { findLearned } from '../learned-values.ts';
import type { Rule } from '../types.ts';

/** Values that a label or greeting named earlier in the same document. */
export const learnedValue: Rule = {
  name: 'learned-value',
  kind: 'name',
  inNames: true,
  unprompted: true,
  find(normal, _original, memory) {
    if (!memory || memory.learned.kinds.size === 0) return [];
    const find = (text: string) => findLearned(memory.learned, text);
    return [...find(normal), ...findEncoded(normal, find)];
  },
};
