import { Id, Moment } from './primitives.ts';
import { z } from './zod.ts';

/** How many values of each kind one batch of a page masked: what is needed to tell the counts by step. */
export const MaskCount = z.object({
  id: Id,
  at: Moment,
  stream: Id,
  found: z.record(z.string().max(60), z.number().int().nonnegative()),
});
export type MaskCount = z.infer<typeof MaskCount>;

/** Adds the counts of `more` to `sum`. */
export function addCounts(
  sum: Record<string, number>,
  more: Readonly<Record<string, number>>,
  sign = 1,
): void {
  for (const [kind, count] of Object.entries(more)) sum[kind] = Math.max(0, (sum[kind] ?? 0) + sign * count);
}
