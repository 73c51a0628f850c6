import { Empty } from 'antd';
import { useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { findAround, findLastBefore } from '../replay-panel/last-before.ts';
import { useReplay } from '../replay-panel/use-replay.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { ScreenshotLarge } from './screenshot-large.tsx';
import { ScreenshotPicture } from './screenshot-picture.tsx';

/** All pictures in order; one opens large, and leads to its moment in the replay. */
export function ScreenshotGrid(props: { report: SessionReport; source: ReviewSource; replay: ReplayHandle }) {
  const { report, source, replay } = props;
  const text = useText();
  const [open, setOpen] = useState<number>();
  const current = useReplay(replay, (state) => findLastBefore(report.screenshots, state.at)?.id);
  const since = report.session.startedAt;
  if (report.screenshots.length === 0) {
    const why =
      report.session.privacy === 'metrics' ? 'review.screenshots.metricsOnly' : 'review.screenshots.none';
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text(why)} />;
  }
  return (
    <>
      <div className="screenshot-grid">
        {report.screenshots.map((shot, index) => {
          const step = findAround(report.steps, shot.at)?.name ?? '';
          const name = text('review.screenshots.name', formatClock(shot.at - since), step);
          return (
            <button
              type="button"
              className="screenshot-tile"
              key={shot.id}
              aria-label={name}
              aria-current={shot.id === current}
              onClick={() => setOpen(index)}
            >
              <ScreenshotPicture shot={shot} source={source} />
              <span className="screenshot-caption">
                <span className="zyb-clock">{formatClock(shot.at - since)}</span>
                <span className="zyb-cut" title={step}>
                  {step}
                </span>
                <span className="zyb-weak screenshot-why">
                  {text(keyOf('review.screenshots.why', shot.why))}
                </span>
              </span>
            </button>
          );
        })}
      </div>
      <ScreenshotLarge
        report={report}
        source={source}
        index={open}
        onIndex={setOpen}
        onJump={(at) => {
          setOpen(undefined);
          replay.seek(at);
        }}
      />
    </>
  );
}
