import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useText } from '../text.tsx';
import { personalWords } from './personal-words.ts';
import type { LooksPersonal } from './tag.ts';

/** How long typing must rest before the text is handed on: short, because a popup may close at any moment. */
const restMs = 500;

/**
 * A free text that hands itself on while it is typed (after a rest, on leaving, on closing) and says quietly when
 * it seems to contain personal data.
 */
export function CarefulTextarea({
  label,
  placeholder,
  initial,
  looksPersonal,
  onText,
}: {
  label: string;
  placeholder: string;
  initial: string;
  looksPersonal: LooksPersonal;
  onText(value: string): void;
}) {
  const text = useText();
  const id = useId();
  const [value, setValue] = useState(initial);
  const kept = useRef(initial);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const handOn = (typed: string) => {
    clearTimeout(resting.current);
    if (typed === kept.current) return;
    kept.current = typed;
    onText(typed);
  };
  const leave = useEffectEvent(() => handOn(value));
  useEffect(() => {
    const listen = () => leave();
    addEventListener('pagehide', listen);
    return () => {
      removeEventListener('pagehide', listen);
      leave();
    };
  }, []);
  const kinds = looksPersonal(value);
  return (
    <div className="zyb-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={8000}
        value={value}
        placeholder={placeholder}
        aria-describedby={kinds.length > 0 ? `${id}-personal` : undefined}
        onChange={(event) => {
          const typed = event.target.value;
          setValue(typed);
          clearTimeout(resting.current);
          resting.current = setTimeout(() => handOn(typed), restMs);
        }}
        onBlur={() => handOn(value)}
      />
      {kinds.length > 0 && (
        <p id={`${id}-personal`} className="zyb-personal" role="status">
          {text('tag.personal', personalWords(text, kinds))}
        </p>
      )}
    </div>
  );
}
