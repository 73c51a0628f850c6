import { useState } from 'react';
import { type CheckItemRef, mostMoreCheckItems } from '../../lib/model/pain-point.ts';
import { useText } from '../text.tsx';
import { CarefulTextarea } from './careful-textarea.tsx';
import { PersonaChoice } from './persona-choice.tsx';
import { SeverityChoice } from './severity-choice.tsx';
import type { LastTagged, LooksPersonal, TagChange } from './tag.ts';

/** What was just tagged, with its way back and the details that can be added without leaving the walk. */
export function TaggedStrip({
  tagged,
  nameOf,
  adding,
  looksPersonal,
  onUntag,
  onAmend,
  onAdding,
  onDraw,
}: {
  tagged: LastTagged;
  /** What a check item is called. */
  nameOf(item: CheckItemRef): string;
  /** A further check item is being chosen. */
  adding: boolean;
  onAdding(adding: boolean): void;
  /** Opens its screenshot to be drawn on. */
  onDraw(): void;
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
  const more = tagged.moreCheckItems ?? [];
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
      {more.map((item) => {
        const name = nameOf(item);
        const label = text('tag.removeItem', name);
        const rest = more.filter((each) => each !== item);
        return (
          <div key={item.checkItemId} className="zyb-tagged-line">
            <span className="zyb-tagged-text" title={name}>
              ＋ {name}
            </span>
            <button
              type="button"
              className="zyb-link"
              aria-label={label}
              title={label}
              onClick={() => onAmend({ moreCheckItems: rest })}
            >
              ×
            </button>
          </div>
        );
      })}
      <div className="zyb-tagged-line">
        <button
          type="button"
          className="zyb-link"
          aria-pressed={adding}
          disabled={more.length >= mostMoreCheckItems}
          onClick={() => onAdding(!adding)}
        >
          {text('tag.addItem')}
        </button>
        <button type="button" className="zyb-link" onClick={onDraw}>
          {text('draw.open')}
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
          <PersonaChoice
            name={`persona-${tagged.id}`}
            value={tagged.persona ?? undefined}
            onChange={(persona) => onAmend({ persona: persona ?? null })}
          />
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
