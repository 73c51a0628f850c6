import { Alert, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useText } from '../text.tsx';
import type { TrustedKeyView } from './options-props.ts';

/** Whose signatures lock packs here, and where an office makes its own key. */
export function KeyList({
  keys,
  onForget,
  onMakeKey,
}: {
  keys: readonly TrustedKeyView[];
  onForget(publicKey: string): void;
  onMakeKey(signer: string): Promise<{ fingerprint: string }>;
}) {
  const text = useText();
  const [signer, setSigner] = useState('');
  const [made, setMade] = useState<string>();
  return (
    <details className="zyb-keys">
      <summary>{text('pack.keys.title', keys.length)}</summary>
      <p className="zyb-options-hint">{text('pack.keys.proves')}</p>
      {keys.length === 0 && <p className="zyb-options-hint">{text('pack.keys.none')}</p>}
      <ul className="zyb-options-list">
        {keys.map((key) => (
          <li key={key.publicKey}>
            <div>
              <h3>{key.name}</h3>
              <code>{key.fingerprint}</code>
            </div>
            <Popconfirm
              title={text('pack.keys.forgetAsk')}
              okText={text('pack.keys.forget')}
              cancelText={text('pack.keys.keep')}
              onConfirm={() => onForget(key.publicKey)}
            >
              <Button size="small" type="text" aria-label={`${text('pack.keys.forget')} ${key.name}`}>
                {text('pack.keys.forget')}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      <h3>{text('pack.keys.makeTitle')}</h3>
      <p className="zyb-options-hint">{text('pack.keys.makeHint')}</p>
      <div className="zyb-options-row">
        <Input
          className="zyb-keys-signer"
          value={signer}
          maxLength={100}
          aria-label={text('pack.keys.signer')}
          placeholder={text('pack.keys.signerPlaceholder')}
          onChange={(event) => setSigner(event.target.value)}
        />
        <Button
          disabled={!signer.trim()}
          onClick={() => void onMakeKey(signer).then(({ fingerprint }) => setMade(fingerprint))}
        >
          {text('pack.keys.make')}
        </Button>
      </div>
      {made && (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setMade(undefined) }}
          title={text('pack.keys.made')}
          description={<code>{made}</code>}
        />
      )}
    </details>
  );
}
