import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import { useText } from '../text.tsx';

/** What the walker changed before the session left: how much, never what. Empty when nothing was. */
export function EditsMade({ report }: { report: SessionReport }) {
  const text = useText();
  const { edits, session, screenshots } = report;
  const painted = new Map(screenshots.flatMap((shot) => (shot.painted ? [[shot.object, shot.painted]] : [])));
  const areas = [...painted.values()].reduce((sum, each) => sum + each, 0);
  const places = (edits?.masked ?? []).reduce((sum, each) => sum + each.places, 0);
  const lines = [
    ...(areas > 0 ? [text('handIn.made.painted', painted.size, areas)] : []),
    ...(places > 0 ? [text('handIn.made.masked', edits?.masked.length ?? 0, places)] : []),
    ...(edits?.pictures?.length ? [text('handIn.made.takenOut', edits.pictures.length)] : []),
    ...(edits?.cuts ?? []).map((cut) =>
      text(
        'handIn.made.cut',
        formatClock(cut.from - session.startedAt),
        formatClock(cut.to - session.startedAt),
        formatDuration(cut.to - cut.from, text),
      ),
    ),
    ...(edits?.kept.length ? [text('handIn.made.kept', edits.kept.length)] : []),
  ];
  if (lines.length === 0) return <p className="zyb-weak">{text('handIn.made.nothing')}</p>;
  return (
    <ul className="edits-made">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
