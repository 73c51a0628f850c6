import type { SessionReport } from '../../lib/model/report.ts';

/** What the page of each stream is called; empty where it has no title. */
export function titlesByStream(report: Pick<SessionReport, 'streams'>): Map<string, string> {
  return new Map(report.streams.map((stream) => [stream.id, stream.title]));
}
