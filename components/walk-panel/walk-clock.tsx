import type { WalkState } from '../../lib/model/walk-state.ts';
import { formatClock } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import { elapsedMs } from './elapsed.ts';
import { useNow } from './use-now.ts';

/** The time walked so far; it stands still in a pause. */
export function WalkClock({
  session,
  now,
}: {
  session: NonNullable<WalkState['session']>;
  now: () => number;
}) {
  const text = useText();
  const at = useNow(session.state === 'recording', now);
  const shown = formatClock(elapsedMs(session, at));
  return (
    <time className="zyb-clock" title={text('walk.now.elapsed', shown)}>
      {shown}
    </time>
  );
}
