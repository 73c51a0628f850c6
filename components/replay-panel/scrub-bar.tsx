import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import type { ReplayHandle } from './create-replay-handle.ts';
import { findAround } from './last-before.ts';
import { bandOf, momentAt, type Span, shareOf } from './scrub-geometry.ts';
import { ScrubMarks } from './scrub-marks.tsx';
import { useReplay } from './use-replay.ts';

/** From these shares of the bar on, a step's number and name have room. */
const room = { number: 0.04, name: 0.085 };

/** The whole walk as one bar: steps as bands, gaps hatched, marks above, the moment as a line. Drag to seek. */
export function ScrubBar(props: { report: SessionReport; span: Span; replay: ReplayHandle }) {
  const { report, span, replay } = props;
  const text = useText();
  const at = useReplay(replay, (state) => state.at);
  const [hover, setHover] = useState<number>();
  const momentOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return momentAt((event.clientX - box.left) / box.width, span);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: at - 5_000, ArrowRight: at + 5_000, Home: span.from, End: span.to }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    replay.seek(Math.min(span.to, Math.max(span.from, to)));
  };
  const widthOf = (step: Span) => shareOf(step.to, span) - shareOf(step.from, span);
  const stepAt = (moment: number) => findAround(report.steps, moment)?.name ?? '';
  return (
    <div className="scrub">
      <ScrubMarks report={report} span={span} replay={replay} />
      <div
        className="scrub-track"
        role="slider"
        tabIndex={0}
        aria-label={text('review.replay.position')}
        aria-valuemin={0}
        aria-valuemax={Math.round((span.to - span.from) / 1000)}
        aria-valuenow={Math.round((at - span.from) / 1000)}
        aria-valuetext={`${formatClock(at - span.from)} ${stepAt(at)}`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          replay.seek(momentOf(event));
        }}
        onPointerMove={(event) => {
          setHover(momentOf(event));
          if (event.buttons === 1) replay.seek(momentOf(event));
        }}
        onPointerLeave={() => setHover(undefined)}
      >
        {report.steps.map((step, index) => (
          <span
            key={step.id}
            className="scrub-step"
            data-odd={index % 2 === 1}
            data-current={step.from <= at && at < step.to}
            style={bandOf(step, span)}
          >
            {widthOf(step) >= room.number && index + 1}
            {widthOf(step) >= room.name && <span className="scrub-step-name">{step.name}</span>}
          </span>
        ))}
        {report.session.pauses.map((pause) => (
          <span
            key={pause.from}
            className="scrub-pause"
            style={bandOf({ from: pause.from, to: pause.to ?? span.to }, span)}
          />
        ))}
        {report.gaps.map((gap) => (
          <span key={gap.id} className="scrub-gap" style={bandOf(gap, span)} />
        ))}
        <span className="scrub-head" style={{ left: `${shareOf(at, span) * 100}%` }} />
      </div>
      {hover !== undefined && (
        <span
          className="scrub-hover"
          style={{ left: `clamp(60px, ${shareOf(hover, span) * 100}%, calc(100% - 60px))` }}
        >
          {formatClock(hover - span.from)} {stepAt(hover)}
        </span>
      )}
    </div>
  );
}
