import { useText } from '../text.tsx';

/** What is recorded while a walk is open, and what never is. */
export function PrivacySection() {
  const text = useText();
  return (
    <section id="privacy" className="zyb-options-section">
      <h2>{text('options.privacy.title')}</h2>
      <div className="zyb-options-pair">
        {(['recorded', 'never'] as const).map((part) => (
          <div key={part} className="zyb-options-points" data-part={part}>
            <h3>{text(`options.privacy.${part}Title`)}</h3>
            <ul>
              {[1, 2, 3, 4, 5].map((at) => (
                <li key={at}>{text(`options.privacy.${part}${at}`)}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="zyb-options-hint">{text('options.privacy.where')}</p>
    </section>
  );
}
