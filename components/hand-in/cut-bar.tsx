import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import { type Stretch, spanOf } from './stretch-figures.ts';

/** The walk as a line of steps with what is chosen and what is cut out already; a step chooses itself. */
export function CutBar(props: { report: SessionReport; chosen: Stretch; onChoose(stretch: Stretch): void }) {
  const { report, chosen, onChoose } = props;
  const text = useText();
  const span = spanOf(report);
  const length = Math.max(1, span.to - span.from);
  const place = ({ from, to }: Stretch) => ({
    left: `${((from - span.from) / length) * 100}%`,
    width: `${((to - from) / length) * 100}%`,
  });
  return (
    <div className="cut-bar">
      <div className="cut-steps">
        {report.steps.map((step) => (
          <button
            type="button"
            key={step.id}
            style={place(step)}
            title={step.name}
            aria-label={text('handIn.cut.chooseStep', step.name, formatClock(step.from - span.from))}
            onClick={() => onChoose({ from: step.from, to: step.to })}
          >
            <span className="zyb-cut">{step.name}</span>
          </button>
        ))}
      </div>
      <div className="cut-marks" aria-hidden="true">
        {report.gaps
          .filter((gap) => gap.why === 'cut')
          .map((gap) => (
            <span key={gap.id} className="cut-done" style={place(gap)} />
          ))}
        {report.painPoints.map((point) => (
          <span
            key={point.id}
            className="cut-pain"
            style={{ left: place({ from: point.at, to: point.at }).left }}
          />
        ))}
        {chosen.to > chosen.from && <span className="cut-chosen" style={place(chosen)} />}
      </div>
    </div>
  );
}
