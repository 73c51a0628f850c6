import type { Span } from './types.ts';

/** Han letters as addresses and scripts write them; other letters are not encoded and found as they stand. */
const RUN = /(?:%[0-9A-Fa-f]{2}){3,600}/g;

/** Percent-encoded stretches of a text in whose plain words something is found: the whole stretch, with that kind. */
export function findEncoded(
  text: string,
  find: (plain: string) => (Span & { kind: string })[],
): (Span & { kind: string })[] {
  if (!text.includes('%')) return [];
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }) => {
    const [first] = find(decoded(run));
    return first ? [{ start: index, end: index + run.length, kind: first.kind }] : [];
  });
}

function decoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return '';
  }
}
