import { LongText, Moment } from './primitives.ts';
import { z } from './zod.ts';

/** The five levels of 好差评, the best first, and what online services are rated on there. */
export const ratingLevels = [
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const;
export const RatingLevel = z.enum(ratingLevels);
export type RatingLevel = z.infer<typeof RatingLevel>;

export const ratingReasons = ['efficiency', 'guide', 'convenience', 'platform'] as const;
export const RatingReason = z.enum(ratingReasons);
export type RatingReason = z.infer<typeof RatingReason>;

/** 满意度评价: what the walker says of the whole; stated, never measured, and absent where nobody said anything. */
export const Rating = z.object({
  level: RatingLevel,
  reasons: z.array(RatingReason).max(ratingReasons.length).default([]),
  note: LongText.default(''),
  at: Moment,
});
export type Rating = z.infer<typeof Rating>;

/** What somebody gives as a rating; when is noted by whoever keeps it. */
export type RatingGiven = Omit<Rating, 'at'>;
