import { useEffect, useId, useRef, useState } from 'react';
import { PersonalNote } from '../tagging/personal-note.tsx';
import type { LooksPersonal } from '../tagging/tag.ts';
import { useText } from '../text.tsx';

/** One line of text asked for in place: Enter keeps it, Esc leaves it. */
export function NameField({
  label,
  placeholder,
  initial,
  names,
  looksPersonal,
  onName,
  onCancel,
}: {
  label: string;
  placeholder: string;
  initial: string;
  names: readonly string[];
  looksPersonal: LooksPersonal;
  onName(name: string): void;
  onCancel(): void;
}) {
  const text = useText();
  const id = useId();
  const [value, setValue] = useState(initial);
  const name = value.trim();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <form
      className="zyb-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name) onName(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <input
        type="text"
        aria-label={label}
        placeholder={placeholder}
        maxLength={300}
        list={`${id}-names`}
        value={value}
        ref={input}
        onChange={(event) => setValue(event.target.value)}
      />
      <datalist id={`${id}-names`}>
        {names.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button type="submit" className="zyb-button" disabled={!name}>
        {text('walk.step.save')}
      </button>
      <button type="button" className="zyb-link" onClick={onCancel}>
        {text('walk.step.cancel')}
      </button>
      <PersonalNote words={value} looksPersonal={looksPersonal} />
    </form>
  );
}
