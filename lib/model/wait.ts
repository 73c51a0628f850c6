import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

export const waitKinds = ['captcha', 'sms', 'scan', 'face', 'spinner', 'queue'] as const;

/**
 * 等待: a stretch in which the page kept the walker waiting and said so: a human verification (captcha, SMS code,
 * scan, face) from its appearance or request until it was answered, or a spinner or queue on the screen.
 */
export const Wait = z.object({
  id: Id,
  at: Moment,
  /** Still open when last heard of: then the end is the end of what was seen. */
  to: Moment,
  stream: Id.optional(),
  tab: z.number().int(),
  frame: z.number().int(),
  kind: z.enum(waitKinds),
  /** For verifications: passed, refused, or never seen to end. */
  outcome: z.enum(['passed', 'failed', 'unknown']).default('unknown'),
  /** Spinners and queues: the page's words. `before`: a refusal whose attempt, on the page before, is not known. */
  detail: ShortText.default(''),
});
export type Wait = z.infer<typeof Wait>;

/** The kinds in which a person has to prove something. */
export const verificationKinds: ReadonlySet<Wait['kind']> = new Set(['captcha', 'sms', 'scan', 'face']);
