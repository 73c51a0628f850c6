import type { WalkState } from '../../lib/model/walk-state.ts';
import { useText } from '../text.tsx';
import { OutsideNotice } from './outside-notice.tsx';
import { problemSentence, warningSentence } from './problem-sentence.ts';
import type { WalkPanelProps } from './walk-panel-props.ts';

export { problemSentence } from './problem-sentence.ts';

/** Whoever finished a walk far down the panel sees what to do next. */
const toTheTop = (card: HTMLElement | null) => card?.scrollIntoView?.({ block: 'start' });

/** What failed, what to mind, and the walk that just ended. */
export function Notices({
  warnings: now,
  ...props
}: WalkPanelProps & {
  warnings: WalkState['warnings'];
}) {
  const { problem, lastFinished, afterWalk, state, onOpenReview } = props;
  const text = useText();
  return (
    <>
      {problem && (
        <div className="zyb-notice" data-tone="bad" role="alert">
          <h2>{text('problem.title')}</h2>
          <p>{problemSentence(text, problem)}</p>
        </div>
      )}
      <OutsideNotice {...props} />
      {now.length > 0 && (
        <div className="zyb-notice" data-tone="warn" role="status">
          <h2>{text('walk.warning.title')}</h2>
          {now.map((warning) => (
            <p key={`${warning.code} ${warning.detail}`}>{warningSentence(text, warning)}</p>
          ))}
        </div>
      )}
      {lastFinished && !state?.session && (
        <div key={lastFinished.id} ref={toTheTop} className="zyb-notice" data-tone="good" role="status">
          <h2>{text('walk.finished.title', lastFinished.itemName)}</h2>
          <button type="button" className="zyb-button" onClick={() => onOpenReview(lastFinished.id)}>
            {text('walk.finished.open')}
          </button>
        </div>
      )}
      {lastFinished && !state?.session && afterWalk}
    </>
  );
}
