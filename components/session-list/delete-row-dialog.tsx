import { Modal } from 'antd';
import { useState } from 'react';
import { formatDate } from '../format/format-date.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import type { SessionRow } from './session-row.ts';

/** Asks before a session of the list goes for good. */
export function DeleteRowDialog(props: {
  row: SessionRow | undefined;
  onConfirm(id: string): Promise<void>;
  onClose(): void;
}) {
  const { row, onConfirm, onClose } = props;
  const text = useText();
  const attempt = useTry();
  const [busy, setBusy] = useState(false);
  const receipt = row?.delivery?.state === 'kept' ? row.delivery.receipt : undefined;
  const confirm = async () => {
    if (!row) return;
    setBusy(true);
    if (await attempt(() => onConfirm(row.id))) onClose();
    setBusy(false);
  };
  return (
    <Modal
      open={row !== undefined}
      title={row && text('review.deleteTitle', row.itemName)}
      okText={text(receipt ? 'review.delete' : 'review.deleteForGood')}
      cancelText={text('review.cancel')}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={confirm}
      onCancel={onClose}
    >
      {receipt && <p>{text('review.deleteKept', receipt.collector, formatDate(receipt.keptAt))}</p>}
      {row && !receipt && (
        <>
          <p data-tone="bad">
            {text(row.state === 'imported' ? 'review.deleteImported' : 'review.deleteLost')}
          </p>
          {row.figures && (
            <p>
              {text(
                'review.deleteLostWhat',
                row.figures.steps ?? '–',
                row.figures.actions ?? '–',
                row.figures.screenshots ?? '–',
                row.figures.painPoints ?? '–',
              )}
            </p>
          )}
        </>
      )}
    </Modal>
  );
}
