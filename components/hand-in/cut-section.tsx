import { Alert, Button, Popconfirm, Progress, Select } from 'antd';
import { useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import { ClockInput } from './clock-input.tsx';
import { CutBar } from './cut-bar.tsx';
import type { HandInEdits } from './hand-in-props.ts';
import { figuresOfStretch, type Stretch, spanOf } from './stretch-figures.ts';
import { percentOf, useBusy } from './use-busy.ts';

/** Takes a stretch out: chosen by step or by time, with what goes with it told first. */
export function CutSection({ report, edits }: { report: SessionReport; edits: HandInEdits }) {
  const text = useText();
  const { busy, run } = useBusy();
  const span = spanOf(report);
  const [chosen, setChosen] = useState<Stretch>({ from: span.from, to: span.from });
  const choose = ({ from, to }: Stretch) => setChosen({ from: clamp(from, span), to: clamp(to, span) });
  const figures = figuresOfStretch(report, chosen);
  const isEmpty = chosen.to <= chosen.from;
  const cut = async () => {
    if (await run((onProgress) => edits.cut(chosen, onProgress)))
      setChosen({ from: chosen.to, to: chosen.to });
  };
  const inSteps = report.steps.filter((step) => step.from >= chosen.from && step.to <= chosen.to && !isEmpty);
  const painPoints = figures.painPoints.length;
  const button = (
    <Button
      type="primary"
      danger
      disabled={isEmpty || busy !== undefined}
      onClick={painPoints ? undefined : () => void cut()}
    >
      {text('handIn.cut.do')}
    </Button>
  );
  return (
    <div className="hand-in-cut">
      <p className="zyb-weak">{text('handIn.cut.hint')}</p>
      <CutBar report={report} chosen={chosen} onChoose={choose} />
      <div className="hand-in-line">
        <ClockInput
          label={text('handIn.cut.from')}
          value={chosen.from - span.from}
          onValue={(ms) => choose({ ...chosen, from: span.from + ms })}
        />
        <ClockInput
          label={text('handIn.cut.to')}
          value={chosen.to - span.from}
          onValue={(ms) => choose({ ...chosen, to: span.from + ms })}
        />
        <Select
          className="hand-in-steps"
          aria-label={text('handIn.cut.byStep')}
          placeholder={text('handIn.cut.byStep')}
          value={inSteps.length === 1 ? inSteps[0]?.id : undefined}
          options={report.steps.map((step) => ({
            value: step.id,
            label: `${formatClock(step.from - span.from)} ${step.name}`,
          }))}
          onChange={(id: string) => {
            const step = report.steps.find((each) => each.id === id);
            if (step) choose(step);
          }}
        />
      </div>
      <p className="zyb-weak">{text('handIn.cut.keys')}</p>
      {!isEmpty && (
        <p role="status">
          {text(
            'handIn.cut.takesOut',
            formatDuration(chosen.to - chosen.from, text),
            figures.actions,
            figures.requests,
            figures.screenshots,
            figures.incidents,
          )}
        </p>
      )}
      {painPoints > 0 && !isEmpty && (
        <Alert type="warning" showIcon title={text('handIn.cut.painPoints', painPoints)} />
      )}
      {figures.bookmarks > 0 && !isEmpty && (
        <Alert type="warning" showIcon title={text('handIn.cut.bookmarks', figures.bookmarks)} />
      )}
      {busy && <Progress percent={percentOf(busy)} size="small" status="active" />}
      {painPoints > 0 ? (
        <Popconfirm
          title={text('handIn.cut.sure', painPoints)}
          okText={text('handIn.cut.do')}
          cancelText={text('review.cancel')}
          onConfirm={() => void cut()}
          disabled={isEmpty}
        >
          {button}
        </Popconfirm>
      ) : (
        button
      )}
    </div>
  );
}

const clamp = (at: number, { from, to }: Stretch) => Math.max(from, Math.min(to, at));
