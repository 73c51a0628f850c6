import { useState } from 'react';
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
import { ConsentLine } from './consent-line.tsx';
import { Counts } from './counts.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { PauseButton } from './pause-button.tsx';
import { StepLine } from './step-line.tsx';
import { WalkClock } from './walk-clock.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';

type RecordingProps = WalkPanelProps & { state: WalkState; session: NonNullable<WalkState['session']> };

/** A walk is open: its clock, its step, its counts, its controls, and tagging. */
export function Recording({
  state,
  session,
  programmes,
  lastTagged,
  busy,
  now = Date.now,
  ...rest
}: RecordingProps) {
  const text = useText();
  const [finishing, setFinishing] = useState(false);
  const [filling, setFilling] = useState<string>();
  const [adding, setAdding] = useState(false);
  const { marking } = rest;
  const { bookmarks = [], picked } = state;
  const paused = session.state === 'paused';
  const filled = bookmarks.find(({ id }) => id === filling);
  const tag = (choice: Tag, itemText: string) => {
    if (adding && lastTagged) {
      setAdding(false);
      const { dimensionId, checkItemId } = choice;
      const more = lastTagged.moreCheckItems ?? [];
      const known = [lastTagged, ...more].some((each) => each.checkItemId === checkItemId);
      if (!known) rest.onAmendTag(lastTagged.id, { moreCheckItems: [...more, { dimensionId, checkItemId }] });
      return;
    }
    rest.onTag(filled ? { ...choice, bookmarkId: filled.id } : choice, itemText);
    setFilling(undefined);
  };
  const programme = programmes.find((each) => each.id === session.programmeId);
  return (
    <>
      <section className="zyb-card zyb-now" data-paused={paused || undefined}>
        <div className="zyb-now-line">
          <span className="zyb-dot" aria-hidden="true" />
          <span className="zyb-now-state">{text(paused ? 'walk.now.paused' : 'walk.now.recording')}</span>
          {session.privacy === 'metrics' && <span className="zyb-badge">{text('walk.now.metrics')}</span>}
          <WalkClock session={session} now={now} />
        </div>
        <h2 className="zyb-now-item" title={session.itemName}>
          {session.itemName}
        </h2>
        <ConsentLine
          session={session}
          programme={programme}
          busy={busy}
          keepDays={rest.keepDays}
          erased={rest.erased}
          onRecordConsent={rest.onRecordConsent}
          onWithdrawConsent={rest.onWithdrawConsent}
        />
        {paused && <p className="zyb-hint">{text('walk.now.pausedFor')}</p>}
        <StepLine
          looksPersonal={rest.looksPersonal}
          step={state.step}
          timed={!paused && session.pausedMs === 0}
          now={now}
          names={programme?.stageViews.map((each) => each.label) ?? []}
          onRename={rest.onRenameStep}
          onBegin={rest.onBeginStep}
        />
        <Counts counts={state.counts} />
        <div className="zyb-row">
          {paused ? (
            <button
              type="button"
              className="zyb-button zyb-primary zyb-grow"
              disabled={busy !== undefined}
              onClick={rest.onResume}
            >
              {text('walk.now.resume')}
            </button>
          ) : (
            <PauseButton disabled={busy !== undefined} onPause={rest.onPause} />
          )}
          <button
            type="button"
            className="zyb-button zyb-grow"
            disabled={busy !== undefined}
            onClick={() => setFinishing(true)}
          >
            {text('walk.now.finish')}
          </button>
        </div>
        {rest.onCheckPage && (
          <div className="zyb-check-page">
            <button
              type="button"
              className="zyb-link"
              title={text('checks.explain')}
              disabled={busy !== undefined || paused}
              onClick={rest.onCheckPage}
            >
              {text('checks.run')}
            </button>
            <span className="zyb-hint" role="status">
              {rest.checked &&
                (rest.checked.kinds > 0
                  ? text('checks.done', rest.checked.kinds, rest.checked.places)
                  : text('checks.clean'))}
            </span>
          </div>
        )}
      </section>
      <section className="zyb-card">
        {lastTagged && (
          <TaggedStrip
            key={lastTagged.id}
            tagged={lastTagged}
            nameOf={(item) => checkItemText(programme, item).item}
            adding={adding}
            onAdding={setAdding}
            onDraw={() => marking.onDraw(lastTagged.id)}
            looksPersonal={rest.looksPersonal}
            onUntag={() => rest.onUntag(lastTagged.id)}
            onAmend={(change) => rest.onAmendTag(lastTagged.id, change)}
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
          about={about()}
          onTag={tag}
        />
      </section>
      <FinishDialog
        open={finishing}
        onClose={() => setFinishing(false)}
        onFinish={(outcome) => {
          setFinishing(false);
          rest.onFinish(outcome);
        }}
      />
    </>
  );

  /** What the next choice is about: a further item, a bookmark, an element; else the ways to a bookmark or element. */
  function about() {
    if (adding && lastTagged)
      return (
        <AboutLine
          words={text('tag.adding', lastTagged.text)}
          off="tag.addingDone"
          onOff={() => setAdding(false)}
        />
      );
    return (
      <>
        {filled && (
          <AboutLine
            words={text('bookmark.filling', formatClock(filled.at - session.startedAt))}
            off="bookmark.notNow"
            onOff={() => setFilling(undefined)}
          />
        )}
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
          {!picked && (
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
  }
}
