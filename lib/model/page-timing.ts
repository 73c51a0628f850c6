import { Duration, Id, Moment } from './primitives.ts';
import { z } from './zod.ts';

/**
 * 页面性能: one document's own timings, from the browser's Navigation Timing and web-vitals. Milliseconds since the
 * navigation began, except `cls`, which has no unit. Undefined: not measured.
 */
export const PageTiming = z.object({
  /** One per document: the stream's id. */
  id: Id,
  at: Moment,
  stream: Id,
  tab: z.number().int(),
  frame: z.number().int(),
  url: z.string().max(8000).default(''),
  /** Time to first byte. */
  ttfb: Duration.optional(),
  domContentLoaded: Duration.optional(),
  load: Duration.optional(),
  /** First contentful paint. */
  fcp: Duration.optional(),
  /** Largest contentful paint. */
  lcp: Duration.optional(),
  /** Interaction to next paint. */
  inp: Duration.optional(),
  /** Cumulative layout shift. */
  cls: z.number().nonnegative().optional(),
});
export type PageTiming = z.infer<typeof PageTiming>;
