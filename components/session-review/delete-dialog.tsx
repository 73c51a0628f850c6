import { App, Modal } from 'antd';
import { useState } from 'react';
import { type Delivery, hasUnsentChanges } from '../../lib/model/delivery.ts';
import { figuresOf, type SessionReport } from '../../lib/model/report.ts';
import { isByHand } from '../../lib/model/session.ts';
import { formatDate } from '../format/format-date.ts';
import { useText } from '../text.tsx';
import { type DeleteReason, DeleteReasonField, type Purged } from './delete-reason.tsx';
import { ImportedWords } from './imported-words.tsx';
import { useTry } from './use-try.ts';

/** Asks before a session goes for good, and names what is lost when nobody else keeps it. */
export function DeleteDialog(props: {
  report: SessionReport;
  delivery: Delivery | undefined;
  /** Opened from a file; how many rectifications were set down for it here. */
  imported?: { rectified: number } | undefined;
  open: boolean;
  onConfirm(reason?: DeleteReason): Promise<Purged | undefined>;
  onClose(): void;
}) {
  const { report, delivery, imported, open, onConfirm, onClose } = props;
  const text = useText();
  const attempt = useTry();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<DeleteReason>();
  const figures = figuresOf(report);
  const receipt = delivery?.state === 'kept' ? delivery.receipt : undefined;
  const changed = delivery !== undefined && hasUnsentChanges(delivery);
  const elsewhere = receipt !== undefined || imported !== undefined;
  const confirm = async () => {
    setBusy(true);
    const gone = await attempt(async () => {
      const purged = await onConfirm(elsewhere ? undefined : reason);
      if (purged)
        message.success({ content: text('review.deleteProof', purged.rows, purged.residue), duration: 8 });
    });
    if (gone) onClose();
    setReason(undefined);
    setBusy(false);
  };
  return (
    <Modal
      open={open}
      title={text('review.deleteTitle', report.session.item.name)}
      okText={text(elsewhere && !changed ? 'review.delete' : 'review.deleteForGood')}
      cancelText={text('review.cancel')}
      okButtonProps={{ danger: true, loading: busy, disabled: !elsewhere && !reason }}
      onOk={confirm}
      onCancel={onClose}
    >
      {receipt && <p>{text('review.deleteKept', receipt.collector, formatDate(receipt.keptAt))}</p>}
      {changed && <p data-tone="bad">{text('review.deleteChanged')}</p>}
      {imported && <ImportedWords rectified={imported.rectified} />}
      {!elsewhere && (
        <>
          <p data-tone="bad">{text('review.deleteLost')}</p>
          <p>
            {isByHand(report.session)
              ? text('byHand.deleteWhat', figures.screenshots, figures.painPoints)
              : text(
                  'review.deleteLostWhat',
                  figures.steps,
                  figures.actions,
                  figures.screenshots,
                  figures.painPoints,
                )}
          </p>
          <p className="zyb-weak">{text('review.deleteSaveFirst')}</p>
          <DeleteReasonField value={reason} onChange={setReason} />
        </>
      )}
      <p className="zyb-weak">{text('review.deleteDisk')}</p>
    </Modal>
  );
}
