const two = (value: number) => String(value).padStart(2, '0');

/** A moment's day where it is read: "2026年5月12日". */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
}

/** The same with hour and minute: "2026年5月12日 09:30". */
export function momentOf(at: number): string {
  const date = new Date(at);
  return `${dayOf(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** "2026-06-30" as "2026年6月30日"; "2026" leaves month and day to be written by hand. */
export function writtenDay(date: string): string {
  const [year = '', month, day] = date.split('-');
  const gap = '\u3000';
  return `${year || gap.repeat(2)}年${month ? Number(month) : gap}月${day ? Number(day) : gap}日`;
}

/** A moment's day as it sorts and compares: "2026-05-12". */
export function isoDayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Time since the start as a player shows it: "06:12", "1:02:05". */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** A length of time: "12秒", "2分05秒", "1小时03分". */
export function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}秒`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}分${two(seconds % 60)}秒`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}小时${two(minutes % 60)}分`;
}
