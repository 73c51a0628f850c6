import type { SessionReport } from '../../lib/model/report.ts';

/** A page needs a moment to load before its replay begins; a longer lack is a gap worth seeing first. */
const settling = 10_000;

/** Where a review opens when no moment is asked for: at the start, or at the first picture when it comes soon after. */
export function openingMoment({ session, chunks }: Pick<SessionReport, 'session' | 'chunks'>): number {
  const first = chunks.reduce((earliest, chunk) => Math.min(earliest, chunk.from), Number.POSITIVE_INFINITY);
  return first > session.startedAt && first <= session.startedAt + settling ? first : session.startedAt;
}
