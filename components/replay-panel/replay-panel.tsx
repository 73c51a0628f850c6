import { useCallback } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatAddress } from '../format/format-address.ts';
import type { CreateReplay, ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import type { ReplayHandle } from './create-replay-handle.ts';
import { findAround, findLastBefore } from './last-before.ts';
import './replay-panel.css';
import { type ReplayCommand, useReplayKeys } from './replay-keys.ts';
import { ReplayStage } from './replay-stage.tsx';
import { ScrubBar } from './scrub-bar.tsx';
import { boundaryFrom, type Span } from './scrub-geometry.ts';
import { Transport } from './transport.tsx';
import { useReplay } from './use-replay.ts';

/** The player with everything around it: where we are, the picture, the bar, the buttons, the keys. */
export function ReplayPanel(props: {
  report: SessionReport;
  span: Span;
  source: ReviewSource;
  createReplay: CreateReplay;
  replay: ReplayHandle;
}) {
  const { report, span, replay } = props;
  const text = useText();
  const goStep = useCallback(
    (direction: 1 | -1) => {
      const to = boundaryFrom(
        report.steps.map((step) => step.from),
        replay.getState().at,
        direction,
      );
      if (to !== undefined) replay.seek(to);
    },
    [report.steps, replay],
  );
  useReplayKeys(
    useCallback(
      (command: ReplayCommand) => {
        if (command.do === 'toggle') replay.toggle();
        else if (command.do === 'step') goStep(command.direction);
        else replay.seek(Math.min(span.to, Math.max(span.from, replay.getState().at + command.ms)));
      },
      [replay, goStep, span.from, span.to],
    ),
  );
  return (
    <section className="replay-panel" aria-label={text('review.replay.title')}>
      <ReplayPlace report={report} replay={replay} />
      <ReplayStage
        key={report.chunks.length}
        report={report}
        source={props.source}
        createReplay={props.createReplay}
        replay={replay}
      />
      <ScrubBar report={report} span={span} replay={replay} />
      <Transport replay={replay} span={span} onStep={goStep} />
    </section>
  );
}

/** Step, tab and address at this moment. */
function ReplayPlace({ report, replay }: { report: SessionReport; replay: ReplayHandle }) {
  const text = useText();
  const step = useReplay(replay, (state) => findAround(report.steps, state.at));
  const tab = useReplay(replay, (state) => state.tab ?? findLastBefore(report.visits, state.at)?.tab);
  const url = useReplay(replay, (state) => {
    const visited = () => findLastBefore(report.visits, state.at)?.url ?? '';
    return state.status === 'gap' ? visited() || state.url : state.url || visited();
  });
  const tabs = [...new Set(report.visits.map((visit) => visit.tab))];
  return (
    <div className="replay-place">
      <strong className="zyb-cut">
        {step ? `${report.steps.indexOf(step) + 1}. ${step.name}` : text('review.replay.noStep')}
      </strong>
      <span className="replay-address zyb-cut" title={url}>
        {formatAddress(url)}
      </span>
      {tab !== undefined && tabs.length > 1 && (
        <span className="zyb-weak">{text('review.replay.tab', tabs.indexOf(tab) + 1, tabs.length)}</span>
      )}
    </div>
  );
}
