import { Dialog } from '@base-ui/react/dialog';
import { useText } from '../text.tsx';

const ways = ['erase', 'keep'] as const;

/** The accompanied person takes consent back: metrics alone from now on, and what was recorded goes or stays. */
export function WithdrawDialog({
  open,
  onWithdraw,
  onClose,
}: {
  open: boolean;
  onWithdraw(erase: boolean): void;
  onClose(): void;
}) {
  const text = useText();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="zyb-backdrop" />
        <Dialog.Popup className="zyb-dialog">
          <Dialog.Title className="zyb-dialog-title">{text('walk.consent.withdrawTitle')}</Dialog.Title>
          <Dialog.Description className="zyb-hint">{text('walk.consent.withdrawHint')}</Dialog.Description>
          {ways.map((way) => (
            <button
              key={way}
              type="button"
              className="zyb-outcome"
              onClick={() => onWithdraw(way === 'erase')}
            >
              <b>{text(`walk.consent.${way}`)}</b>
              <span>{text(`walk.consent.${way}Hint`)}</span>
            </button>
          ))}
          <div className="zyb-row zyb-dialog-end">
            <Dialog.Close className="zyb-button">{text('walk.consent.back')}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
