import { useId } from 'react';
import { type ItemMarks, itemMarks } from '../../lib/model/service-item.ts';
import { useText } from '../text.tsx';
import { type MarkWord, markOf, markWord, markWords } from './mark-words.ts';

/** Whether the item is 一件事 or 跨域办, one line until somebody opens it; 不清楚 where nothing says so. */
export function ItemMarksField({ marks, onChange }: { marks: ItemMarks; onChange(marks: ItemMarks): void }) {
  const text = useText();
  const id = useId();
  const words = itemMarks.map(
    (mark) => `${text(`itemMark.${mark}`)} ${text(`itemMark.${markWord(marks[mark])}`)}`,
  );
  return (
    <details className="zyb-details zyb-marks">
      <summary>{text('itemMark.title', words.join(' · '))}</summary>
      {itemMarks.map((mark) => (
        <div key={mark} className="zyb-mark">
          <label htmlFor={`${id}-${mark}`}>{text(`itemMark.${mark}`)}</label>
          <select
            id={`${id}-${mark}`}
            value={markWord(marks[mark])}
            onChange={({ target }) => onChange({ ...marks, [mark]: markOf(target.value as MarkWord) })}
          >
            {markWords.map((word) => (
              <option key={word} value={word}>
                {text(`itemMark.${word}`)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </details>
  );
}
