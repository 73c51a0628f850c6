import { Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { unseenIn } from '../../lib/model/unseen-time.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { findAround } from '../replay-panel/last-before.ts';
import { useReplay } from '../replay-panel/use-replay.ts';
import type { ReviewEdits } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { StepEditor } from './step-editor.tsx';
import { StepLegend } from './step-legend.tsx';
import { StepRow } from './step-row.tsx';
import { totalsOf } from './step-segments.ts';
import './step-timeline.css';

/** The steps in order with what their time was made of; names and boundaries may be corrected, times never. */
export function StepTimeline(props: {
  report: SessionReport;
  replay: ReplayHandle;
  edits?: ReviewEdits | undefined;
}) {
  const { report, replay, edits } = props;
  const text = useText();
  const [editing, setEditing] = useState<string>();
  const current = useReplay(replay, (state) => findAround(report.steps, state.at)?.id);
  const longest = useMemo(() => Math.max(1, ...report.steps.map((step) => step.times.wall)), [report.steps]);
  const totals = useMemo(() => totalsOf(report.steps, (step) => unseenIn(report, step)), [report]);
  if (report.steps.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('review.steps.none')} />;
  }
  return (
    <>
      <StepLegend totals={totals} />
      <ol className="step-list">
        {report.steps.map((step, index) => (
          <StepRow
            key={step.id}
            report={report}
            step={step}
            index={index}
            longest={longest}
            current={step.id === current}
            replay={replay}
            edits={edits}
            onRename={() => setEditing(step.id)}
          />
        ))}
      </ol>
      {edits && (
        <StepEditor
          step={report.steps.find((step) => step.id === editing)}
          edits={edits}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
