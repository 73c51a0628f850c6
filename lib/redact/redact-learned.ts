import { count } from './found.ts';
import { findLearned, type Learner } from './learned-values.ts';
import { normalise } from './normalise.ts';
import { replaceRanges } from './replace-ranges.ts';
import type { Found } from './types.ts';

/** The text without the values its document has learned so far; nothing else is looked for. */
export function redactLearned(text: string, { learned, tagKey, wholes }: Learner, found: Found): string {
  if (text.length < 2) return text;
  const whole = wholes?.find(text);
  if (!whole && learned.kinds.size === 0) return text;
  const ranges = whole ? [whole] : findLearned(learned, normalise(text));
  for (const { kind } of ranges) count(found, kind);
  return replaceRanges(text, ranges, tagKey);
}
