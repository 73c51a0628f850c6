import type { SessionReport } from '../../lib/model/report.ts';
import { formatStated } from '../format/format-stated.ts';
import { useText } from '../text.tsx';

/** A walk entered by hand in numbers: its length as stated, and what was written down. Nothing else was observed. */
export function StatedFigures({ report, onTab }: { report: SessionReport; onTab(tab: string): void }) {
  const text = useText();
  const { session, painPoints, screenshots } = report;
  const pains = painPoints.filter(({ kind }) => kind === 'pain').length;
  const length = Math.max(0, (session.endedAt ?? session.startedAt) - session.startedAt);
  const cells: { key: string; label: string; value: string | number; tab: string; tone?: string | false }[] =
    [
      {
        key: 'duration',
        label: text('byHand.figures.duration'),
        value: formatStated(length, text),
        tab: 'coverage',
      },
      {
        key: 'steps',
        label: text('byHand.figures.steps'),
        value: session.stated?.steps.length || '–',
        tab: 'coverage',
      },
      {
        key: 'painPoints',
        label: text('review.figures.painPoints'),
        value: pains,
        tab: 'painPoints',
        tone: pains > 0 && 'bad',
      },
      {
        key: 'highlights',
        label: text('review.figures.highlights'),
        value: painPoints.length - pains,
        tab: 'painPoints',
        tone: painPoints.length > pains && 'good',
      },
      { key: 'photos', label: text('byHand.photos'), value: screenshots.length, tab: 'screenshots' },
      {
        key: 'coverage',
        label: text('review.figures.coverage'),
        value: text('byHand.figures.none'),
        tab: 'coverage',
      },
    ];
  return (
    <div className="review-figures">
      {cells.map(({ key, label, value, tab, tone }) => (
        <button type="button" key={key} onClick={() => onTab(tab)} title={text('byHand.statedNotice')}>
          <strong data-tone={tone || undefined}>{value}</strong>
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}
