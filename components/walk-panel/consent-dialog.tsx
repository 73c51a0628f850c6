import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import type { ConsentRequest } from '../../lib/model/consent.ts';
import { useText } from '../text.tsx';
import { ConsentNotice } from './consent-notice.tsx';

/** Asks the accompanied person in the middle of a walk; recording in full begins with the answer. */
export function ConsentDialog({
  open,
  keepDays,
  onRecord,
  onClose,
}: {
  open: boolean;
  keepDays: number;
  onRecord(request: ConsentRequest): void;
  onClose(): void;
}) {
  const text = useText();
  const [answer, setAnswer] = useState<ConsentRequest>();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="zyb-backdrop" />
        <Dialog.Popup className="zyb-dialog zyb-dialog-long">
          <Dialog.Title className="zyb-dialog-title">{text('walk.consent.title')}</Dialog.Title>
          <Dialog.Description className="zyb-hint">{text('walk.consent.fromNow')}</Dialog.Description>
          <ConsentNotice keepDays={keepDays} onAnswer={setAnswer} />
          <div className="zyb-row zyb-dialog-end">
            <Dialog.Close className="zyb-button">{text('walk.consent.back')}</Dialog.Close>
            <button
              type="button"
              className="zyb-button zyb-primary"
              disabled={!answer}
              onClick={() => answer && onRecord(answer)}
            >
              {text('walk.consent.record')}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
