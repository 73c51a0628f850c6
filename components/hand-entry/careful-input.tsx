import { Input } from 'antd';
import { useId } from 'react';
import { PersonalNote } from '../tagging/personal-note.tsx';
import type { LooksPersonal } from '../tagging/tag.ts';

/** A labelled text of the walker's own, short or of several lines, that says quietly when it seems to name somebody. */
export function CarefulInput(props: {
  label: string;
  value: string;
  placeholder?: string;
  rows?: number;
  problem?: string | undefined;
  /** Said to screen readers alone where a heading or a column tells it. */
  hideLabel?: boolean;
  looksPersonal: LooksPersonal;
  onChange(value: string): void;
  onEnter?(): void;
}) {
  const { label, value, placeholder, rows, problem, looksPersonal, onChange, onEnter } = props;
  const id = useId();
  const field = {
    id,
    value,
    placeholder,
    maxLength: rows ? 8000 : 300,
    status: problem ? ('error' as const) : ('' as const),
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-problem` : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="entry-field">
      <label htmlFor={id} data-hidden={props.hideLabel || undefined}>
        {label}
      </label>
      {rows ? (
        <Input.TextArea {...field} autoSize={{ minRows: rows, maxRows: 8 }} />
      ) : (
        <Input
          {...field}
          autoComplete="off"
          onKeyDown={(event) => {
            // Enter that ends a word of an input method is not one.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !onEnter) return;
            event.preventDefault();
            onEnter();
          }}
        />
      )}
      <PersonalNote words={value} looksPersonal={looksPersonal} />
      {problem && (
        <p id={`${id}-problem`} className="entry-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
