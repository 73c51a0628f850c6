import { AutoComplete, Checkbox, Select } from 'antd';
import { useId } from 'react';
import type { Programme, SuggestedItem } from '../../lib/model/programme.ts';
import { PersonalNote } from '../tagging/personal-note.tsx';
import { useText } from '../text.tsx';
import { itemChoices } from '../walk-panel/item-choices.ts';
import { suggestionsOf } from '../walk-panel/suggestions-of.ts';
import type { Catalogue } from '../walk-panel/walk-panel-props.ts';
import { withSession } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';

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
  const name = (value: string) => {
    const known = choices.find((each) => each.name === value);
    const [only, ...others] = catalogue?.named(value.trim()) ?? [];
    const code = known?.code ?? (others.length === 0 ? only?.code : undefined);
    onChange((now) =>
      withSession(now, {
        item: {
          name: value,
          ...(code ? { code } : {}),
          oneThing: known?.oneThing ?? only?.oneThing ?? now.session.item.oneThing,
          crossRegion: known?.crossRegion ?? only?.crossRegion ?? now.session.item.crossRegion,
        },
      }),
    );
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
                return withSession(now, { item: code ? { ...rest, code } : rest });
              });
            }}
          />
        </div>
      )}
      <div className="entry-line">
        {(['oneThing', 'crossRegion'] as const).map((mark) => (
          <Checkbox
            key={mark}
            checked={item[mark]}
            onChange={({ target }) =>
              onChange((now) => withSession(now, { item: { ...now.session.item, [mark]: target.checked } }))
            }
          >
            {text(`byHand.${mark}`)}
          </Checkbox>
        ))}
        {item.code && <span className="zyb-weak">{text('byHand.code', item.code)}</span>}
      </div>
    </>
  );
}
