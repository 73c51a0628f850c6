import { Radio } from 'antd';
import { useId } from 'react';
import { useText } from '../text.tsx';
import { type MarkWord, markOf, markWord, markWords } from '../walk-panel/mark-words.ts';

/** Yes, no, or not known: nothing is chosen for the walker. */
export function MarkField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean | undefined;
  onChange(said: boolean | undefined): void;
}) {
  const text = useText();
  const id = useId();
  return (
    <div className="entry-mark">
      <span id={id}>{label}</span>
      <Radio.Group
        aria-labelledby={id}
        size="small"
        optionType="button"
        value={markWord(value)}
        options={markWords.map((word) => ({ value: word, label: text(`itemMark.${word}`) }))}
        onChange={({ target }) => onChange(markOf(target.value as MarkWord))}
      />
    </div>
  );
}
