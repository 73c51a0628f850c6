import { App, Button } from 'antd';
import { type Bookmark, unfilled } from '../../lib/model/bookmark.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { findAround } from '../replay-panel/last-before.ts';
import type { ReviewEdits } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';

/** Bookmarks that wait to be filled in: each is looked at, filled in or dropped; without edits they are only told. */
export function BookmarkSection(props: {
  report: SessionReport;
  edits: ReviewEdits | undefined;
  onJump(at: number): void;
  /** Absent where nothing can be filled in. */
  onFill?: ((bookmark: Bookmark) => void) | undefined;
}) {
  const { report, edits, onJump, onFill } = props;
  const text = useText();
  const { message } = App.useApp();
  const attempt = useTry();
  const open = unfilled(report.bookmarks, report.painPoints);
  if (open.length === 0) return null;
  const clock = (at: number) => formatClock(at - report.session.startedAt);

  const drop = async (bookmark: Bookmark) => {
    if (!edits || !(await attempt(() => edits.dropBookmark(bookmark.id)))) return;
    const key = `dropped-${bookmark.id}`;
    const undo = async () => {
      message.destroy(key);
      await attempt(() => edits.putBackBookmark(bookmark));
    };
    message.info({
      key,
      duration: 10,
      content: (
        <>
          {text('bookmark.droppedOne', clock(bookmark.at))}{' '}
          <Button type="link" size="small" onClick={undo}>
            {text('bookmark.undo')}
          </Button>
        </>
      ),
    });
  };
  return (
    <section className="bookmark-section" aria-label={text('bookmark.title')}>
      <h3>
        {text('bookmark.title')} <span className="tab-count">{open.length}</span>
      </h3>
      <p className="zyb-weak">{text(onFill ? 'bookmark.hint' : 'review.figures.explain.bookmarks')}</p>
      <ul>
        {open.map((bookmark) => (
          <li key={bookmark.id}>
            <span className="zyb-clock">{clock(bookmark.at)}</span>
            <span className="zyb-cut">
              {findAround(report.steps, bookmark.at)?.name ?? text('bookmark.noStep')}
            </span>
            <span className="pain-actions">
              <Button type="link" size="small" onClick={() => onJump(bookmark.interval.from)}>
                {text('review.painPoints.play', clock(bookmark.interval.from), clock(bookmark.interval.to))}
              </Button>
              {onFill && (
                <Button
                  size="small"
                  aria-label={text('bookmark.fillNamed', clock(bookmark.at))}
                  onClick={() => onFill(bookmark)}
                >
                  {text('bookmark.fill')}
                </Button>
              )}
              {edits && (
                <Button
                  type="link"
                  size="small"
                  danger
                  aria-label={text('bookmark.dropNamed', clock(bookmark.at))}
                  onClick={() => void drop(bookmark)}
                >
                  {text('bookmark.drop')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
