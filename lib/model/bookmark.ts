import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/**
 * 时刻标记: "something was the matter here", set by one key while walking and filled in later. By itself it is neither
 * pain point nor highlight, and no list prints it.
 */
export const Bookmark = z.object({
  id: Id,
  at: Moment,
  /** The 60 seconds before it was set. */
  interval: z.object({ from: Moment, to: Moment }),
  stepId: Id.optional(),
  screenshotId: Id.optional(),
  /** Redacted address and title of the page where it was set. */
  url: z.string().max(8000).default(''),
  title: ShortText.default(''),
  /** The pain point or highlight it became. Should that one be taken back, the bookmark is to be filled in again. */
  filledAs: Id.optional(),
});
export type Bookmark = z.infer<typeof Bookmark>;

/** The bookmarks that nobody has filled in yet, in order of time. */
export function unfilled<B extends Bookmark>(
  bookmarks: readonly B[],
  painPoints: readonly { id: string }[],
): B[] {
  const there = new Set(painPoints.map(({ id }) => id));
  return bookmarks
    .filter(({ filledAs }) => filledAs === undefined || !there.has(filledAs))
    .sort((a, b) => a.at - b.at);
}
