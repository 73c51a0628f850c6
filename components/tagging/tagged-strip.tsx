import { useState } from 'react';
import { useText } from '../text.tsx';
import { CarefulTextarea } from './careful-textarea.tsx';
import { SeverityChoice } from './severity-choice.tsx';
import type { LastTagged, LooksPersonal, TagChange } from './tag.ts';

/** What was just tagged, with its way back and the details that can be added without leaving the walk. */
export function TaggedStrip({
  tagged,
  looksPersonal,
  onUntag,
  onAmend,
}: {
  tagged: LastTagged;
  looksPersonal: LooksPersonal;
  onUntag(): void;
  onAmend(change: TagChange): void;
}) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [severity, setSeverity] = useState(tagged.severity ?? 'moderate');
  const details = [
    ['note', tagged.note],
    ['need', tagged.need],
    ['measure', tagged.measure],
  ] as const;
  return (
    <section className="zyb-tagged" data-kind={tagged.kind ?? 'pain'}>
      <div className="zyb-tagged-line" role="status">
        <span className="zyb-tagged-text">
          <b>{text('tag.tagged')}</b> {tagged.text}
        </span>
        <button type="button" className="zyb-link" onClick={onUntag}>
          {text('tag.undo')}
        </button>
        <button type="button" className="zyb-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text(open ? 'tag.less' : 'tag.more')}
        </button>
      </div>
      {open && (
        <div className="zyb-tagged-more">
          {tagged.kind !== 'highlight' && (
            <SeverityChoice
              name={`severity-${tagged.id}`}
              value={severity}
              onChange={(value) => {
                setSeverity(value);
                onAmend({ severity: value });
              }}
            />
          )}
          {details.map(([field, initial]) => (
            <CarefulTextarea
              key={field}
              label={text(`tag.${field}`)}
              placeholder={text(`tag.${field}Placeholder`)}
              initial={initial ?? ''}
              looksPersonal={looksPersonal}
              onText={(value) => onAmend({ [field]: value })}
            />
          ))}
        </div>
      )}
    </section>
  );
}
