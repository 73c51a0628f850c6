import { formatDuration } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import type { Segment } from './step-segments.ts';

/** What the colours of the bars mean, with the sum of each over all steps. */
export function StepLegend({ totals }: { totals: readonly Segment[] }) {
  const text = useText();
  return (
    <dl className="step-legend">
      {totals.map(({ kind, ms }) => (
        <div key={kind} title={text(`review.steps.explain.${kind}`)}>
          <dt>
            <i data-kind={kind} /> {text(`review.steps.part.${kind}`)}
          </dt>
          <dd>{formatDuration(ms, text)}</dd>
        </div>
      ))}
    </dl>
  );
}
