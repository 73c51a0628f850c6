/** Milliseconds of "75", "1:15", "01:15.5" or "1:01:15"; undefined for anything else. */
export function parseClock(typed: string): number | undefined {
  const match = /^\s*(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})(?:[.．](\d{1,3}))?\s*$/.exec(
    typed.replaceAll('：', ':'),
  );
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', rest = ''] = match;
  return (
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0') || 0)
  );
}

/** Time since the start with tenths, as it can be typed again: "01:15.5". */
export function clockText(ms: number): string {
  const tenths = Math.max(0, Math.round(ms / 100));
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${String(minutes).padStart(2, '0')}:${String(Math.floor(rest / 10)).padStart(2, '0')}.${rest % 10}`;
}
