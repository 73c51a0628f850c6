import { type Severity, severities } from '../../lib/model/pain-point.ts';
import { useText } from '../text.tsx';

/** The four severities as one row of radio buttons. */
export function SeverityChoice({
  name,
  value,
  onChange,
}: {
  name: string;
  value: Severity;
  onChange(severity: Severity): void;
}) {
  const text = useText();
  return (
    <fieldset className="zyb-switch zyb-severity" aria-label={text('tag.severity')}>
      {severities.map((severity) => (
        <label
          key={severity}
          className="zyb-switch-choice"
          data-severity={severity}
          data-chosen={value === severity || undefined}
        >
          <input type="radio" name={name} checked={value === severity} onChange={() => onChange(severity)} />
          <span>{text(`tag.${severity}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
