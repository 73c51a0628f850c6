import { Button } from 'antd';
import { useRef, useState } from 'react';
import { ImportResult } from '../pack-problem/import-result.tsx';
import { useText } from '../text.tsx';
import type { ImportOutcome } from './options-props.ts';

/** Larger files are certainly not a pack. */
const mostBytes = 5_000_000;

/** Takes a JSON file and says what came of it; a refused file names each field that does not fit, and why. */
export function ImportButton({
  label,
  onImport,
  done,
}: {
  label: string;
  /** Key of another sentence for "imported". */
  done?: string;
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
        tabIndex={-1}
        accept=".json,application/json"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button loading={busy && { delay: 300 }} onClick={() => input.current?.click()}>
        {label}
      </Button>
      {outcome && <ImportResult outcome={outcome} done={done} onClose={() => setOutcome(undefined)} />}
    </div>
  );
}

function refused(reason: string): ImportOutcome {
  return { ok: false, message: reason };
}
