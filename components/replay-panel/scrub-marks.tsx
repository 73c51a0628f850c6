import { memo } from 'react';
import { unfilled } from '../../lib/model/bookmark.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';
import type { ReplayHandle } from './create-replay-handle.ts';
import { type Span, shareOf } from './scrub-geometry.ts';

/** Incidents and pain points above the bar. By keyboard they are reached through their lists. */
export const ScrubMarks = memo(function ScrubMarks(props: {
  report: SessionReport;
  span: Span;
  replay: ReplayHandle;
}) {
  const { report, span, replay } = props;
  const text = useText();
  const left = (at: number) => ({ left: `${shareOf(at, span) * 100}%` });
  return (
    <div className="scrub-marks">
      {report.incidents.map((incident) => (
        <button
          type="button"
          tabIndex={-1}
          key={incident.id}
          className="scrub-mark"
          data-kind="incident"
          style={left(incident.at)}
          title={`${formatClock(incident.at - span.from)} ${text(keyOf('incidentKind', incident.kind))}`}
          onClick={() => replay.seek(Math.max(span.from, incident.at - 5_000))}
        />
      ))}
      {unfilled(report.bookmarks, report.painPoints).map((bookmark) => (
        <button
          type="button"
          tabIndex={-1}
          key={bookmark.id}
          className="scrub-mark"
          data-kind="bookmark"
          style={left(bookmark.at)}
          title={text('bookmark.mark', formatClock(bookmark.at - span.from))}
          onClick={() => replay.seek(bookmark.interval.from)}
        />
      ))}
      {report.painPoints.map((point) => (
        <button
          type="button"
          tabIndex={-1}
          key={point.id}
          className="scrub-mark"
          data-kind={point.kind}
          style={left(point.at)}
          title={`${formatClock(point.at - span.from)} ${text(keyOf('review.painPoints.kind', point.kind))} ${point.note}`}
          onClick={() => replay.seek(point.interval.from)}
        />
      ))}
    </div>
  );
});
