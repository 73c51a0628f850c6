import { Modal } from 'antd';
import { useState } from 'react';
import type { Delivery } from '../../lib/model/delivery.ts';
import { figuresOf, type SessionReport } from '../../lib/model/report.ts';
import { formatDate } from '../format/format-date.ts';
import { useText } from '../text.tsx';
import { useTry } from './use-try.ts';

/** Asks before a session goes for good, and names what is lost when nobody else keeps it. */
export function DeleteDialog(props: {
  report: SessionReport;
  delivery: Delivery | undefined;
  open: boolean;
  onConfirm(): Promise<void>;
  onClose(): void;
}) {
  const { report, delivery, open, onConfirm, onClose } = props;
  const text = useText();
  const attempt = useTry();
  const [busy, setBusy] = useState(false);
  const figures = figuresOf(report);
  const receipt = delivery?.state === 'kept' ? delivery.receipt : undefined;
  const confirm = async () => {
    setBusy(true);
    if (await attempt(onConfirm)) onClose();
    setBusy(false);
  };
  return (
    <Modal
      open={open}
      title={text('review.deleteTitle', report.session.item.name)}
      okText={text(receipt ? 'review.delete' : 'review.deleteForGood')}
      cancelText={text('review.cancel')}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={confirm}
      onCancel={onClose}
    >
      {receipt ? (
        <p>{text('review.deleteKept', receipt.collector, formatDate(receipt.keptAt))}</p>
      ) : (
        <>
          <p data-tone="bad">{text('review.deleteLost')}</p>
          <p>
            {text(
              'review.deleteLostWhat',
              figures.steps,
              figures.actions,
              figures.screenshots,
              figures.painPoints,
            )}
          </p>
          <p className="zyb-weak">{text('review.deleteSaveFirst')}</p>
        </>
      )}
    </Modal>
  );
}
