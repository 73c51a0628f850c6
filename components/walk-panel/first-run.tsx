import { useText } from '../text.tsx';

/** Shown until the walker has filled in who they are: what is recorded, what never is, where it stays. */
export function FirstRun({ onFillIn }: { onFillIn(): void }) {
  const text = useText();
  return (
    <section className="zyb-card zyb-first">
      <h2>{text('walk.first.title')}</h2>
      <RecordedAndNot />
      <p className="zyb-hint">
        {text('walk.first.nameYou')}{' '}
        <button type="button" className="zyb-link" onClick={onFillIn}>
          {text('walk.first.fillIn')}
        </button>
      </p>
    </section>
  );
}

/** The short notice that consent refers to. */
export function RecordedAndNot() {
  const text = useText();
  return (
    <dl className="zyb-recorded">
      {(['recorded', 'never', 'stays'] as const).map((part) => (
        <div key={part} data-part={part}>
          <dt>{text(`walk.first.${part}Title`)}</dt>
          <dd>{text(`walk.first.${part}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
