import type { FrameMeasure } from '../messages.ts';
import type { ShownBox } from '../model/scroll-box.ts';

export type Rectangle = [x: number, y: number, width: number, height: number];
type Point = { x: number; y: number };
/** Where a child frame's viewport begins in the tab's, CSS pixels; its place below the main frame, if it is counted. */
export type FramePlace = Point & {
  token: string;
  path?: number[];
  width: number;
  height: number;
  scroll: Point;
  boxes?: ShownBox[] | undefined;
};

/** Room around each rectangle, CSS pixels: glyphs overhang their boxes. */
const margin = 2;

/**
 * Every frame's sensitive rectangles in the tab's viewport, CSS pixels, cut to their frames. A frame that measured
 * itself but whose place nobody knows makes the whole result undefined: then no picture may be kept.
 */
export function placeRectangles(
  top: FrameMeasure,
  frames: readonly FrameMeasure[],
):
  | {
      rectangles: Rectangle[];
      width: number;
      height: number;
      scroll: Point;
      boxes: ShownBox[] | undefined;
      places: FramePlace[];
    }
  | undefined {
  const byToken = new Map(frames.map((frame) => [frame.token, frame]));
  const placed = new Set<string>();
  const rectangles: Rectangle[] = [];
  const places: FramePlace[] = [];
  const place = (frame: FrameMeasure, x: number, y: number, clip: Rectangle, path: number[]): void => {
    const depth = path.length;
    if (placed.has(frame.token) || depth > 20) return;
    placed.add(frame.token);
    const { token, width, height, scroll, boxes } = frame;
    if (depth > 0)
      places.push({ token, ...(path.includes(-1) ? {} : { path }), x, y, width, height, scroll, boxes });
    for (const [left, up, width, height] of frame.sensitive) {
      const cut = intersect(
        [x + left - margin, y + up - margin, width + 2 * margin, height + 2 * margin],
        clip,
      );
      if (cut) rectangles.push(cut);
    }
    for (const child of frame.children) {
      const measured = byToken.get(child.token);
      const inner = intersect([x + child.x, y + child.y, child.width, child.height], clip);
      if (!measured) {
        // A frame nobody could look into is painted over whole.
        if (inner) rectangles.push(inner);
        continue;
      }
      if (inner) place(measured, x + child.x, y + child.y, inner, [...path, child.place]);
      else placed.add(measured.token);
    }
  };
  place(top, 0, 0, [0, 0, top.width, top.height], []);
  if (frames.some((frame) => !placed.has(frame.token) && frame.sensitive.length > 0)) return undefined;
  const { width, height, scroll, boxes } = top;
  return { rectangles, width, height, scroll, boxes, places };
}

function intersect([x, y, width, height]: Rectangle, [cx, cy, cw, ch]: Rectangle): Rectangle | undefined {
  const left = Math.max(x, cx);
  const up = Math.max(y, cy);
  const right = Math.min(x + width, cx + cw);
  const down = Math.min(y + height, cy + ch);
  return right > left && down > up ? [left, up, right - left, down - up] : undefined;
}
