import { Button } from 'antd';
import type { Consent } from '../../lib/model/consent.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatDate } from '../format/format-date.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { useText } from '../text.tsx';

/** Of an accompanied walk: who recorded whose consent to what, when, and whether it was taken back. Nothing else has one. */
export function ConsentRecord({ report, replay }: { report: SessionReport; replay: ReplayHandle }) {
  const text = useText();
  const { session } = report;
  const consents = session.consents ?? [];
  const isAsked = consents.length > 0 || session.privacy === 'metrics';
  if (!isAsked) return null;
  return (
    <section className="coverage-consent" aria-label={text('review.consent.title')}>
      <h3>{text('review.consent.title')}</h3>
      {consents.length === 0 && <p className="coverage-none">{text('review.consent.none')}</p>}
      {consents.map((consent) => (
        <dl className="coverage-facts" key={consent.at}>
          <Facts consent={consent} report={report} replay={replay} />
        </dl>
      ))}
      <p className="coverage-none zyb-weak">{text('review.consent.noName')}</p>
    </section>
  );
}

function Facts(props: { consent: Consent; report: SessionReport; replay: ReplayHandle }) {
  const { consent, report, replay } = props;
  const text = useText();
  const { walker, startedAt } = report.session;
  const by = [walker.unit, walker.name].filter(Boolean).join(' ');
  const at = (moment: number) => (
    <>
      {formatDate(moment)}{' '}
      <Button type="link" size="small" onClick={() => replay.seek(moment)}>
        {formatClock(Math.max(0, moment - startedAt))}
      </Button>
    </>
  );
  const { withdrawnAt } = consent;
  const facts = [
    ['at', at(consent.at)],
    ['by', by || text('review.noWalker')],
    ['how', text(keyOf('review.consent.way', consent.how))],
    ['scope', text('review.consent.scopeText')],
    ['notice', consent.notice],
    [
      'withdrawn',
      withdrawnAt === undefined ? (
        text('review.consent.notWithdrawn')
      ) : (
        <>
          {at(withdrawnAt)} · {text(consent.erased ? 'review.consent.erased' : 'review.consent.keptWhat')}
        </>
      ),
    ],
  ] as const;
  return facts.map(([key, value]) => (
    <div key={key}>
      <dt>{text(`review.consent.${key}`)}</dt>
      <dd>{value}</dd>
    </div>
  ));
}
