import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { maskedByKind } from '../session-review/mask-kinds.ts';
import { useText } from '../text.tsx';
import { maskedByStep } from './step-of.ts';

/** What was masked while walking: by kind, and by step where that was counted. */
export function MaskedSection({ report }: { report: SessionReport }) {
  const text = useText();
  const kinds = maskedByKind(report.masked);
  const steps = maskedByStep(report);
  const sum = (counts: { count: number }[]) => counts.reduce((total, each) => total + each.count, 0);
  const chips = (found: Record<string, number>) =>
    maskedByKind(found).map(({ kind, count }) => (
      <span key={kind}>
        {text(keyOf('review.masked', kind))} <b>{count}</b>
      </span>
    ));
  if (kinds.length === 0) return <p className="hand-in-none">{text('handIn.masked.none')}</p>;
  return (
    <div className="hand-in-masked">
      <h3>{text('handIn.masked.byKind', sum(kinds))}</h3>
      <p className="hand-in-chips">{chips(report.masked)}</p>
      <h3>{text('handIn.masked.byStep')}</h3>
      {steps.length === 0 ? (
        <p className="zyb-weak">{text('handIn.masked.noSteps')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{text('handIn.masked.step')}</th>
              <th scope="col">{text('handIn.masked.count')}</th>
              <th scope="col">{text('handIn.masked.kinds')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, found }) => (
              <tr key={step?.id ?? ''}>
                <td>
                  {step && (
                    <span className="zyb-clock">{formatClock(step.from - report.session.startedAt)}</span>
                  )}{' '}
                  {step?.name ?? text('handIn.outside')}
                </td>
                <td>{sum(maskedByKind(found))}</td>
                <td className="hand-in-chips">{chips(found)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
