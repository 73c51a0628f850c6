import { tagOf } from './tags.ts';
import type { SensitiveRange } from './types.ts';

/** The text with a tag in the place of each range; ranges in the order of the text, none overlapping. */
export function replaceRanges(text: string, ranges: readonly SensitiveRange[], tagKey?: string): string {
  let result = '';
  let from = 0;
  for (const { start, end, kind, replacement } of ranges) {
    result += text.slice(from, start) + (replacement ?? tagOf(kind, text.slice(start, end), tagKey));
    from = end;
  }
  return result + text.slice(from);
}
