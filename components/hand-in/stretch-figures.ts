import { unfilled } from '../../lib/model/bookmark.ts';
import type { SessionReport } from '../../lib/model/report.ts';

export type Stretch = { from: number; to: number };

/** What a cut would take out, as counts, and the pain points that rest on it. */
export function figuresOfStretch(report: SessionReport, { from, to }: Stretch) {
  const inside = ({ at }: { at: number }) => at >= from && at < to;
  return {
    actions: report.actions.filter(inside).length,
    requests: report.requests.filter(inside).length,
    incidents: report.incidents.filter(inside).length,
    screenshots: report.screenshots.filter(inside).length,
    painPoints: report.painPoints.filter(
      (point) => inside(point) || (point.interval.from < to && point.interval.to > from),
    ),
    bookmarks: unfilled(report.bookmarks, report.painPoints).filter(inside).length,
  };
}

/** A walk's begin and end, absolute. */
export function spanOf({ session, createdAt }: SessionReport): Stretch {
  return { from: session.startedAt, to: session.endedAt ?? createdAt };
}
