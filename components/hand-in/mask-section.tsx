import { Alert, AutoComplete, Button, Progress } from 'antd';
import { useMemo, useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { useText } from '../text.tsx';
import type { HandInEdits } from './hand-in-props.ts';
import { placeName } from './place-name.ts';
import { percentOf, useBusy } from './use-busy.ts';

const most = 300;

/** "This name, everywhere": a text is looked for in all that is text, its places are counted, then it is replaced. */
export function MaskSection(props: {
  report: SessionReport;
  edits: HandInEdits;
  /** The text in the field: also put there from a finding. */
  wanted: string;
  onWanted(text: string): void;
}) {
  const { report, edits, wanted, onWanted } = props;
  const text = useText();
  const { busy, run } = useBusy();
  const [counted, setCounted] = useState<{ of: string; places: Record<string, number> }>();
  const words = useMemo(() => wordsOf(report), [report]);
  const trimmed = wanted.trim();
  const isShort = [...trimmed].length < 2;
  const places = counted?.of === trimmed ? counted.places : undefined;
  const total = Object.values(places ?? {}).reduce((sum, each) => sum + each, 0);
  const look = () =>
    run(async (onProgress) =>
      setCounted({ of: trimmed, places: await edits.countPlaces(trimmed, onProgress) }),
    );
  const mask = async () => {
    if (await run((onProgress) => edits.maskEverywhere(trimmed, onProgress))) {
      setCounted(undefined);
      onWanted('');
    }
  };
  return (
    <div className="hand-in-mask">
      <p className="zyb-weak">{text('handIn.mask.hint')}</p>
      <form
        className="hand-in-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isShort && !busy) void look();
        }}
      >
        <AutoComplete
          className="hand-in-wanted"
          aria-label={text('handIn.mask.label')}
          placeholder={text('handIn.mask.placeholder')}
          maxLength={200}
          value={wanted}
          options={words
            .filter((word) => trimmed === '' || word.includes(trimmed))
            .slice(0, 30)
            .map((value) => ({ value }))}
          onChange={onWanted}
        />
        <Button htmlType="submit" disabled={isShort || busy !== undefined}>
          {text('handIn.mask.look')}
        </Button>
      </form>
      {trimmed !== '' && isShort && <p className="zyb-weak">{text('handIn.mask.short')}</p>}
      {busy && <Progress percent={percentOf(busy)} size="small" status="active" />}
      {places && total === 0 && <Alert type="info" showIcon title={text('handIn.mask.nowhere', trimmed)} />}
      {places && total > 0 && (
        <div className="hand-in-found" role="status">
          <strong>{text('handIn.mask.found', trimmed, total)}</strong>
          <p className="hand-in-chips">
            {Object.entries(places).map(([list, count]) => (
              <span key={list}>
                {placeName(list, text)} <b>{count}</b>
              </span>
            ))}
          </p>
          <Button type="primary" disabled={busy !== undefined} onClick={() => void mask()}>
            {text('handIn.mask.all', total)}
          </Button>
        </div>
      )}
      <Alert type="warning" showIcon title={text('handIn.mask.pictures')} />
    </div>
  );
}

/** Short texts of the session to choose from: names of steps, titles of pages, labels of what was acted on. */
function wordsOf({ steps, visits, actions }: SessionReport): string[] {
  const words = [
    ...steps.map(({ name }) => name),
    ...visits.map(({ title }) => title),
    ...actions.map(({ label }) => label),
  ];
  return [...new Set(words.map((word) => word.trim()))]
    .filter((word) => [...word].length >= 2)
    .slice(0, most);
}
