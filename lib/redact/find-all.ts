import type { Span } from './types.ts';

type Accept = (match: RegExpExecArray, text: string) => Span | boolean;

/**
 * Spans of a global pattern, left to right. After a match that `accept` refuses the search goes on one
 * character later, so that a refused match cannot hide a good one; with bounded patterns this is linear.
 */
export function findAll(text: string, pattern: RegExp, accept?: Accept): Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const verdict = accept ? accept(match, text) : true;
    const whole = { start: match.index, end: match.index + match[0].length };
    const span = verdict === true ? whole : verdict;
    if (span) spans.push(span);
    pattern.lastIndex = span ? Math.max(span.end, match.index + 1) : match.index + 1;
  }
  return spans;
}
