import { z } from './zod.ts';

/** A calendar day such as 2031-03-09, without time or zone. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as 2031-03-09')
  .refine((day) => toUtc(day) !== undefined, 'no such day');
export type Day = string;

/**
 * When something is due. `afterStart`: days after the day on which the programme begins here; `yearly`: on the same day
 * of every year; `day`: as edited by the office; `open`: the document gives no time.
 */
export const Deadline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('afterStart'), days: z.number().int().min(0).max(3660) }),
  z.object({
    kind: z.literal('yearly'),
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
  }),
  z.object({ kind: z.literal('day'), day: Day }),
  z.object({ kind: z.literal('open') }),
]);
export type Deadline = z.infer<typeof Deadline>;

const dayMs = 86_400_000;

/** The day itself; undefined while it cannot be told (no start known, or left open). `today` decides a yearly one. */
export function dueOn(deadline: Deadline, startsOn: Day | undefined, today: Day): Day | undefined {
  if (deadline.kind === 'day') return deadline.day;
  if (deadline.kind === 'yearly') {
    const year = Number(today.slice(0, 4));
    const inYear = (of: number) =>
      new Date(lastOf(of, deadline.month, deadline.day)).toISOString().slice(0, 10);
    const thisYear = inYear(year);
    return thisYear >= today ? thisYear : inYear(year + 1);
  }
  const start = deadline.kind === 'afterStart' && startsOn ? toUtc(startsOn) : undefined;
  if (start === undefined || deadline.kind !== 'afterStart') return undefined;
  return new Date(start + deadline.days * dayMs).toISOString().slice(0, 10);
}

function toUtc(day: Day): number | undefined {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : at;
}

/** 31 of a shorter month is its last day. */
function lastOf(year: number, month: number, day: number): number {
  return Math.min(Date.UTC(year, month - 1, day), Date.UTC(year, month, 0));
}
