const two = (value: number) => String(value).padStart(2, '0');

/** A moment as a date and time field has it, in local time: "2026-05-12T09:30"; '' where it is not said. */
export function toField(moment: number | undefined): string {
  if (!moment) return '';
  const date = new Date(moment);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that a date and time field says; undefined where it says none. */
export function fromField(field: string): number | undefined {
  const moment = field ? new Date(field).getTime() : Number.NaN;
  return Number.isFinite(moment) && moment > 0 ? moment : undefined;
}
