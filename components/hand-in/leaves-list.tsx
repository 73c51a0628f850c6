import { figuresOf, type SessionReport } from '../../lib/model/report.ts';
import { isByHand } from '../../lib/model/session.ts';
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
  const person = [
    walker.unit,
    walker.name,
    walker.position,
    walker.contact,
    walker.category,
    walker.recruitment,
  ]
    .filter(Boolean)
    .join(' ');
  const duration = formatDuration(walkedMs(report), text);
  const { stated } = report.session;
  const found: [string, string][] = isByHand(report.session)
    ? [
        [
          'byHand.leaves',
          text('byHand.leavesFigures', stated?.steps.length ?? 0, stated?.materials.length ?? 0),
        ],
        ['review.leaves.painPoints', String(figures.painPoints)],
        ['byHand.photos', text('byHand.leavesPhotos', figures.screenshots, painted)],
      ]
    : [
        ['review.leaves.path', text('review.leaves.pathFigures', figures.steps, figures.actions, duration)],
        ['review.leaves.incidents', String(figures.incidents)],
        ['review.leaves.painPoints', String(figures.painPoints)],
        ['review.leaves.replay', text('review.leaves.replayFigures', report.chunks.length, figures.origins)],
        ['review.leaves.screenshots', text('review.leaves.screenshotFigures', figures.screenshots, masked)],
      ];
  const leaves: [string, string][] = [
    ...found,
    ...(aims.length > 0 || rating
      ? [
          [
            'review.leaves.stated',
            text(rating ? 'review.leaves.statedRated' : 'review.leaves.statedAims', aims.length),
          ] as [string, string],
        ]
      : []),
    ['review.leaves.walker', person || text('review.noWalker')],
    [
      'review.leaves.size',
      text('review.leaves.sizeFigures', report.objects.length, formatBytes(figures.bytes)),
    ],
  ];
  return (
    <dl className="leaves">
      {leaves.map(([key, value]) => (
        <div key={key}>
          <dt>{text(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
