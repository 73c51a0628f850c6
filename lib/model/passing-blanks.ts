import type { Visit } from './visit.ts';

/**
 * Ids of empty pages that were no places: a page opens an empty window first and sends it to an address of its own
 * then. One in which something was done was written into by its opener, and so was one that nothing took the place of.
 */
export function passingBlanks(visits: readonly Visit[], actionTimes: readonly number[]): ReadonlySet<string> {
  const blanks = visits.filter((visit) => isDocument(visit) && visit.url === 'about:blank');
  if (!blanks.length) return new Set();
  const documents = visits.filter(isDocument).sort((a, b) => a.at - b.at);
  return new Set(
    blanks.flatMap(({ id, tab, at }) => {
      const next = documents.find((other) => other.tab === tab && other.at > at);
      return next && !actionTimes.some((moment) => moment >= at && moment <= next.at) ? [id] : [];
    }),
  );
}

const isDocument = ({ frame, kind }: Visit) => frame === 0 && kind === 'document';
