import { useId, useState } from 'react';
import { PersonalNote } from '../tagging/personal-note.tsx';
import type { LooksPersonal } from '../tagging/tag.ts';
import { useText } from '../text.tsx';

/** One more thing to look for, typed: Enter or the button takes it up. */
export function AimLine({
  looksPersonal,
  onAdd,
}: {
  looksPersonal: LooksPersonal;
  onAdd(words: string): void;
}) {
  const text = useText();
  const id = useId();
  const [words, setWords] = useState('');
  const add = () => {
    if (!words.trim()) return;
    onAdd(words.trim());
    setWords('');
  };
  return (
    <div className="aim-line">
      <label htmlFor={id}>{text('aims.own')}</label>
      <div>
        <input
          id={id}
          type="text"
          maxLength={300}
          autoComplete="off"
          placeholder={text('aims.ownPlaceholder')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => {
            // Enter would send the form it stands in; while an input method composes, it only chooses a word.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" disabled={!words.trim()} onClick={add}>
          {text('aims.add')}
        </button>
      </div>
      <PersonalNote words={words} looksPersonal={looksPersonal} />
    </div>
  );
}
