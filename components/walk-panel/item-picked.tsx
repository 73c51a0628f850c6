import { useId } from 'react';
import type { CatalogueItem } from '../../lib/model/catalogue.ts';
import { useText } from '../text.tsx';

/** What the catalogue says of the item named; where several bear the name, which of them it is. */
export function ItemPicked({
  items,
  code,
  onChoose,
}: {
  items: readonly CatalogueItem[];
  code: string | undefined;
  onChoose(code: string | undefined): void;
}) {
  const text = useText();
  const id = useId();
  const [only] = items;
  if (!only) return null;
  const words = (item: CatalogueItem) => [item.department, item.code].filter(Boolean).join(' · ');
  if (items.length === 1) {
    return words(only) ? <p className="zyb-hint zyb-item-picked">{words(only)}</p> : null;
  }
  return (
    <div className="zyb-field">
      <label htmlFor={id}>{text('walk.form.itemWhich', items.length)}</label>
      <select id={id} value={code ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{text('walk.form.itemAny')}</option>
        {items
          .filter((item) => item.code)
          .map((item) => (
            <option key={item.code} value={item.code}>
              {words(item)}
            </option>
          ))}
      </select>
    </div>
  );
}
