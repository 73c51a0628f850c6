import type { SessionReport } from '../../lib/model/report.ts';
import { useText } from '../text.tsx';

/** What the programme asked to be masked beyond the floor on this walk; nothing where it asked for nothing. */
export function PolicyRecord({ report }: { report: SessionReport }) {
  const text = useText();
  const { policy } = report.session;
  if (!policy || policy.source === 'builtin') return null;
  const { redaction } = policy;
  const asked = [
    redaction.caseNumbers && text('review.policy.caseNumbers'),
    redaction.officePhones && text('review.policy.officePhones'),
    redaction.loneNames && text('review.policy.loneNames'),
    Object.keys(redaction.labels).length > 0 &&
      text('review.policy.labels', Object.keys(redaction.labels).join('、')),
    redaction.terms.length > 0 && text('review.policy.terms', redaction.terms.length),
    !policy.pictures && text('review.policy.noPictures'),
    policy.hostsNeverRecorded.length > 0 && text('review.policy.hosts', policy.hostsNeverRecorded.length),
    policy.retentionDays !== undefined && text('review.policy.days', policy.retentionDays),
  ].filter((each) => typeof each === 'string');
  return (
    <section aria-label={text('review.policy.title')}>
      <h3>{text('review.policy.title')}</h3>
      <p className="coverage-none">
        {text('review.policy.source', policy.source)}
        {asked.length > 0 && <> {asked.join('；')}</>}
      </p>
    </section>
  );
}
