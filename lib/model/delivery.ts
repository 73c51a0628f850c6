import { Id, Moment, ShortText } from './primitives.ts';
import { Receipt } from './receipt.ts';
import { z } from './zod.ts';

/** A hand-in on its way: waiting -> sending -> kept, or refused; waiting again after a fault that may pass. */
export const Delivery = z.object({
  sessionId: Id,
  /** When a person asked for it; the report's `createdAt`, so that every try sends the same bytes. */
  askedAt: Moment.optional(),
  state: z.enum(['waiting', 'sending', 'kept', 'refused']),
  /** Objects the collector has confirmed, of all. */
  sent: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  attempts: z.number().int().nonnegative(),
  nextTryAt: Moment.optional(),
  /** Why it waits or was refused: a stable code and the collector's or our own sentence. */
  problem: z.object({ code: Id, message: z.string().max(2000), field: ShortText.optional() }).optional(),
  receipt: Receipt.optional(),
  updatedAt: Moment,
});
export type Delivery = z.infer<typeof Delivery>;
