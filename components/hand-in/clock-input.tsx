import { Input } from 'antd';
import { useId, useState } from 'react';
import { clockText, parseClock } from './parse-clock.ts';

/** A moment since the start, typed as a clock; arrow keys move it by tenths of a second, with Shift by seconds. */
export function ClockInput(props: { label: string; value: number; onValue(ms: number): void }) {
  const { label, value, onValue } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && parseClock(typed) === undefined;
  return (
    <label className="clock-input" htmlFor={id}>
      <span>{label}</span>
      <Input
        id={id}
        inputMode="decimal"
        status={isWrong ? 'error' : ''}
        aria-invalid={isWrong || undefined}
        value={typed ?? clockText(value)}
        onChange={(event) => {
          setTyped(event.target.value);
          const ms = parseClock(event.target.value);
          if (ms !== undefined) onValue(ms);
        }}
        onBlur={() => setTyped(undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          setTyped(undefined);
          onValue(value + (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 1000 : 100));
        }}
      />
    </label>
  );
}
