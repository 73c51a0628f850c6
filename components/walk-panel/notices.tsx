import type { WalkState } from '../../lib/model/walk-state.ts';
import { type Text, useText } from '../text.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';

const problems = [
  'permissionMissing', 'notRecordable', 'alreadyOpen', 'noSession', 'noProgramme', 'storage', 'timeout',
];
const warnings = ['permissionRevoked', 'diskFull', 'gap', 'degraded', 'screenshotFailed'];

/** What failed, what to mind, and the walk that just ended. */
export function Notices({ problem, warnings: now, lastFinished, state, onOpenReview }: WalkPanelProps & {
  warnings: WalkState['warnings'];
}) {
  const text = useText();
  return (
    <>
      {problem && (
        <div className="zyb-notice" data-tone="bad" role="alert">
          <h2>{text('problem.title')}</h2>
          <p>{problemSentence(text, problem)}</p>
        </div>
      )}
      {now.length > 0 && (
        <div className="zyb-notice" data-tone="warn" role="status">
          <h2>{text('walk.warning.title')}</h2>
          {now.map((warning) => (
            <p key={`${warning.code} ${warning.detail}`}>{warningSentence(text, warning)}</p>
          ))}
        </div>
      )}
      {lastFinished && !state?.session && (
        <div className="zyb-notice" data-tone="good" role="status">
          <h2>{text('walk.finished.title', lastFinished.itemName)}</h2>
          <button type="button" className="zyb-button" onClick={() => onOpenReview(lastFinished.id)}>
            {text('walk.finished.open')}
          </button>
        </div>
      )}
    </>
  );
}

/** What failed and what to do; an unknown code keeps its detail and points to the self-test. */
export function problemSentence(text: Text, { code, detail }: { code: string; detail: string }): string {
  if (problems.includes(code)) return text(`problem.${code}`);
  return `${text('problem.unknown', detail || code)}${text('problem.retry')}`;
}

function warningSentence(text: Text, { code, detail }: { code: string; detail: string }): string {
  return warnings.includes(code) ? text(`walk.warning.${code}`, detail) : text('walk.warning.other', detail, code);
}
