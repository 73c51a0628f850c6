import { useEffect, useId, useState } from 'react';
import { type AimRequest, isSameAim, mostAims } from '../../lib/model/aim.ts';
import { findCheckItem } from '../../lib/model/checklist.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { LooksPersonal } from '../tagging/tag.ts';
import { useText } from '../text.tsx';
import { AimLine } from './aim-line.tsx';
import './aims.css';

/** Open problems of earlier walks of the item that is typed; empty where there are none. */
export type ReadOpenProblems = (item: { name: string; code?: string | undefined }) => Promise<AimRequest[]>;

/** 走前瞄准 in the start form: what the walker wants to look for. All of it may be left out. */
export function AimsField(props: {
  programme: Programme;
  item: { name: string; code?: string | undefined };
  aims: readonly AimRequest[];
  readOpenProblems?: ReadOpenProblems | undefined;
  looksPersonal: LooksPersonal;
  onChange(aims: AimRequest[]): void;
}) {
  const { programme, item, aims, readOpenProblems, onChange } = props;
  const { name, code } = item;
  const text = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [earlier, setEarlier] = useState<readonly AimRequest[]>([]);
  useEffect(() => {
    if (!open || !name.trim() || !readOpenProblems) return setEarlier([]);
    let gone = false;
    // A name that is still being typed is not looked up letter by letter.
    const timer = setTimeout(() => {
      readOpenProblems({ name: name.trim(), code }).then(
        (found) => !gone && setEarlier(found),
        () => !gone && setEarlier([]),
      );
    }, 300);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [open, name, code, readOpenProblems]);

  const add = (aim: AimRequest) => {
    if (aims.length < mostAims && !aims.some((each) => isSameAim(each, aim))) onChange([...aims, aim]);
  };
  const asks = programme.phases
    .filter(({ phase }) => phase === 'before')
    .flatMap((phase) => phase.asks.map((ask): AimRequest => ({ text: ask, from: 'programme' })));
  const title = programme.phases.find(({ phase }) => phase === 'before')?.label ?? text('aims.title');
  return (
    <details className="zyb-details aims-field" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {text('aims.field', title)}
        {aims.length > 0 && <b> · {text('aims.chosen', aims.length)}</b>}
      </summary>
      {open && (
        <div className="aims-choose">
          {aims.length > 0 && (
            <ul className="aims-chosen">
              {aims.map((aim, n) => (
                <li key={`${aim.from} ${aim.text}`}>
                  <span>{aim.text}</span>
                  <button
                    type="button"
                    aria-label={text('aims.drop', aim.text)}
                    onClick={() => onChange(aims.filter((_, other) => other !== n))}
                  >
                    ×
                  </button>
                </li>
              ))}
            </ul>
          )}
          <AimLine looksPersonal={props.looksPersonal} onAdd={(words) => add({ text: words, from: 'own' })} />
          <label className="aims-pick" htmlFor={id}>
            {text('aims.pick')}
            <select
              id={id}
              value=""
              onChange={({ target }) => {
                const found = findCheckItem(programme.checklists, target.value);
                if (!found) return;
                const { item: picked, dimension } = found;
                add({
                  text: picked.text,
                  from: 'check-item',
                  checkItemId: picked.id,
                  dimensionId: dimension.id,
                });
              }}
            >
              <option value="">{text('aims.pickNone')}</option>
              {programme.checklists.flatMap(({ dimensions }) =>
                dimensions.map((dimension) => (
                  <optgroup key={dimension.id} label={dimension.name}>
                    {dimension.items.map((each) => (
                      <option key={each.id} value={each.id}>
                        {each.text}
                      </option>
                    ))}
                  </optgroup>
                )),
              )}
            </select>
          </label>
          <Offers title={text('aims.earlier')} offers={earlier} aims={aims} onTake={add} />
          <Offers title={text('aims.asked')} offers={asks} aims={aims} onTake={add} />
        </div>
      )}
    </details>
  );
}

/** What might be looked for, one click each; what was taken up already is left out. */
function Offers(props: {
  title: string;
  offers: readonly AimRequest[];
  aims: readonly AimRequest[];
  onTake(aim: AimRequest): void;
}) {
  const open = props.offers.filter((offer) => !props.aims.some((aim) => isSameAim(aim, offer)));
  if (open.length === 0) return null;
  return (
    <section className="aims-offers" aria-label={props.title}>
      <h3>{props.title}</h3>
      {open.map((offer) => (
        <button key={offer.text} type="button" onClick={() => props.onTake(offer)}>
          <span aria-hidden="true">＋</span> {offer.text}
        </button>
      ))}
    </section>
  );
}
