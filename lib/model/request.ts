import { Duration, Id, LongText, Moment } from './primitives.ts';
import { z } from './zod.ts';

/** One network request as the browser reported it. No headers, no bodies, no parameter values. */
export const Request = z.object({
  id: Id,
  at: Moment,
  duration: Duration,
  tab: z.number().int(),
  frame: z.number().int(),
  /** The browser's resource type: main_frame, sub_frame, xmlhttprequest, script, image … */
  type: z.string().max(40),
  method: z.string().max(20),
  url: LongText,
  status: z.number().int().optional(),
  /** net::ERR_… when there was no answer. */
  error: z.string().max(200).optional(),
  redirects: z.number().int().nonnegative().default(0),
});
export type Request = z.infer<typeof Request>;
