import { count } from './found.ts';
import { findLearned, type Learner } from './learned-values.ts';
import { normalise } from './normalise.ts';
import { tagOf } from './tags.ts';
import type { Found } from './types.ts';

/** The text without the values its document has learned so far; nothing else is looked for. */
export function redactLearned(text: string, { learned, tagKey }: Learner, found: Found): string {
  if (text.length < 2 || learned.kinds.size === 0) return text;
  let result = '';
  let from = 0;
  for (const { start, end, kind } of findLearned(learned, normalise(text))) {
    count(found, kind);
    result += text.slice(from, start) + tagOf(kind, text.slice(start, end), tagKey);
    from = end;
  }
  return result + text.slice(from);
}
