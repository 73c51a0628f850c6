import { useText } from '../text.tsx';
import { ChoiceDialog } from './choice-dialog.tsx';

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
    <ChoiceDialog
      open={open}
      title={text('walk.consent.withdrawTitle')}
      hint={text('walk.consent.withdrawHint')}
      choices={ways.map((id) => ({
        id,
        label: text(`walk.consent.${id}`),
        hint: text(`walk.consent.${id}Hint`),
      }))}
      back={text('walk.consent.back')}
      onChoose={(way) => onWithdraw(way === 'erase')}
      onClose={onClose}
    />
  );
}
