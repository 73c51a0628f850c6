import { useId } from 'react';

/** One of a few, as radio buttons that look like chips; the chosen one's note stands below. */
export function ChoiceChips<T extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly { id: T; label: string; note?: string }[];
  value: T | undefined;
  onChange(id: T): void;
}) {
  const id = useId();
  const note = choices.find((each) => each.id === value)?.note;
  return (
    <fieldset className="zyb-field">
      <legend>{label}</legend>
      <div className="zyb-chips">
        {choices.map((choice) => (
          <label
            key={choice.id}
            className="zyb-chip zyb-chip-radio"
            data-chosen={choice.id === value || undefined}
          >
            <input
              type="radio"
              name={id}
              checked={choice.id === value}
              onChange={() => onChange(choice.id)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {note && <p className="zyb-hint">{note}</p>}
    </fieldset>
  );
}
