import { useText } from '../text.tsx';
import { ChoiceDialog } from './choice-dialog.tsx';
import type { WalkOutcome } from './walk-panel-props.ts';

const outcomes = ['stopped', 'submitted', 'withdrawn'] as const;

/** Asks how far the walk went; any answer finishes it. */
export function FinishDialog({
  open,
  onFinish,
  onClose,
}: {
  open: boolean;
  onFinish(outcome: WalkOutcome): void;
  onClose(): void;
}) {
  const text = useText();
  return (
    <ChoiceDialog
      open={open}
      title={text('walk.finish.title')}
      hint={text('walk.finish.hint')}
      choices={outcomes.map((id) => ({
        id,
        label: text(`walk.finish.${id}`),
        hint: text(`walk.finish.${id}Hint`),
      }))}
      back={text('walk.finish.back')}
      aside={
        <button type="button" className="zyb-link" onClick={() => onFinish('unknown')}>
          {text('walk.finish.unknown')}
        </button>
      }
      onChoose={onFinish}
      onClose={onClose}
    />
  );
}
