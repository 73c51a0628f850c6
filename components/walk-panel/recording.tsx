import { useRef, useState } from 'react';
import type { Aim } from '../../lib/model/aim.ts';
import { findCheckItem } from '../../lib/model/checklist.ts';
import type { WalkState } from '../../lib/model/walk-state.ts';
import { taggedWord } from '../aims/aim-words.ts';
import { WalkAims } from '../aims/walk-aims.tsx';
import { formatClock } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import { ConsentLine } from './consent-line.tsx';
import { Counts } from './counts.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { MarkingCard } from './marking-card.tsx';
import { findLeftOut } from './outside-notice.tsx';
import { PauseButton } from './pause-button.tsx';
import { StepLine } from './step-line.tsx';
import { WalkClock } from './walk-clock.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';

type RecordingProps = WalkPanelProps & { state: WalkState; session: NonNullable<WalkState['session']> };

/** A walk is open: its clock, its step, its counts, its controls, and tagging. */
export function Recording({ state, session, programmes, busy, now = Date.now, ...rest }: RecordingProps) {
  const text = useText();
  const [finishing, setFinishing] = useState(false);
  /** The aim that the next pain point belongs to. */
  const [tagging, setTagging] = useState<Aim>();
  const tagPlace = useRef<HTMLDivElement>(null);
  const paused = session.state === 'paused';
  const outside = findLeftOut({ state, tab: rest.tab }) !== undefined;
  const stateWord = paused ? 'walk.now.paused' : outside ? 'walk.now.outside' : 'walk.now.recording';
  const programme = programmes.find((each) => each.id === session.programmeId);
  const checklists = programme?.checklists ?? [];
  const tagFrom = (aim: Aim) => {
    const found = aim.checkItemId ? findCheckItem(checklists, aim.checkItemId) : undefined;
    if (!found) {
      setTagging(aim);
      return tagPlace.current?.scrollIntoView?.({ block: 'start' });
    }
    const { item, dimension } = found;
    return rest.onTag(
      { kind: 'pain', dimensionId: dimension.id, checkItemId: item.id, severity: 'moderate' },
      item.text,
      aim.id,
    );
  };
  return (
    <>
      <section className="zyb-card zyb-now" data-still={paused || outside || undefined}>
        <div className="zyb-now-line">
          <span className="zyb-dot" aria-hidden="true" />
          <span className="zyb-now-state">{text(stateWord)}</span>
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
      {rest.onJudgeAim && (
        <WalkAims
          aims={state.aims ?? []}
          tagged={(state.tagged ?? []).map((point) => ({
            id: point.id,
            label: taggedWord(point, formatClock(point.at - session.startedAt), checklists),
          }))}
          looksPersonal={rest.looksPersonal}
          onJudge={rest.onJudgeAim}
          onTag={busy === undefined ? tagFrom : undefined}
          onAdd={rest.onAddAim}
          onDrop={rest.onDropAim}
        />
      )}
      <div ref={tagPlace}>
        <MarkingCard
          {...rest}
          state={state}
          session={session}
          programme={programme}
          aim={tagging}
          onAimDone={() => setTagging(undefined)}
        />
      </div>
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
}
