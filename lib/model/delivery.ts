import { Id, Moment, ShortText } from './primitives.ts';
import { Receipt } from './receipt.ts';
import { z } from './zod.ts';

/** A hand-in on its way: waiting -> sending -> kept, or refused; waiting again after a fault that may pass. */
export const Delivery = z.object({
  sessionId: Id,
  /** When a person asked for it; the report's `createdAt`, so that every try sends the same bytes. */
  askedAt: Moment.optional(),
  /** When the newest try began to read the session. */
  triedAt: Moment.optional(),
  /** When the session was last changed here since it was put in the queue. */
  changedAt: Moment.optional(),
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

/** True where the collector keeps a session, but not what was changed in it after the try that it kept began. */
export function hasUnsentChanges({ state, askedAt, triedAt, changedAt }: Delivery): boolean {
  return state === 'kept' && changedAt !== undefined && changedAt >= (triedAt ?? askedAt ?? 0);
}

/** True where the collector keeps all there is of a session. */
export function isWhollyKept(delivery: Delivery | undefined): boolean {
  return delivery?.state === 'kept' && delivery.receipt !== undefined && !hasUnsentChanges(delivery);
}
