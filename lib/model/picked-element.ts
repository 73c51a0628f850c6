import { ShortText } from './primitives.ts';
import type { Screenshot } from './screenshot.ts';
import { isSeenWithin, ScrollBox, shiftInBoxes } from './scroll-box.ts';
import { z } from './zod.ts';

const Point = z.object({ x: z.number(), y: z.number() });

/**
 * 页面元素: the thing on a page that a pain point is about, as the walker pointed at it. Described and redacted as an
 * action's element is; in metrics mode without a word of the page.
 */
export const PickedElement = z.object({
  /** What a person would call it, redacted: "下一步". */
  label: ShortText.default(''),
  role: ShortText.default(''),
  /** Several ways to find it again, best first: aria/…, text/…, CSS, xpath/…. */
  selectors: z.array(z.string().max(1000)).max(6).default([]),
  /** Its frame's place below the tab's main frame, as `Action.framePath`; empty in the main frame. */
  framePath: z.array(z.number().int().nonnegative()).max(30).optional(),
  /** Where it was in the frame's viewport, CSS pixels. */
  rect: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  /** How far the frame's document and the boxes it lay in were scrolled, and whether it stays where it is when that scrolls. */
  scroll: Point.optional(),
  boxes: z.array(ScrollBox).max(8).optional(),
  pinned: z.boolean().optional(),
  /** Where the frame's viewport began in the tab's, and the size of that; absent where nobody knows. */
  offset: Point.optional(),
  view: z.object({ width: z.number().positive(), height: z.number().positive() }).optional(),
  /** Redacted address of the frame. */
  url: z.string().max(8000).default(''),
});
export type PickedElement = z.infer<typeof PickedElement>;

type Box = { x: number; y: number; width: number; height: number };
type Shot = Pick<Screenshot, 'width' | 'height' | 'view' | 'scroll' | 'boxes' | 'frames'>;

/**
 * Where the element stands on a picture, in the picture's own pixels; undefined where it was scrolled out of the
 * picture or nobody knows where its frame was.
 */
export function boxOnPicture(element: PickedElement, shot: Shot): Box | undefined {
  const path = element.framePath?.join();
  const frame = path ? shot.frames?.find((each) => each.path?.join() === path) : undefined;
  const from = path ? (frame ?? element.offset) : { x: 0, y: 0 };
  if (path === undefined || !from) return undefined;
  const scrolled = path ? frame?.scroll : shot.scroll;
  const inBoxes = shiftInBoxes(element.boxes, path ? frame?.boxes : shot.boxes);
  if (!inBoxes) return undefined;
  const moved =
    element.pinned || !element.scroll || !scrolled
      ? { x: 0, y: 0 }
      : { x: element.scroll.x - scrolled.x, y: element.scroll.y - scrolled.y };
  const view = shot.view ?? element.view;
  const scale = view ? shot.width / view.width : 1;
  const inFrame = {
    ...element.rect,
    x: element.rect.x + moved.x + inBoxes.by.x,
    y: element.rect.y + moved.y + inBoxes.by.y,
  };
  if (!isSeenWithin(inFrame, inBoxes.within)) return undefined;
  const { x: kx, y: ky } = frame?.scale ?? { x: 1, y: 1 };
  const box = {
    x: (from.x + inFrame.x * kx) * scale,
    y: (from.y + inFrame.y * ky) * scale,
    width: inFrame.width * kx * scale,
    height: inFrame.height * ky * scale,
  };
  return inside(box, shot);
}

function inside(box: Box, { width, height }: Pick<Shot, 'width' | 'height'>): Box | undefined {
  const [left, top] = [Math.max(0, box.x), Math.max(0, box.y)];
  const [right, bottom] = [Math.min(width, box.x + box.width), Math.min(height, box.y + box.height)];
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined;
}
