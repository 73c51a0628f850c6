import { Modal } from 'antd';
import { useText } from '../text.tsx';
import { ImportButton } from './import-button.tsx';
import type { ImportOutcome } from './options-props.ts';

/** Signing asks for the key file alone: it is read, used and forgotten. */
export function SignDialog({
  name,
  onSign,
  onClose,
}: {
  name: string;
  onSign(keyFile: string): Promise<ImportOutcome>;
  onClose(): void;
}) {
  const text = useText();
  return (
    <Modal open title={text('pack.sign.title', name)} footer={null} onCancel={onClose}>
      <div className="zyb-dialog-text">
        <p>{text('pack.sign.how')}</p>
        <p>{text('pack.keys.proves')}</p>
        <ImportButton label={text('pack.sign.chooseKey')} onImport={onSign} done="pack.sign.done" />
      </div>
    </Modal>
  );
}
