import { normalise } from '../normalise.ts';
import type { Rule, Span } from '../types.ts';

/** Shorter texts stand inside too many words. */
const SHORTEST = 2;

/** Texts somebody asked to have masked everywhere, by look-up. */
export function createTerm(terms: readonly string[]): Rule {
  const wanted = [...new Set(terms.map((term) => normalise(term).trim()))]
    .filter((term) => term.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  return {
    name: 'term',
    kind: 'term',
    inNames: true,
    optional: true,
    unprompted: true,
    find(text) {
      const spans: Span[] = [];
      for (const term of wanted) {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
          const end = at + term.length;
          if (!spans.some((span) => span.start < end && at < span.end)) spans.push({ start: at, end });
        }
      }
      return spans;
    },
  };
}
