import type { Text } from '../text.tsx';

/** A stated length of time, in words no finer than people say it: never clock-like, so that nobody takes it for measured. */
export function formatStated(ms: number, text: Text): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return text('byHand.about.minutes', minutes);
  const hours = Math.round(minutes / 6) / 10;
  return hours < 24
    ? text('byHand.about.hours', hours)
    : text('byHand.about.days', Math.round(hours / 2.4) / 10);
}
