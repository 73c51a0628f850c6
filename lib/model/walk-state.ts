import { Aim } from './aim.ts';
import { Id, Moment, ShortText } from './primitives.ts';
import { RatingLevel } from './rating.ts';
import { SessionState } from './session.ts';
import { Stage } from './stage.ts';
import { z } from './zod.ts';

/** What popup, side panel and in-page bar show of the walk that is open; `undefined` parts mean there is none. */
export const WalkState = z.object({
  session: z
    .object({
      id: Id,
      state: SessionState,
      itemName: ShortText,
      programmeId: Id,
      startedAt: Moment,
      /** Pauses that are over, ms. */
      pausedMs: z.number().nonnegative(),
      /** When the pause that is on now began. */
      pausedSince: Moment.optional(),
      privacy: z.enum(['full', 'metrics']),
      /** When the consent that holds was recorded. */
      consentAt: Moment.optional(),
      tabs: z.array(z.number().int()),
    })
    .optional(),
  /** The walker looks at a page that is not of the walk, or no page of it is left. */
  outside: z.boolean().optional(),
  step: z.object({ name: ShortText, stage: Stage, from: Moment }).optional(),
  counts: z.object({
    steps: z.number(),
    actions: z.number(),
    incidents: z.number(),
    screenshots: z.number(),
    painPoints: z.number(),
    masked: z.number(),
  }),
  /** Bookmarks that wait to be filled in; absent where there are none. */
  bookmarks: z.array(z.object({ id: Id, at: Moment, step: ShortText.default('') })).optional(),
  /** The element that the next tag will be about. */
  picked: z.object({ label: ShortText, role: ShortText }).optional(),
  /** The walker is pointing at an element just now. */
  picking: z.boolean().optional(),
  /** What the walker set out to look for; missing where nothing was. */
  aims: z.array(Aim).optional(),
  /** Pain points an aim can be found in, the newest first; only where there are aims. */
  tagged: z.array(z.object({ id: Id, at: Moment, checkItemId: Id })).optional(),
  /** How the walker rated it so far. */
  rating: RatingLevel.optional(),
  /** Things the walker must know now: a revoked permission, a full disk … as codes with an optional detail. */
  warnings: z.array(z.object({ code: Id, detail: ShortText.default('') })),
});
export type WalkState = z.infer<typeof WalkState>;
