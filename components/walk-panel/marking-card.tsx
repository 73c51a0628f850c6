import { useState } from 'react';
import type { Aim } from '../../lib/model/aim.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { WalkState } from '../../lib/model/walk-state.ts';
import { formatClock } from '../format/format-duration.ts';
import { checkItemText } from '../pain-point-list/check-item-text.ts';
import { elementWords } from '../picked-element/element-words.ts';
import { AboutLine } from '../tagging/about-line.tsx';
import { BookmarkList } from '../tagging/bookmark-list.tsx';
import type { Tag } from '../tagging/tag.ts';
import { TaggedStrip } from '../tagging/tagged-strip.tsx';
import { TaggingPanel } from '../tagging/tagging-panel.tsx';
import { useText } from '../text.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';

type MarkingCardProps = Pick<
  WalkPanelProps,
  'lastTagged' | 'looksPersonal' | 'marking' | 'onTag' | 'onUntag' | 'onAmendTag'
> & {
  state: WalkState;
  session: NonNullable<WalkState['session']>;
  programme: Programme | undefined;
  /** What was set out to be looked for and is tagged now. */
  aim: Pick<Aim, 'id' | 'text'> | undefined;
  onAimDone(): void;
};

/** Tagging, what was tagged last, the moments that wait, and what the next tag will be about. */
export function MarkingCard(props: MarkingCardProps) {
  const { state, session, programme, lastTagged, marking, aim, onAimDone } = props;
  const text = useText();
  const [filling, setFilling] = useState<string>();
  const [adding, setAdding] = useState(false);
  const { bookmarks = [], picked, picking } = state;
  const paused = session.state === 'paused';
  const filled = bookmarks.find(({ id }) => id === filling);

  const tag = (choice: Tag, itemText: string) => {
    if (adding && lastTagged) {
      setAdding(false);
      const { dimensionId, checkItemId } = choice;
      const more = lastTagged.moreCheckItems ?? [];
      const known = [lastTagged, ...more].some((each) => each.checkItemId === checkItemId);
      if (!known)
        props.onAmendTag(lastTagged.id, { moreCheckItems: [...more, { dimensionId, checkItemId }] });
      return;
    }
    const aimId = choice.kind === 'pain' ? aim?.id : undefined;
    props.onTag(filled ? { ...choice, bookmarkId: filled.id } : choice, itemText, aimId);
    setFilling(undefined);
    onAimDone();
  };
  /** A further item; or a bookmark, an element, and the ways to them. */
  const about =
    adding && lastTagged ? (
      <AboutLine
        words={text('tag.adding', lastTagged.text)}
        off="tag.addingDone"
        onOff={() => setAdding(false)}
      />
    ) : (
      <>
        {filled && (
          <AboutLine
            words={text('bookmark.filling', formatClock(filled.at - session.startedAt))}
            off="bookmark.notNow"
            onOff={() => setFilling(undefined)}
          />
        )}
        {picking && <AboutLine words={text('pick.how')} off="pick.cancel" onOff={marking.onCancelPick} />}
        {picked && (
          <AboutLine
            words={text('pick.picked', elementWords(text, picked))}
            off="pick.drop"
            onOff={marking.onDropPicked}
          />
        )}
        <div className="zyb-mark-tools">
          <button
            type="button"
            className="zyb-link"
            title={text('bookmark.setHint')}
            onClick={marking.onBookmark}
          >
            {text('bookmark.set')}
          </button>
          {!picked && !picking && (
            <button
              type="button"
              className="zyb-link"
              title={text('pick.beginHint')}
              disabled={paused}
              onClick={marking.onPick}
            >
              {text('pick.begin')}
            </button>
          )}
        </div>
      </>
    );
  return (
    <section className="zyb-card">
      {aim && (
        <p className="aim-tagging" role="status">
          {text('aims.tagging', aim.text)}
          <button type="button" className="zyb-link" onClick={onAimDone}>
            {text('aims.tagCancel')}
          </button>
        </p>
      )}
      {lastTagged && (
        <TaggedStrip
          key={lastTagged.id}
          tagged={lastTagged}
          nameOf={(item) => checkItemText(programme, item).item}
          adding={adding}
          onAdding={setAdding}
          onDraw={() => marking.onDraw(lastTagged.id)}
          looksPersonal={props.looksPersonal}
          onUntag={() => props.onUntag(lastTagged.id)}
          onAmend={(change) => props.onAmendTag(lastTagged.id, change)}
        />
      )}
      <BookmarkList
        open={bookmarks}
        startedAt={session.startedAt}
        filling={filled?.id}
        dropped={marking.dropped}
        onFill={(id) => {
          setAdding(false);
          setFilling(id);
        }}
        onDrop={marking.onDropBookmark}
        onPutBack={marking.onPutBackBookmark}
      />
      <TaggingPanel
        checklists={programme?.checklists ?? []}
        paused={paused}
        adding={adding && lastTagged !== undefined}
        about={about}
        onTag={tag}
      />
    </section>
  );
}
