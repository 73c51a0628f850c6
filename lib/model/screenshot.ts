import { Id, Moment, Sha256, ShortText } from './primitives.ts';
import { ShownBox } from './scroll-box.ts';
import { z } from './zod.ts';

/** 截图: what the tab showed, or 照片 of a walk entered by hand, personal data painted over before it was stored. */
export const Screenshot = z.object({
  id: Id,
  at: Moment,
  tab: z.number().int(),
  why: z.enum(['step', 'incident', 'pain-point', 'manual']),
  object: Sha256,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Size of the viewport it shows, CSS pixels; the picture may be finer. Missing in reports older than this. */
  view: z.object({ width: z.number().positive(), height: z.number().positive() }).optional(),
  /** How far the page was scrolled, CSS pixels. */
  scroll: z.object({ x: z.number(), y: z.number() }).optional(),
  /** Parts of the page that were ever scrolled by themselves; absent where not all of them are known. */
  boxes: z.array(ShownBox).max(50).optional(),
  /** Pixels of the screen to one CSS pixel. */
  scale: z.number().positive().optional(),
  /**
   * Where frames of its page stood in it, CSS pixels, by the token of the frame's stream and by its place below the
   * main frame (as `Action.framePath`); their size, how far they were scrolled, and their boxes, in their own pixels;
   * `scale`: how many of the page's one of those was, where they were drawn larger or smaller.
   */
  frames: z
    .array(
      z.object({
        token: Id,
        path: z.array(z.number().int().nonnegative()).max(30).optional(),
        x: z.number(),
        y: z.number(),
        width: z.number().nonnegative().optional(),
        height: z.number().nonnegative().optional(),
        scale: z.object({ x: z.number().positive(), y: z.number().positive() }).optional(),
        scroll: z.object({ x: z.number(), y: z.number() }).optional(),
        boxes: z.array(ShownBox).max(50).optional(),
      }),
    )
    .max(500)
    .optional(),
  /** Rectangles painted over. */
  masked: z.number().int().nonnegative(),
  /** Areas the walker painted over afterwards, in the pixels. */
  painted: z.number().int().nonnegative().optional(),
  /**
   * How it was made: the browser's own picture, drawn from the DOM where that was not allowed, or a photo that the
   * walker added to a walk entered by hand.
   */
  by: z.enum(['tab', 'dom', 'photo']),
  /** What the walker says is in a photo. */
  caption: ShortText.optional(),
});
export type Screenshot = z.infer<typeof Screenshot>;
