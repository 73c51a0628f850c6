import { useState } from 'react';
import type { WalkState } from '../../lib/model/walk-state.ts';
import { formatClock } from '../format/format-duration.ts';
import type { LooksPersonal } from '../tagging/tag.ts';
import { useText } from '../text.tsx';
import { NameField } from './name-field.tsx';
import { useNow } from './use-now.ts';

/** The step the walk is in, with the two corrections a walker can make on the way. */
export function StepLine({
  step,
  timed,
  now,
  names,
  looksPersonal,
  onRename,
  onBegin,
}: {
  step: WalkState['step'];
  /** False after a pause: it may lie inside this step, and then its running time is not known here. */
  timed: boolean;
  now: () => number;
  /** Names the programme gives its stages, offered for a new step. */
  names: readonly string[];
  looksPersonal: LooksPersonal;
  onRename(name: string): void;
  onBegin(name: string): void;
}) {
  const text = useText();
  const at = useNow(timed, now);
  const [editing, setEditing] = useState<'rename' | 'begin'>();
  if (editing) {
    return (
      <NameField
        key={editing}
        label={text(editing === 'rename' ? 'walk.step.renameLabel' : 'walk.step.beginLabel')}
        placeholder={text('walk.step.beginPlaceholder')}
        initial={editing === 'rename' ? (step?.name ?? '') : ''}
        names={editing === 'begin' ? names : []}
        looksPersonal={looksPersonal}
        onCancel={() => setEditing(undefined)}
        onName={(name) => {
          setEditing(undefined);
          if (editing === 'begin') onBegin(name);
          else if (name !== step?.name) onRename(name);
        }}
      />
    );
  }
  return (
    <div className="zyb-step">
      <div className="zyb-step-name">
        <span className="zyb-label">{text('walk.step.now')}</span>
        {step ? <b title={step.name}>{step.name}</b> : <span>{text('walk.step.none')}</span>}
        {step && timed && <small>{text('walk.step.since', formatClock(at - step.from))}</small>}
      </div>
      {step && (
        <button type="button" className="zyb-link" onClick={() => setEditing('rename')}>
          {text('walk.step.rename')}
        </button>
      )}
      <button type="button" className="zyb-link" onClick={() => setEditing('begin')}>
        {text('walk.step.begin')}
      </button>
    </div>
  );
}
