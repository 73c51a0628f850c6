import { AutoComplete, Select } from 'antd';
import { useId } from 'react';
import type { Programme, SuggestedItem } from '../../lib/model/programme.ts';
import { itemMarks, marksOf } from '../../lib/model/service-item.ts';
import { PersonalNote } from '../tagging/personal-note.tsx';
import { useText } from '../text.tsx';
import { itemChoices } from '../walk-panel/item-choices.ts';
import { knownMarks } from '../walk-panel/known-marks.ts';
import { suggestionsOf } from '../walk-panel/suggestions-of.ts';
import type { Catalogue } from '../walk-panel/walk-panel-props.ts';
import { withSession } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';
import { MarkField } from './mark-field.tsx';

/** Which item was walked: typed, or found in what is suggested and in the catalogues. */
export function ItemPart({
  entry,
  onChange,
  problems,
  looksPersonal,
  programme,
  catalogue,
  recent,
}: Part & {
  programme: Programme | undefined;
  catalogue: Catalogue | undefined;
  recent: readonly SuggestedItem[];
}) {
  const text = useText();
  const id = useId();
  const { item } = entry.session;
  const suggested = programme ? suggestionsOf(recent, programme) : recent;
  const choices = [
    ...new Map(itemChoices(suggested, catalogue, item.name).map((each) => [each.name, each])).values(),
  ];
  const named = catalogue?.named(item.name.trim()) ?? [];
  const withCode = named.filter(({ code }) => code);
  const marksFor = (of: string, code: string | undefined) =>
    knownMarks(suggested, catalogue?.named(of) ?? [], of, code);
  const name = (value: string) => {
    const known = choices.find((each) => each.name === value);
    const [only, ...others] = catalogue?.named(value.trim()) ?? [];
    const code = known?.code ?? (others.length === 0 ? only?.code : undefined);
    onChange((now) => {
      // What was known of the item named before does not go over to the one named now; what the walker said does.
      const before = marksFor(now.session.item.name.trim(), now.session.item.code);
      const said = Object.fromEntries(
        itemMarks.flatMap((mark) =>
          now.session.item[mark] === before[mark] ? [] : [[mark, now.session.item[mark]]],
        ),
      );
      return withSession(now, {
        item: { name: value, ...(code ? { code } : {}), ...marksOf(marksFor(value.trim(), code), said) },
      });
    });
  };
  const missing = problems.includes('item');
  return (
    <>
      <div className="entry-field">
        <label htmlFor={id}>{text('walk.form.item')}</label>
        <AutoComplete
          id={id}
          value={item.name}
          maxLength={300}
          status={missing ? 'error' : ''}
          // What is offered was searched for already, by code and authority too.
          filterOption={false}
          placeholder={text('walk.form.itemPlaceholder')}
          options={choices.map((each) => ({
            value: each.name,
            label: (
              <span className="entry-choice">
                {each.name} <small className="zyb-weak">{each.department ?? ''}</small>
              </span>
            ),
          }))}
          onChange={(value: string) => name(value ?? '')}
        />
        <PersonalNote words={item.name} looksPersonal={looksPersonal} />
        {missing && (
          <p className="entry-problem" role="alert">
            {text('byHand.problem.item')}
          </p>
        )}
      </div>
      {withCode.length > 1 && (
        <div className="entry-field">
          <label htmlFor={`${id}-which`}>{text('walk.form.itemWhich', withCode.length)}</label>
          <Select
            id={`${id}-which`}
            allowClear
            placeholder={text('walk.form.itemAny')}
            value={item.code}
            options={withCode.map(({ code, department }) => ({
              value: code,
              label: [department, code].filter(Boolean).join(' · '),
            }))}
            onChange={(code: string | undefined) => {
              onChange((now) => {
                const { code: _before, ...rest } = now.session.item;
                const known = code ? marksFor(item.name.trim(), code) : {};
                return withSession(now, {
                  item: { ...rest, ...(code ? { code } : {}), ...marksOf(known, rest) },
                });
              });
            }}
          />
        </div>
      )}
      <div className="entry-line">
        {itemMarks.map((mark) => (
          <MarkField
            key={mark}
            label={text(`itemMark.${mark}`)}
            value={item[mark]}
            onChange={(said) =>
              onChange((now) => withSession(now, { item: { ...now.session.item, [mark]: said } }))
            }
          />
        ))}
        {item.code && <span className="zyb-weak">{text('byHand.code', item.code)}</span>}
      </div>
    </>
  );
}
