import type { FrameMeasure } from '../messages.ts';

export type Rectangle = [x: number, y: number, width: number, height: number];
/** Where a child frame's viewport begins in the tab's, CSS pixels. */
export type FramePlace = { token: string; x: number; y: number };

/** Room around each rectangle, CSS pixels: glyphs overhang their boxes. */
const margin = 2;

/**
 * Every frame's sensitive rectangles in the tab's viewport, CSS pixels, cut to their frames. A frame that measured
 * itself but whose place nobody knows makes the whole result undefined: then no picture may be kept.
 */
export function placeRectangles(
  top: FrameMeasure,
  frames: readonly FrameMeasure[],
): { rectangles: Rectangle[]; width: number; height: number; places: FramePlace[] } | undefined {
  const byToken = new Map(frames.map((frame) => [frame.token, frame]));
  const placed = new Set<string>();
  const rectangles: Rectangle[] = [];
  const places: FramePlace[] = [];
  const place = (frame: FrameMeasure, x: number, y: number, clip: Rectangle, depth: number): void => {
    if (placed.has(frame.token) || depth > 20) return;
    placed.add(frame.token);
    if (depth > 0) places.push({ token: frame.token, x, y });
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
      if (inner) place(measured, x + child.x, y + child.y, inner, depth + 1);
      else placed.add(measured.token);
    }
  };
  place(top, 0, 0, [0, 0, top.width, top.height], 0);
  if (frames.some((frame) => !placed.has(frame.token) && frame.sensitive.length > 0)) return undefined;
  return { rectangles, width: top.width, height: top.height, places };
}

function intersect([x, y, width, height]: Rectangle, [cx, cy, cw, ch]: Rectangle): Rectangle | undefined {
  const left = Math.max(x, cx);
  const up = Math.max(y, cy);
  const right = Math.min(x + width, cx + cw);
  const down = Math.min(y + height, cy + ch);
  return right > left && down > up ? [left, up, right - left, down - up] : undefined;
}
