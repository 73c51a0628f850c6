import { Duration, Id, Moment, ShortText } from './primitives.ts';
import { Stage } from './stage.ts';
import { z } from './zod.ts';

/** Where a step's time went, in milliseconds. wall = active + waiting + idle + paused. */
export const StepTimes = z.object({
  wall: Duration,
  active: Duration,
  waiting: Duration,
  idle: Duration,
  paused: Duration,
  /** What the waiting was for; adds up to `waiting`. Missing in reports older than this. */
  waitingFor: z.object({ pageLoad: Duration, requests: Duration, verification: Duration }).optional(),
});
export type StepTimes = z.infer<typeof StepTimes>;

/**
 * 步骤: one named part of the walk. Detected; the walker may edit its name, stage and boundaries,
 * never its measured times, which are computed anew from the evidence between the boundaries.
 */
export const Step = z.object({
  id: Id,
  from: Moment,
  to: Moment,
  stage: Stage,
  name: ShortText.min(1),
  tab: z.number().int(),
  /** Redacted address of the page where the step began. */
  url: z.string().max(8000).default(''),
  /** What detection called it, once a person has changed the name. */
  detectedName: ShortText.optional(),
  edited: z.boolean().default(false),
  /** Nothing inside was recorded but the times (identity host). */
  identity: z.boolean().default(false),
  times: StepTimes,
});
export type Step = z.infer<typeof Step>;
