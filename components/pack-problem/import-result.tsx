import { Alert } from 'antd';
import type { ImportOutcome } from '../options/options-props.ts';
import { useText } from '../text.tsx';
import { problemWords } from './problem-words.ts';

/** At most this many faults of one file are listed; the first lines are what matters. */
const shownAtMost = 12;

/** What came of an import: the name, or line by line why the file was not taken. */
export function ImportResult({
  outcome,
  done = 'options.imported',
  onClose,
}: {
  outcome: ImportOutcome;
  done?: string | undefined;
  onClose(): void;
}) {
  const text = useText();
  if (outcome.ok) {
    return (
      <>
        <span className="zyb-options-good" role="status">
          {text(done, outcome.name)}
        </span>
        {outcome.notes.length > 0 && (
          <Alert
            type="warning"
            showIcon
            closable={{ onClose }}
            title={text('pack.notes')}
            description={<Problems problems={outcome.notes} />}
          />
        )}
      </>
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      closable={{ onClose }}
      title={text('options.importFailed')}
      description={
        'problems' in outcome ? (
          <Problems problems={outcome.problems} />
        ) : 'refusal' in outcome ? (
          text(`pack.refused.${outcome.refusal.code}`, ...outcome.refusal.values)
        ) : (
          outcome.message
        )
      }
    />
  );
}

function Problems({ problems }: { problems: readonly Parameters<typeof problemWords>[1][] }) {
  const text = useText();
  const more = problems.length - shownAtMost;
  return (
    <ul>
      {problems.slice(0, shownAtMost).map((problem) => (
        <li key={`${problem.line}.${problem.column}.${problem.path.join('.')}.${problem.code}`}>
          {problemWords(text, problem)}
        </li>
      ))}
      {more > 0 && <li>{text('pack.more', more)}</li>}
    </ul>
  );
}
