import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** 缺口: a stretch or frame that was not captured, and why. */
export const Gap = z.object({
  id: Id,
  from: Moment,
  to: Moment,
  why: z.enum([
    'identity-host',
    'not-granted',
    'no-script-here',
    'lost-batch',
    'recorder-stopped',
    'metrics-only',
    'over-budget',
    'picture-dropped',
    'browser-closed',
    'cut',
  ]),
  tab: z.number().int().optional(),
  stream: Id.optional(),
  detail: ShortText.default(''),
});
export type Gap = z.infer<typeof Gap>;
