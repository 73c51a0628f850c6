/** An item's name as part of a file's name: without what file systems refuse, what is not seen, and what turns it around. */
export function nameForFile(name: string): string {
  return name.replace(/[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu, '_').slice(0, 40);
}

/** The day of a moment (Unix ms) where this computer is, as 2026-12-01. */
export function dayForFile(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
