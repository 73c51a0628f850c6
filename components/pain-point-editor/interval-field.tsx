import { Button } from 'antd';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { useReplay } from '../replay-panel/use-replay.ts';
import { useText } from '../text.tsx';
import { setFrom, setTo } from './set-interval.ts';

/** The replay interval; both ends are set from the moment the player shows. Value and onChange come from the form. */
export function IntervalField(props: {
  startedAt: number;
  replay: ReplayHandle;
  value?: PainPoint['interval'];
  onChange?(interval: PainPoint['interval']): void;
}) {
  const { startedAt, replay, value, onChange } = props;
  const text = useText();
  const at = useReplay(replay, (state) => state.at);
  if (!value) return null;
  const here = formatClock(at - startedAt);
  return (
    <div className="interval-field">
      <strong className="zyb-clock">
        {formatClock(value.from - startedAt)} – {formatClock(value.to - startedAt)}
      </strong>
      <span className="zyb-weak">{formatDuration(value.to - value.from, text)}</span>
      <Button size="small" onClick={() => onChange?.(setFrom(value, at))}>
        {text('review.painPoints.beginHere', here)}
      </Button>
      <Button size="small" onClick={() => onChange?.(setTo(value, at))}>
        {text('review.painPoints.endHere', here)}
      </Button>
    </div>
  );
}
