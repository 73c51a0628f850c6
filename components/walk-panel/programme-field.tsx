import { useId } from 'react';
import type { Programme } from '../../lib/model/programme.ts';
import { useText } from '../text.tsx';

/** Which programme the walk belongs to; with only one there is nothing to choose. */
export function ProgrammeField({
  programmes,
  value,
  onChange,
}: {
  programmes: readonly Programme[];
  value: string;
  onChange(id: string): void;
}) {
  const text = useText();
  const id = useId();
  const chosen = programmes.find((each) => each.id === value);
  return (
    <div className="zyb-field">
      <label htmlFor={id}>{text('walk.form.programme')}</label>
      {programmes.length > 1 ? (
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          title={chosen?.title}
        >
          {programmes.map((each) => (
            <option key={each.id} value={each.id}>
              {each.shortTitle}
            </option>
          ))}
        </select>
      ) : (
        <output id={id} className="zyb-output" title={chosen?.title}>
          {chosen?.shortTitle}
        </output>
      )}
    </div>
  );
}
