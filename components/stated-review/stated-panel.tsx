import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { nothingStated } from '../../lib/model/stated-walk.ts';
import { AimList } from '../aims/aim-list.tsx';
import { taggedWord } from '../aims/aim-words.ts';
import { RatingText } from '../rating/rating-field.tsx';
import { useText } from '../text.tsx';

/** What the walker states of the walk, and that it is no more than stated. */
export function StatedPanel({
  report,
  programme,
}: {
  report: SessionReport;
  programme?: Programme | undefined;
}) {
  const text = useText();
  const { session } = report;
  const stated = session.stated ?? nothingStated;
  const { aims = [], rating } = session;
  const tagged = report.painPoints.map((point, n) => ({
    id: point.id,
    label: taggedWord(point, `${n + 1}.`, programme?.checklists ?? []),
  }));
  const facts: [string, string][] = [
    ['channel', session.channel],
    ...(stated.activity ? [['activity', stated.activity] as [string, string]] : []),
    ['place', stated.place],
    ['visits', stated.visits === undefined ? '' : text('byHand.visitCount', stated.visits)],
    ['materials', stated.materials.join('、')],
    ['met', stated.met.join('、')],
  ];
  return (
    <section className="stated-panel" aria-label={text('byHand.statedTitle')}>
      <p className="stated-notice">{text('byHand.statedNotice')}</p>
      <dl className="stated-facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{text(`byHand.${key}`)}</dt>
            <dd>{value || <span className="zyb-weak">{text('byHand.notSaid')}</span>}</dd>
          </div>
        ))}
      </dl>
      <h3>{text('byHand.section.steps')}</h3>
      {stated.steps.length === 0 && <p className="zyb-weak">{text('byHand.noSteps')}</p>}
      <ol className="stated-steps">
        {stated.steps.map((step) => (
          <li key={step.id}>
            <strong>{step.name}</strong>{' '}
            {step.stage !== 'other' && <span className="zyb-weak">{text(`stage.${step.stage}`)}</span>}
            {step.minutes !== undefined && (
              <span className="stated-minutes">
                {text('byHand.stated', text('byHand.about.minutes', step.minutes))}
              </span>
            )}
            {step.note && <p>{step.note}</p>}
          </li>
        ))}
      </ol>
      {stated.remarks && (
        <>
          <h3>{text('byHand.remarks')}</h3>
          <p className="stated-remarks">{stated.remarks}</p>
        </>
      )}
      {aims.length > 0 && (
        <>
          <h3>{text('aims.title')}</h3>
          <AimList aims={aims} tagged={tagged} looksPersonal={() => []} />
        </>
      )}
      {rating && <RatingText rating={rating} />}
    </section>
  );
}
