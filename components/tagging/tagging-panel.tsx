import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Checklist } from '../../lib/model/checklist.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import { useText } from '../text.tsx';
import { DimensionChips } from './dimension-chips.tsx';
import { type FoundItem, itemsOf, searchCheckItems } from './find-check-items.ts';
import { ItemList } from './item-list.tsx';
import { KindSwitch } from './kind-switch.tsx';
import { choiceOfKey } from './pick-key.ts';
import { SearchField } from './search-field.tsx';
import type { Tag } from './tag.ts';
import './tagging.css';
import { useShortcuts } from './use-shortcuts.ts';

/**
 * Tags in two clicks: a dimension, then a check item. Digits do the same, `/` searches, Esc goes back one step.
 * The severity is "moderate" until the walker says otherwise.
 */
export function TaggingPanel({
  checklists,
  paused,
  adding,
  about,
  onTag,
}: {
  checklists: readonly Checklist[];
  paused: boolean;
  /** What is chosen is a further check item of what was tagged last. */
  adding?: boolean | undefined;
  /** Stands above the choice: what the tag will be about. */
  about?: ReactNode;
  onTag(tag: Tag, text: string): void;
}) {
  const text = useText();
  const [kind, setKind] = useState<PainPoint['kind']>('pain');
  const [chosen, setChosen] = useState<string>();
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const searching = query.trim() !== '';
  const items = searching ? searchCheckItems(checklists, query) : itemsOf(checklists, chosen);

  const dimension = checklists.flatMap((list) => list.dimensions).find((each) => each.id === chosen);
  const listing = searching || dimension !== undefined;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (listing) panel.current?.scrollIntoView?.({ block: 'start' });
  }, [listing]);

  const goBack = () => {
    setQuery('');
    setChosen(undefined);
  };
  const choose = ({ dimension, item }: FoundItem) => {
    onTag({ kind, dimensionId: dimension.id, checkItemId: item.id, severity: 'moderate' }, item.text);
    goBack();
  };
  useShortcuts((key) => {
    if (key === '/') search.current?.focus();
    else if (key === 'Escape' && (searching || chosen)) {
      goBack();
      search.current?.blur();
    } else {
      const at = choiceOfKey(key) ?? -1;
      const next = listing ? undefined : checklists.flatMap((list) => list.dimensions)[at];
      const found = items[at];
      if (found) choose(found);
      else if (next) setChosen(next.id);
      else return false;
    }
    return true;
  });

  if (checklists.length === 0) return <p className="zyb-hint">{text('tag.empty')}</p>;
  return (
    <section ref={panel} className="zyb-tagging" data-kind={kind} aria-label={text('tag.title')}>
      {about}
      <div className="zyb-tagging-head">
        {!adding && <KindSwitch kind={kind} onKind={setKind} />}
        <SearchField
          ref={search}
          value={query}
          onChange={setQuery}
          onEnter={() => {
            const [only] = items;
            if (items.length === 1 && only) choose(only);
          }}
        />
      </div>
      {!searching && !chosen && <DimensionChips checklists={checklists} onChoose={setChosen} />}
      {!searching && dimension && (
        <div className="zyb-chosen">
          <button type="button" className="zyb-button" aria-label={text('tag.back')} onClick={goBack}>
            ‹
          </button>
          <b>{dimension.name}</b>
          <span className="zyb-hint">{dimension.question}</span>
        </div>
      )}
      <p className="zyb-hint" aria-live="polite">
        {hint()}
      </p>
      {items.length > 0 && <ItemList items={items} withDimension={searching} onChoose={choose} />}
    </section>
  );

  function hint(): string {
    if (searching) return items.length > 0 ? text('tag.found', items.length) : text('tag.none', query.trim());
    if (adding) return text('tag.addItemHint');
    if (paused) return text('tag.paused');
    return text(chosen ? 'tag.pickItem' : 'tag.pick');
  }
}
