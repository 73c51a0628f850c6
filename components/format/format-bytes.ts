const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Bytes with one decimal at most: "812 B", "3.4 MB". */
export function formatBytes(bytes: number): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const shown = unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${shown} ${units[unit]}`;
}

/** A share as a whole percentage that says 100 only when nothing is missing; undefined when the whole is 0. */
export function formatShare(part: number, whole: number): string | undefined {
  if (whole <= 0) return undefined;
  const share = (part / whole) * 100;
  return `${part >= whole ? 100 : Math.max(0, Math.min(99, Math.floor(share)))}%`;
}
