import { Dialog } from '@base-ui/react/dialog';
import { useText } from '../text.tsx';
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
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="zyb-backdrop" />
        <Dialog.Popup className="zyb-dialog">
          <Dialog.Title className="zyb-dialog-title">{text('walk.finish.title')}</Dialog.Title>
          <Dialog.Description className="zyb-hint">{text('walk.finish.hint')}</Dialog.Description>
          {outcomes.map((outcome) => (
            <button key={outcome} type="button" className="zyb-outcome" onClick={() => onFinish(outcome)}>
              <b>{text(`walk.finish.${outcome}`)}</b>
              <span>{text(`walk.finish.${outcome}Hint`)}</span>
            </button>
          ))}
          <div className="zyb-row zyb-dialog-end">
            <button type="button" className="zyb-link" onClick={() => onFinish('unknown')}>
              {text('walk.finish.unknown')}
            </button>
            <Dialog.Close className="zyb-button">{text('walk.finish.back')}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
