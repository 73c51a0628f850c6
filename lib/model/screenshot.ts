import { Id, Moment, Sha256 } from './primitives.ts';
import { z } from './zod.ts';

/** 截图: what the tab showed, personal data painted over before it was stored. */
export const Screenshot = z.object({
  id: Id,
  at: Moment,
  tab: z.number().int(),
  why: z.enum(['step', 'incident', 'pain-point', 'manual']),
  object: Sha256,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Rectangles painted over. */
  masked: z.number().int().nonnegative(),
  /** How it was made: the browser's own picture, or drawn from the DOM where that was not allowed. */
  by: z.enum(['tab', 'dom']),
});
export type Screenshot = z.infer<typeof Screenshot>;
