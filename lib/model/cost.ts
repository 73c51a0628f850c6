import { Id } from './primitives.ts';
import { z } from './zod.ts';

/** The recorder's own cost on one page, in milliseconds of the page's thread, and what it sent. */
export const RecorderCost = z.object({
  stream: Id,
  snapshotMs: z.number().nonnegative(),
  eventsMs: z.number().nonnegative(),
  /** The longest stretch at which the page was held. */
  longestMs: z.number().nonnegative().default(0),
  events: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
});
export type RecorderCost = z.infer<typeof RecorderCost>;
