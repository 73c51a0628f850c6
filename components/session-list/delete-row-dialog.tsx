import { App, Modal } from 'antd';
import { useState } from 'react';
import { hasUnsentChanges } from '../../lib/model/delivery.ts';
import { formatDate } from '../format/format-date.ts';
import { type DeleteReason, DeleteReasonField, type Purged } from '../session-review/delete-reason.tsx';
import { ImportedWords } from '../session-review/imported-words.tsx';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import type { SessionRow } from './session-row.ts';

/** Asks before a session of the list goes for good. */
export function DeleteRowDialog(props: {
  row: SessionRow | undefined;
  onConfirm(id: string, reason?: DeleteReason): Promise<Purged | undefined>;
  onClose(): void;
}) {
  const { row, onConfirm, onClose } = props;
  const text = useText();
  const attempt = useTry();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<DeleteReason>();
  const receipt = row?.delivery?.state === 'kept' ? row.delivery.receipt : undefined;
  const changed = row?.delivery !== undefined && hasUnsentChanges(row.delivery);
  const confirm = async () => {
    if (!row) return;
    setBusy(true);
    const gone = await attempt(async () => {
      const purged = await onConfirm(row.id, receipt ? undefined : reason);
      if (purged)
        message.success({ content: text('review.deleteProof', purged.rows, purged.residue), duration: 8 });
    });
    if (gone) onClose();
    setReason(undefined);
    setBusy(false);
  };
  return (
    <Modal
      open={row !== undefined}
      title={row && text('review.deleteTitle', row.itemName)}
      okText={text(receipt && !changed ? 'review.delete' : 'review.deleteForGood')}
      cancelText={text('review.cancel')}
      okButtonProps={{
        danger: true,
        loading: busy,
        disabled: !receipt && row?.state !== 'imported' && row?.state !== 'draft' && !reason,
      }}
      onOk={confirm}
      onCancel={onClose}
    >
      {receipt && <p>{text('review.deleteKept', receipt.collector, formatDate(receipt.keptAt))}</p>}
      {changed && <p data-tone="bad">{text('review.deleteChanged')}</p>}
      {row && !receipt && (
        <>
          {row.state === 'imported' ? (
            <ImportedWords rectified={row.rectified ?? 0} />
          ) : (
            <p data-tone="bad">{text(row.state === 'draft' ? 'byHand.deleteDraft' : 'review.deleteLost')}</p>
          )}
          {row.byHand && row.figures && (
            <p>{text('byHand.deleteWhat', row.figures.screenshots ?? '–', row.figures.painPoints ?? '–')}</p>
          )}
          {!row.byHand && row.figures && (
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
          {row.state !== 'imported' && row.state !== 'draft' && (
            <DeleteReasonField value={reason} onChange={setReason} />
          )}
        </>
      )}
      <p className="zyb-weak">{text('review.deleteDisk')}</p>
    </Modal>
  );
}
