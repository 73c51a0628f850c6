import type { GuideFinding } from '../../lib/model/guide-finding.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';

/** How long before the moment the replay begins, ms. */
const lead = 3000;

/** What the guide leaves out, contradicts, or promises and does not keep; each leads to its moment. */
export function GuideFindings(props: {
  findings: readonly GuideFinding[];
  since: number;
  onJump(at: number): void;
}) {
  const { findings, since, onJump } = props;
  const text = useText();
  if (findings.length === 0) return <p className="signals-note zyb-weak">{text('guide.noFindings')}</p>;
  return (
    <ul className="guide-findings">
      {findings.map((finding) => (
        <li
          key={`${finding.rule} ${finding.label} ${finding.observed}`}
          data-sure={finding.sure || undefined}
        >
          <strong>{text(keyOf('guide.rule', finding.rule))}</strong>{' '}
          <button
            type="button"
            className="signal-moment"
            onClick={() => onJump(Math.max(since, finding.at - lead))}
          >
            <span className="zyb-clock">{formatClock(finding.at - since)}</span>
          </button>
          <dl>
            <div>
              <dt>{text('guide.declared')}</dt>
              <dd>
                {finding.label}
                {finding.label && '：'}
                {finding.declared || text('guide.blank')}
              </dd>
            </div>
            {finding.observed && (
              <div>
                <dt>{text('guide.observed')}</dt>
                <dd>{finding.observed}</dd>
              </div>
            )}
          </dl>
          {!finding.sure && <span className="zyb-weak">{text('guide.unsure')}</span>}
        </li>
      ))}
    </ul>
  );
}
