import { unfilled } from '../../lib/model/bookmark.ts';
import { figuresOf, type SessionReport } from '../../lib/model/report.ts';
import { formatShare } from '../format/format-bytes.ts';
import { formatDuration } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import { walkedMs } from './walked-ms.ts';

/** The walk in numbers; each leads to where it comes from. */
export function ReviewFigures({ report, onTab }: { report: SessionReport; onTab(tab: string): void }) {
  const text = useText();
  const figures = figuresOf(report);
  const { coverage } = report;
  const share = formatShare(coverage.recordedMs, coverage.walkedMs) ?? text('review.unobserved');
  const highlights = report.painPoints.filter((point) => point.kind === 'highlight').length;
  const waiting = unfilled(report.bookmarks, report.painPoints).length;
  const cells: { key: string; value: string | number; tab: string; tone?: string | false }[] = [
    { key: 'duration', value: formatDuration(walkedMs(report), text), tab: 'steps' },
    { key: 'steps', value: figures.steps, tab: 'steps' },
    { key: 'actions', value: figures.actions, tab: 'path' },
    { key: 'incidents', value: figures.incidents, tab: 'incidents', tone: figures.incidents > 0 && 'warn' },
    {
      key: 'painPoints',
      value: figures.painPoints - highlights,
      tab: 'painPoints',
      tone: figures.painPoints > highlights && 'bad',
    },
    ...(highlights > 0 ? [{ key: 'highlights', value: highlights, tab: 'painPoints', tone: 'good' }] : []),
    ...(waiting > 0 ? [{ key: 'bookmarks', value: waiting, tab: 'painPoints', tone: 'warn' }] : []),
    { key: 'screenshots', value: figures.screenshots, tab: 'screenshots' },
    { key: 'origins', value: figures.origins, tab: 'path' },
    {
      key: 'coverage',
      value: share,
      tab: 'coverage',
      tone: coverage.recordedMs < coverage.walkedMs && 'warn',
    },
    { key: 'gaps', value: figures.gaps, tab: 'coverage', tone: figures.gaps > 0 && 'warn' },
  ];
  return (
    <div className="review-figures">
      {cells.map(({ key, value, tab, tone }) => (
        <button
          type="button"
          key={key}
          onClick={() => onTab(tab)}
          title={text(`review.figures.explain.${key}`)}
        >
          <strong data-tone={tone || undefined}>{value}</strong>
          <span>{text(`review.figures.${key}`)}</span>
        </button>
      ))}
    </div>
  );
}
