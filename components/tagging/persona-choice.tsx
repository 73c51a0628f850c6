import { type Persona, personas } from '../../lib/model/pain-point.ts';
import { useText } from '../text.tsx';

/** Whom it hits, as one row of radio buttons; anyone, unless somebody is named. */
export function PersonaChoice(props: {
  name: string;
  value: Persona | undefined;
  onChange(persona: Persona | undefined): void;
}) {
  const { name, value, onChange } = props;
  const text = useText();
  return (
    <fieldset className="zyb-switch zyb-severity" aria-label={text('tag.persona')}>
      {([undefined, ...personas] as const).map((persona) => (
        <label
          key={persona ?? 'anyone'}
          className="zyb-switch-choice"
          data-chosen={value === persona || undefined}
        >
          <input type="radio" name={name} checked={value === persona} onChange={() => onChange(persona)} />
          <span>{text(`persona.${persona ?? 'anyone'}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
