import { isCommonWord } from '../common-words.ts';
import { isFullName } from '../surnames.ts';
import type { Rule } from '../types.ts';

/** A text that is nothing but what may be a Chinese name. By policy: words of a portal are hidden by it too. */
export const loneName: Rule = {
  name: 'lone-name',
  kind: 'name',
  optional: true,
  unprompted: true,
  find(text) {
    const word = text.trim();
    if (word.length > 4 || !isFullName(word) || isCommonWord(word)) return [];
    const start = text.indexOf(word);
    return [{ start, end: start + word.length }];
  },
};
