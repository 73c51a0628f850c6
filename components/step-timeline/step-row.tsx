import { Tag } from 'antd';
import { useMemo } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Step } from '../../lib/model/step.ts';
import { measuredTime, unseenIn } from '../../lib/model/unseen-time.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { ReviewEdits } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { StepBar } from './step-bar.tsx';
import { countsIn } from './step-counts.ts';
import { StepMenu } from './step-menu.tsx';
import { segmentsOf, waitingParts } from './step-segments.ts';

/** One step: its name, its time and what it was made of, what happened in it. A click goes to its beginning. */
export function StepRow(props: {
  report: SessionReport;
  step: Step;
  index: number;
  longest: number;
  current: boolean;
  replay: ReplayHandle;
  edits: ReviewEdits | undefined;
  onRename(): void;
}) {
  const { report, step, index, current, replay, edits } = props;
  const text = useText();
  const unseenMs = useMemo(() => unseenIn(report, step), [report, step]);
  const counts = useMemo(() => countsIn(report, step), [report, step]);
  const part = (kind: 'active' | 'waiting' | 'idle') => {
    const ms = measuredTime(step, kind, unseenMs);
    return `${text(`review.steps.part.${kind}`)} ${ms === undefined ? text('review.unobserved') : formatDuration(ms, text)}`;
  };
  const waitedFor = waitingParts(step)
    .map((each) => `${text(`review.steps.part.${each.kind}`)} ${formatDuration(each.ms, text)}`)
    .join(text('signals.waiting.and'));
  const waiting = waitedFor ? text('signals.waiting.of', part('waiting'), waitedFor) : part('waiting');
  return (
    <li className="step-row" aria-current={current} data-editable={edits !== undefined}>
      <button type="button" className="step-main" onClick={() => replay.seek(step.from)}>
        <span className="step-head">
          <span className="step-number">{index + 1}</span>
          <span
            className="step-name zyb-cut"
            title={step.detectedName && text('review.steps.detected', step.detectedName)}
          >
            {step.name}
          </span>
          <Tag variant="filled">{text(`stage.${step.stage}`)}</Tag>
          <span className="zyb-clock">{formatClock(step.from - report.session.startedAt)}</span>
          <strong className="step-total">{formatDuration(step.times.wall, text)}</strong>
        </span>
        <StepBar segments={segmentsOf(step, unseenMs)} share={step.times.wall / props.longest} />
        <span className="step-facts zyb-weak">
          <span>
            {step.identity
              ? [text('review.steps.identity'), waitedFor].filter(Boolean).join(' · ')
              : `${part('active')} · ${waiting} · ${part('idle')}`}
          </span>
          <span className="step-counts">
            {counts.actions !== undefined && <span>{text('review.steps.actions', counts.actions)}</span>}
            {counts.incidents > 0 && (
              <span data-tone="warn">{text('review.steps.incidents', counts.incidents)}</span>
            )}
            {counts.painPoints > 0 && (
              <span data-tone="bad">{text('review.steps.painPoints', counts.painPoints)}</span>
            )}
            {counts.gaps > 0 && <span data-tone="warn">{text('review.steps.gaps', counts.gaps)}</span>}
          </span>
        </span>
      </button>
      {edits && (
        <StepMenu step={step} first={index === 0} replay={replay} edits={edits} onRename={props.onRename} />
      )}
    </li>
  );
}
