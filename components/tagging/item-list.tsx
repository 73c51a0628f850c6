import { useText } from '../text.tsx';
import { type FoundItem, isOnScreen } from './find-check-items.ts';
import { keyOfChoice } from './pick-key.ts';

/** Check items to choose from, in shown order; choosing one tags it. */
export function ItemList({
  items,
  withDimension,
  onChoose,
}: {
  items: readonly FoundItem[];
  /** Names each item's dimension, for results from several of them. */
  withDimension: boolean;
  onChoose(found: FoundItem): void;
}) {
  const text = useText();
  const firstElsewhere = items.findIndex(({ item }) => !isOnScreen(item));
  return (
    <ul className="zyb-items">
      {items.map((found, index) => (
        <li key={found.item.id}>
          {index === firstElsewhere && (
            <p className="zyb-items-group" title={text('tag.elsewhereHint')}>
              {text('tag.elsewhere')}
            </p>
          )}
          <button
            type="button"
            className="zyb-item"
            data-elsewhere={!isOnScreen(found.item) || undefined}
            title={
              [found.item.wording, found.item.reverse && text('tag.reverse')].filter(Boolean).join('\n') ||
              undefined
            }
            onClick={() => onChoose(found)}
          >
            <kbd>{keyOfChoice(index)}</kbd>
            <span>{found.item.text}</span>
            {withDimension && <em>{found.dimension.name}</em>}
          </button>
        </li>
      ))}
    </ul>
  );
}
