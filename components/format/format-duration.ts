import type { Text } from '../text.tsx';

const two = (value: number) => String(value).padStart(2, '0');

/** A length of time as people say it: "0.4 秒", "12 秒", "2 分 05 秒", "1 小时 03 分". */
export function formatDuration(ms: number, text: Text): string {
  if (ms < 9_950) return text('format.seconds', (Math.round(ms / 100) / 10).toString());
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return text('format.seconds', seconds);
  if (seconds < 3600) return text('format.minutes', Math.floor(seconds / 60), two(seconds % 60));
  const minutes = Math.round(seconds / 60);
  return text('format.hours', Math.floor(minutes / 60), two(minutes % 60));
}

/** Time since the start as a player shows it: "02:05", "1:02:05". Never below zero. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
