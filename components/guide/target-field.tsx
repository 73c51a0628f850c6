import { useEffect, useState } from 'react';
import { useText } from '../text.tsx';

/** A number that is aimed at; emptied, there is none. Kept when the field is left. */
export function TargetField(props: {
  value: number | undefined;
  label: string;
  onSet(value: number | undefined): void;
}) {
  const { value, label, onSet } = props;
  const text = useText();
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  useEffect(() => setTyped(value === undefined ? '' : String(value)), [value]);
  const keep = () => {
    const next = typed.trim() === '' ? undefined : Number(typed);
    if (next !== undefined && !(next >= 0)) return setTyped(value === undefined ? '' : String(value));
    if (next !== value) onSet(next);
  };
  return (
    <input
      className="target-field"
      type="number"
      min={0}
      aria-label={label}
      placeholder={text('reductions.target')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}
