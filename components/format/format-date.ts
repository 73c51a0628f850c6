const two = (value: number) => String(value).padStart(2, '0');

/** An absolute moment in the reader's own time zone: "2026-03-18 09:30". */
export function formatDate(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The hour and minute alone, for the end of a span that began the same day. */
export function formatSpan(from: number, to: number): string {
  const start = formatDate(from);
  const end = formatDate(to);
  return `${start} – ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
}
