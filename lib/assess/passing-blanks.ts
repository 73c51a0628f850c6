import type { Visit } from '../model/visit.ts';
import { findLastAt } from './find-last-at.ts';

/**
 * Ids of empty pages that were no places: a page opens an empty window first and sends it to an address of its own
 * then. One in which something was done was written into by its opener, and so was one that nothing took the place of.
 */
export function passingBlanks(visits: readonly Visit[], actionTimes: readonly number[]): ReadonlySet<string> {
  const blanks = visits.filter((visit) => isDocument(visit) && visit.url === 'about:blank');
  if (!blanks.length) return new Set();
  const documents = visits.filter(isDocument).sort((a, b) => a.at - b.at);
  const acted = [...actionTimes].sort((a, b) => a - b);
  return new Set(
    blanks.flatMap(({ id, tab, at }) => {
      const next = documents.find((other) => other.tab === tab && other.at > at);
      const last = next && findLastAt(acted, next.at, (moment) => moment);
      return next && (last === undefined || last < at) ? [id] : [];
    }),
  );
}

const isDocument = ({ frame, kind }: Visit) => frame === 0 && kind === 'document';
