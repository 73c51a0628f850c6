import { formatClock } from '../format/format-duration.ts';
import type { Text } from '../text.tsx';

/** A length of time short enough for a picture: "0.3秒", "12秒", "01:05", "1:02:05". */
export function shortTime(ms: number, text: Text): string {
  if (ms >= 59_500) return formatClock(Math.round(ms / 1000) * 1000);
  const seconds = ms < 9_950 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000);
  return text('clickPath.flow.seconds', seconds.toString());
}
