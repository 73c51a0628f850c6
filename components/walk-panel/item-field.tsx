import { Autocomplete } from '@base-ui/react/autocomplete';
import { useId, useMemo } from 'react';
import type { SuggestedItem } from '../../lib/model/programme.ts';
import { useText } from '../text.tsx';
import { type ItemChoice, itemChoices } from './item-choices.ts';
import type { Catalogue } from './walk-panel-props.ts';

/** The service item's name: typed freely, with the suggestions and catalogue items that match; arrows and Enter choose. */
export function ItemField({
  value,
  items,
  catalogue,
  missing,
  onChange,
}: {
  value: string;
  items: readonly SuggestedItem[];
  catalogue?: Catalogue | undefined;
  missing: boolean;
  onChange(value: string): void;
}) {
  const text = useText();
  const id = useId();
  const choices = useMemo(() => itemChoices(items, catalogue, value), [items, catalogue, value]);
  return (
    <div className="zyb-field">
      <label htmlFor={id}>{text('walk.form.item')}</label>
      <Autocomplete.Root
        items={choices}
        filter={null}
        value={value}
        onValueChange={onChange}
        itemToStringValue={(item: ItemChoice) => item.name}
        openOnInputClick
      >
        <div className="zyb-item-input">
          <Autocomplete.Input
            id={id}
            maxLength={300}
            autoComplete="off"
            placeholder={text('walk.form.itemPlaceholder')}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? `${id}-missing` : undefined}
          />
          <Autocomplete.Clear className="zyb-clear" aria-label={text('walk.form.itemClear')}>
            ×
          </Autocomplete.Clear>
        </div>
        <Autocomplete.Portal>
          <Autocomplete.Positioner className="zyb-popup-at" sideOffset={4}>
            <Autocomplete.Popup className="zyb-popup" data-empty={choices.length === 0 || undefined}>
              <Autocomplete.Empty>
                <p className="zyb-popup-empty">{text('walk.form.itemNone')}</p>
              </Autocomplete.Empty>
              <Autocomplete.List className="zyb-popup-list">
                {(item: ItemChoice) => (
                  <Autocomplete.Item
                    key={`${item.name} ${item.code ?? ''} ${item.department ?? ''}`}
                    value={item}
                    className="zyb-popup-item"
                  >
                    <span>
                      {item.name}
                      {item.department && <small>{item.department}</small>}
                    </span>
                    {item.oneThing && <em>{text('walk.form.oneThing')}</em>}
                    {item.crossRegion && <em>{text('walk.form.crossRegion')}</em>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
      {missing && (
        <p id={`${id}-missing`} className="zyb-error" role="alert">
          {text('walk.form.itemMissing')}
        </p>
      )}
    </div>
  );
}
