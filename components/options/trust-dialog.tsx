import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import type { PackSignature } from '../../lib/model/pack-signature.ts';
import { useText } from '../text.tsx';
import type { Done, PackView } from './options-props.ts';

/** Trusting a key is a decision of the person who compared its fingerprint, and of no one else. */
export function TrustDialog({
  pack,
  signature,
  onTrust,
  onClose,
}: {
  pack: PackView;
  signature: PackSignature;
  onTrust(publicKey: string, name: string): Promise<Done>;
  onClose(): void;
}) {
  const text = useText();
  const [name, setName] = useState(signature.signer);
  const [failed, setFailed] = useState<string>();
  const trust = async () => {
    const done = await onTrust(signature.publicKey, name);
    if (done.ok) onClose();
    else setFailed(done.message);
  };
  return (
    <Modal
      open
      title={text('pack.trust.title')}
      okText={text('pack.trust.accept')}
      cancelText={text('pack.trust.decline')}
      okButtonProps={{ disabled: !name.trim() }}
      onOk={() => void trust()}
      onCancel={onClose}
    >
      <div className="zyb-dialog-text">
        <p>{text('pack.trust.claims', signature.signer)}</p>
        <p className="zyb-fingerprint">
          <code>{pack.fingerprint}</code>
        </p>
        <p>{text('pack.trust.compare')}</p>
        <p>{text('pack.trust.then')}</p>
        <label>
          {text('pack.trust.name')}
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </label>
        {failed && <Alert type="error" showIcon title={text('options.failed', failed)} />}
      </div>
    </Modal>
  );
}
