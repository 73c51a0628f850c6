import { useId } from 'react';
import type { Aim, AimState, AimVerdict } from '../../lib/model/aim.ts';
import { keyOf } from '../format/key-of.ts';
import type { LooksPersonal } from '../tagging/tag.ts';
import { useText } from '../text.tsx';
import { AimLine } from './aim-line.tsx';
import { sourceWord } from './aim-words.ts';
import './aims.css';

/** As they are ticked: what came of it first. */
const shownStates: readonly AimState[] = ['found', 'not-found', 'open'];

/** A pain point an aim can be found in. */
export type TaggedPoint = { id: string; label: string };

export type AimListProps = {
  aims: readonly Aim[];
  /** Pain points of this walk. */
  tagged: readonly TaggedPoint[];
  looksPersonal: LooksPersonal;
  /** Absent, with the others below: the list is only read. */
  onJudge?: ((verdict: AimVerdict) => void) | undefined;
  /** Tags a pain point from an aim; absent where nothing can be tagged. */
  onTag?: ((aim: Aim) => void) | undefined;
  onAdd?: ((words: string) => void) | undefined;
  onDrop?: ((id: string) => void) | undefined;
  /** Leads to a pain point; absent where there is nowhere to go. */
  onShow?: ((painPointId: string) => void) | undefined;
};

/** What the walker set out to look for as a list to tick: found, not found, not looked at. */
export function AimList(props: AimListProps) {
  const { aims, onAdd } = props;
  return (
    <div className="aims">
      <ul>
        {aims.map((aim) => (
          <AimRow key={aim.id} aim={aim} {...props} />
        ))}
      </ul>
      {onAdd && <AimLine looksPersonal={props.looksPersonal} onAdd={onAdd} />}
    </div>
  );
}

function AimRow({ aim, tagged, onJudge, onTag, onDrop, onShow }: AimListProps & { aim: Aim }) {
  const text = useText();
  const id = useId();
  const source = sourceWord(aim, text);
  const linked = tagged.filter((point) => aim.painPointIds.includes(point.id));
  const others = tagged.filter((point) => !aim.painPointIds.includes(point.id));
  return (
    <li className="aim" data-state={aim.state}>
      <p>
        <span id={id}>{aim.text}</span>
        {source && <em>{source}</em>}
        {onDrop && (
          <button
            type="button"
            className="aim-drop"
            aria-label={text('aims.drop', aim.text)}
            onClick={() => onDrop(aim.id)}
          >
            ×
          </button>
        )}
      </p>
      <div className="aim-states" role="radiogroup" aria-labelledby={id}>
        {onJudge ? (
          shownStates.map((state) => (
            <label key={state} data-state={state} data-chosen={aim.state === state || undefined}>
              <input
                type="radio"
                name={id}
                checked={aim.state === state}
                onChange={() => onJudge({ id: aim.id, state })}
              />
              <span>{text(keyOf('aims.state', state))}</span>
            </label>
          ))
        ) : (
          <b>{text(keyOf('aims.state', aim.state))}</b>
        )}
        {aim.state === 'found' && onTag && linked.length === 0 && (
          <button type="button" className="aim-tag" onClick={() => onTag(aim)}>
            {text('aims.tag')}
          </button>
        )}
      </div>
      {aim.state === 'found' && (
        <div className="aim-links">
          {linked.map((point) =>
            onShow ? (
              <button key={point.id} type="button" onClick={() => onShow(point.id)}>
                {text('aims.foundIn', point.label)}
              </button>
            ) : (
              <span key={point.id}>{text('aims.foundIn', point.label)}</span>
            ),
          )}
          {onJudge && others.length > 0 && (
            <select
              aria-label={text('aims.link')}
              value=""
              onChange={({ target }) => {
                if (target.value) onJudge({ id: aim.id, state: 'found', painPointId: target.value });
              }}
            >
              <option value="">{text('aims.link')}</option>
              {others.map((point) => (
                <option key={point.id} value={point.id}>
                  {point.label}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
    </li>
  );
}
