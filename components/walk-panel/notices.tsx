import type { WalkState } from '../../lib/model/walk-state.ts';
import { keyOf } from '../format/key-of.ts';
import { type Text, useText } from '../text.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';

const problems = [
  'permissionMissing',
  'notRecordable',
  'alreadyOpen',
  'noSession',
  'noProgramme',
  'storage',
  'timeout',
];
const warnings = ['permissionRevoked', 'diskFull', 'gap', 'degraded', 'screenshotFailed'];

/** The key of a code's sentence when there is one. */
function findKey(section: string, names: string[], code: string): string | undefined {
  return names.map((name) => `${section}.${name}`).find((key) => key === keyOf(section, code));
}

/** What failed, what to mind, and the walk that just ended. */
export function Notices({
  problem,
  warnings: now,
  lastFinished,
  state,
  onOpenReview,
}: WalkPanelProps & {
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
  const key = findKey('problem', problems, code);
  if (key) return text(key);
  return `${text('problem.unknown', detail || code)}${text('problem.retry')}`;
}

function warningSentence(text: Text, { code, detail }: { code: string; detail: string }): string {
  const key = findKey('walk.warning', warnings, code);
  return key ? text(key, detail) : text('walk.warning.other', detail, code);
}
