import type { WalkState } from '../../lib/model/walk-state.ts';
import { formatClock } from '../format/format-duration.ts';
import { useText } from '../text.tsx';

type Open = NonNullable<WalkState['bookmarks']>;

/** Moments that were marked in passing and wait to be filled in; one dropped a moment ago can be put back. */
export function BookmarkList(props: {
  open: Open;
  startedAt: number;
  filling: string | undefined;
  dropped: { at: number } | undefined;
  onFill(id: string): void;
  onDrop(id: string): void;
  onPutBack(): void;
}) {
  const { open, startedAt, filling, dropped, onFill, onDrop, onPutBack } = props;
  const text = useText();
  if (open.length === 0 && !dropped) return null;
  const clock = (at: number) => formatClock(at - startedAt);
  return (
    <section className="zyb-bookmarks" aria-label={text('bookmark.title')}>
      {open.length > 0 && (
        <h3 className="zyb-bookmarks-title" title={text('bookmark.hint')}>
          {text('bookmark.open', open.length)}
        </h3>
      )}
      <ul>
        {open.map(({ id, at, step }) => (
          <li key={id} aria-current={id === filling || undefined}>
            <span className="zyb-clock-text">{clock(at)}</span>
            <span className="zyb-cut-text" title={step}>
              {step}
            </span>
            <button
              type="button"
              className="zyb-link"
              aria-label={text('bookmark.fillNamed', clock(at))}
              onClick={() => onFill(id)}
            >
              {text('bookmark.fill')}
            </button>
            <button
              type="button"
              className="zyb-link"
              aria-label={text('bookmark.dropNamed', clock(at))}
              onClick={() => onDrop(id)}
            >
              {text('bookmark.drop')}
            </button>
          </li>
        ))}
      </ul>
      {dropped && (
        <p className="zyb-hint" role="status">
          {text('bookmark.droppedOne', clock(dropped.at))}{' '}
          <button type="button" className="zyb-link" onClick={onPutBack}>
            {text('bookmark.undo')}
          </button>
        </p>
      )}
    </section>
  );
}
