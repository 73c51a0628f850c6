import { Button, Segmented, Tooltip } from 'antd';
import { formatClock } from '../format/format-duration.ts';
import { Icon } from '../icon/icon.tsx';
import { useText } from '../text.tsx';
import type { ReplayHandle } from './create-replay-handle.ts';
import type { Span } from './scrub-geometry.ts';
import { useReplay } from './use-replay.ts';

const speeds = [0.5, 1, 2, 4, 8];

/** Play, steps, clock and speed. */
export function Transport(props: { replay: ReplayHandle; span: Span; onStep(direction: 1 | -1): void }) {
  const { replay, span, onStep } = props;
  const text = useText();
  const playing = useReplay(replay, (state) => state.playing);
  const second = useReplay(replay, (state) => Math.floor((state.at - span.from) / 1000));
  const speed = useReplay(replay, () => replay.getSpeed());
  const play = text(playing ? 'review.replay.pause' : 'review.replay.play');
  return (
    <div className="transport">
      <Tooltip title={text('review.replay.previousStep')}>
        <Button
          type="text"
          aria-label={text('review.replay.previousStep')}
          icon={<Icon name="previous" />}
          onClick={() => onStep(-1)}
        />
      </Tooltip>
      <Tooltip title={text('review.replay.spaceKey', play)}>
        <Button
          type="primary"
          shape="circle"
          aria-label={play}
          icon={<Icon name={playing ? 'pause' : 'play'} />}
          onClick={() => replay.toggle()}
        />
      </Tooltip>
      <Tooltip title={text('review.replay.nextStep')}>
        <Button
          type="text"
          aria-label={text('review.replay.nextStep')}
          icon={<Icon name="next" />}
          onClick={() => onStep(1)}
        />
      </Tooltip>
      <span className="transport-clock" aria-live="off">
        <strong>{formatClock(second * 1000)}</strong> / {formatClock(span.to - span.from)}
      </span>
      <span className="transport-legend" aria-hidden="true">
        <i data-kind="incident" /> {text('review.replay.legendIncident')}
        <i data-kind="pain" /> {text('review.replay.legendPain')}
        <i data-kind="gap" /> {text('review.replay.legendGap')}
      </span>
      <Segmented
        size="small"
        aria-label={text('review.replay.speed')}
        value={speed}
        options={speeds.map((value) => ({ value, label: `${value}×` }))}
        onChange={(value) => replay.setSpeed(value)}
      />
    </div>
  );
}
