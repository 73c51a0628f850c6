import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

/** A question with one large button for each answer; any of them answers it. `aside`: what stands beside the way back. */
export function ChoiceDialog<T extends string>({
  open,
  title,
  hint,
  choices,
  back,
  aside,
  onChoose,
  onClose,
}: {
  open: boolean;
  title: string;
  hint: string;
  choices: { id: T; label: string; hint: string }[];
  back: string;
  aside?: ReactNode;
  onChoose(id: T): void;
  onClose(): void;
}) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="zyb-backdrop" />
        <Dialog.Popup className="zyb-dialog">
          <Dialog.Title className="zyb-dialog-title">{title}</Dialog.Title>
          <Dialog.Description className="zyb-hint">{hint}</Dialog.Description>
          {choices.map((choice) => (
            <button key={choice.id} type="button" className="zyb-outcome" onClick={() => onChoose(choice.id)}>
              <b>{choice.label}</b>
              <span>{choice.hint}</span>
            </button>
          ))}
          <div className="zyb-row zyb-dialog-end">
            {aside}
            <Dialog.Close className="zyb-button">{back}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
