import type { Ref } from 'react';
import { useText } from '../text.tsx';

/** The search over the items of all checklists. Enter takes the only result. */
export function SearchField({
  ref,
  value,
  onChange,
  onEnter,
}: {
  ref: Ref<HTMLInputElement>;
  value: string;
  onChange(value: string): void;
  onEnter(): void;
}) {
  const text = useText();
  return (
    <div className="zyb-search">
      <input
        ref={ref}
        type="text"
        role="searchbox"
        autoComplete="off"
        value={value}
        aria-label={text('tag.search')}
        placeholder={text('tag.search')}
        title={text('tag.searchHint')}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
        }}
      />
      {value ? (
        <button
          type="button"
          className="zyb-clear"
          aria-label={text('tag.clearSearch')}
          onClick={() => onChange('')}
        >
          ×
        </button>
      ) : (
        <kbd aria-hidden="true">/</kbd>
      )}
    </div>
  );
}
