import { z } from './zod.ts';

/** A part of a page that scrolls by itself (a table's body, a dialog), and how far it was scrolled, CSS pixels. */
export const ScrollBox = z.object({
  /** Its number in its document; negative where nobody heard of its scrolling before. */
  n: z.number().int(),
  x: z.number(),
  y: z.number(),
});
export type ScrollBox = z.infer<typeof ScrollBox>;

/** As it stood on a picture: also where, in its frame's viewport. */
export const ShownBox = ScrollBox.extend({
  left: z.number(),
  top: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
});
export type ShownBox = z.infer<typeof ShownBox>;

type Point = { x: number; y: number };

/** Some of it, in its frame's viewport, is seen inside all of these boxes. */
export function isSeenWithin(
  { x, y, width = 0, height = 0 }: Point & { width?: number; height?: number },
  within: readonly ShownBox[],
): boolean {
  return within.every(
    (box) =>
      x + width >= box.left &&
      y + height >= box.top &&
      x <= box.left + box.width &&
      y <= box.top + box.height,
  );
}

/**
 * How much further right and down what lies in these boxes stood on a picture, CSS pixels, and the boxes outside of which
 * it is not seen there; undefined where nobody knows how far they were scrolled then. `shown`: the document's boxes that
 * were ever scrolled before the picture.
 */
export function shiftInBoxes(
  boxes: readonly ScrollBox[] = [],
  shown: readonly ShownBox[] | undefined,
): { by: Point; within: ShownBox[] } | undefined {
  const by = { x: 0, y: 0 };
  const within: ShownBox[] = [];
  for (const { n, x, y } of boxes) {
    const then = shown?.find((each) => each.n === n);
    if (!then && (!shown || n < 0)) return undefined;
    by.x += x - (then?.x ?? 0);
    by.y += y - (then?.y ?? 0);
    if (then) within.push(then);
  }
  return { by, within };
}
