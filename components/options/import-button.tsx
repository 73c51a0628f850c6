import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useText } from '../text.tsx';
import type { ImportOutcome } from './options-props.ts';

/** Larger files are certainly not a pack. */
const mostBytes = 5_000_000;

/** Takes a JSON file and says what came of it; a refused file names each field that does not fit, and why. */
export function ImportButton({
  label,
  onImport,
}: {
  label: string;
  onImport(json: string): Promise<ImportOutcome>;
}) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ImportOutcome>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setOutcome(await read(file).catch((error: unknown) => refused(String(error))));
    setBusy(false);
    if (input.current) input.current.value = '';
  };
  const read = async (file: File) =>
    file.size > mostBytes ? refused(text('options.importTooLarge')) : onImport(await file.text());
  return (
    <div className="zyb-options-import">
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button loading={busy && { delay: 300 }} onClick={() => input.current?.click()}>
        {label}
      </Button>
      {outcome?.ok && (
        <span className="zyb-options-good" role="status">
          {text('options.imported', outcome.name)}
        </span>
      )}
      {outcome && !outcome.ok && (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: () => setOutcome(undefined) }}
          title={text('options.importFailed')}
          description={
            <ul>
              {outcome.problems.map(({ field, reason }) => (
                <li key={`${field} ${reason}`}>
                  {text('options.importField', field || text('options.importWhole'), reason)}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}

function refused(reason: string): ImportOutcome {
  return { ok: false, problems: [{ field: '', reason }] };
}
