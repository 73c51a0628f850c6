import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useText } from '../text.tsx';
import { CarefulInput } from './careful-input.tsx';
import { withStated } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';

/** Short words one after the other: materials that were asked for, posts of those who were met. */
export function WordsPart({
  entry,
  onChange,
  looksPersonal,
  of,
  most,
}: Part & { of: 'materials' | 'met'; most: number }) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const words = entry.session.stated[of];
  const set = (update: (words: string[]) => string[]) =>
    onChange((now) => withStated(now, { [of]: update(now.session.stated[of]) }));
  const add = () => {
    const more = typed
      .split(/[、,，;；\n]/)
      .map((word) => word.trim())
      .filter(Boolean);
    if (more.length > 0) set((known) => [...new Set([...known, ...more])].slice(0, most));
    setTyped('');
  };
  return (
    <div className="entry-words">
      <div className="entry-words-line">
        <CarefulInput
          label={text(`byHand.${of}`)}
          placeholder={text(`byHand.${of}Hint`)}
          value={typed}
          looksPersonal={looksPersonal}
          onChange={setTyped}
          onEnter={add}
        />
        <Button disabled={!typed.trim()} aria-label={text(`byHand.${of}Add`)} onClick={add}>
          {text('byHand.add')}
        </Button>
      </div>
      {words.length > 0 && (
        <p className="entry-tags">
          {words.map((word) => (
            <Tag
              key={word}
              closable
              closeIcon={<span aria-label={text('byHand.removeWord', word)}>×</span>}
              color={looksPersonal(word).length > 0 ? 'warning' : 'default'}
              onClose={(event) => {
                event.preventDefault();
                set((known) => known.filter((each) => each !== word));
              }}
            >
              {word}
            </Tag>
          ))}
        </p>
      )}
    </div>
  );
}
