import { figuresOf, type SessionReport } from '../../lib/model/report.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { formatDuration } from '../format/format-duration.ts';
import { walkedMs } from '../session-review/walked-ms.ts';
import { useText } from '../text.tsx';

/** What leaves this computer, in numbers. */
export function LeavesList({ report }: { report: SessionReport }) {
  const text = useText();
  const figures = figuresOf(report);
  const { walker, aims = [], rating } = report.session;
  const { screenshots } = report;
  const painted = screenshots.reduce((sum, shot) => sum + (shot.painted ?? 0), 0);
  const masked = screenshots.reduce((sum, shot) => sum + shot.masked, painted);
  const person = [walker.unit, walker.name, walker.position, walker.contact].filter(Boolean).join(' ');
  const duration = formatDuration(walkedMs(report), text);
  const leaves: [string, string][] = [
    ['path', text('review.leaves.pathFigures', figures.steps, figures.actions, duration)],
    ['incidents', String(figures.incidents)],
    ['painPoints', String(figures.painPoints)],
    ...(aims.length > 0 || rating
      ? [
          [
            'stated',
            text(rating ? 'review.leaves.statedRated' : 'review.leaves.statedAims', aims.length),
          ] as [string, string],
        ]
      : []),
    ['replay', text('review.leaves.replayFigures', report.chunks.length, figures.origins)],
    ['screenshots', text('review.leaves.screenshotFigures', figures.screenshots, masked)],
    ['walker', person || text('review.noWalker')],
    ['size', text('review.leaves.sizeFigures', report.objects.length, formatBytes(figures.bytes))],
  ];
  return (
    <dl className="leaves">
      {leaves.map(([key, value]) => (
        <div key={key}>
          <dt>{text(`review.leaves.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
