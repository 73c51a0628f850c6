import type { FrameMeasure } from '../messages.ts';
import type { ShownBox } from '../model/scroll-box.ts';

export type Rectangle = [x: number, y: number, width: number, height: number];
type Point = { x: number; y: number };
/**
 * Where a child frame's viewport begins in the tab's, CSS pixels; its place below the main frame, if it is counted. Its
 * size is in its own pixels; `scale`: of the tab's to one of them, where it is drawn larger or smaller.
 */
export type FramePlace = Point & {
  token: string;
  path?: number[];
  scale?: Point;
  width: number;
  height: number;
  scroll: Point;
  boxes?: ShownBox[] | undefined;
};

/** Room around each rectangle, CSS pixels: glyphs overhang their boxes. */
const margin = 2;
/** A frame's own pixels are whole: what it is shown at may be so much larger or smaller without being scaled. */
const sameSize = 1;

/**
 * Every frame's sensitive rectangles in the tab's viewport, CSS pixels, cut to their frames. A frame that measured
 * itself but whose place nobody knows makes the whole result undefined, as does a page that says so: then no picture may
 * be kept.
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
  if (top.noPicture) return undefined;
  const byToken = new Map(frames.filter((each) => !each.noPicture).map((frame) => [frame.token, frame]));
  const placed = new Set<string>();
  const rectangles: Rectangle[] = [];
  const places: FramePlace[] = [];
  /** Nothing of a frame, nor of those in it, is seen. */
  const hide = (frame: FrameMeasure): void => {
    if (placed.has(frame.token)) return;
    placed.add(frame.token);
    for (const { token } of frame.children) {
      const measured = byToken.get(token);
      if (measured) hide(measured);
    }
  };
  const place = (frame: FrameMeasure, from: Point, scale: Point, clip: Rectangle, path: number[]): void => {
    const depth = path.length;
    if (placed.has(frame.token) || depth > 20) return;
    placed.add(frame.token);
    const { token, width, height, scroll, boxes } = frame;
    if (depth > 0)
      places.push({
        token,
        ...(path.includes(-1) ? {} : { path }),
        ...from,
        ...(scale.x === 1 && scale.y === 1 ? {} : { scale }),
        width,
        height,
        scroll,
        boxes,
      });
    const drawn = (x: number, y: number, width: number, height: number): Rectangle => [
      from.x + x * scale.x,
      from.y + y * scale.y,
      width * scale.x,
      height * scale.y,
    ];
    const room = [margin * Math.max(scale.x, 1), margin * Math.max(scale.y, 1)] as const;
    for (const rectangle of frame.sensitive) {
      const [x, y, width, height] = drawn(...rectangle);
      const cut = intersect([x - room[0], y - room[1], width + 2 * room[0], height + 2 * room[1]], clip);
      if (cut) rectangles.push(cut);
    }
    for (const child of frame.children) {
      const measured = byToken.get(child.token);
      const shown = drawn(child.x, child.y, child.width, child.height);
      const inner = intersect(shown, clip);
      if (inner && measured?.width && measured.height && !child.turned) {
        const within = {
          x: scale.x * timesOf(child.width, measured.width),
          y: scale.y * timesOf(child.height, measured.height),
        };
        place(measured, { x: shown[0], y: shown[1] }, within, inner, [...path, child.place]);
        continue;
      }
      // A frame nobody could look into, or that is turned, is painted over whole.
      if (inner) rectangles.push(inner);
      if (measured) hide(measured);
    }
  };
  place(top, { x: 0, y: 0 }, { x: 1, y: 1 }, [0, 0, top.width, top.height], []);
  if (frames.some((frame) => !placed.has(frame.token) && frame.sensitive.length > 0)) return undefined;
  const { width, height, scroll, boxes } = top;
  return { rectangles, width, height, scroll, boxes, places };
}

/** How many times as large as in its own pixels a frame is shown. */
const timesOf = (shown: number, own: number): number => (Math.abs(shown - own) <= sameSize ? 1 : shown / own);

function intersect([x, y, width, height]: Rectangle, [cx, cy, cw, ch]: Rectangle): Rectangle | undefined {
  const left = Math.max(x, cx);
  const up = Math.max(y, cy);
  const right = Math.min(x + width, cx + cw);
  const down = Math.min(y + height, cy + ch);
  return right > left && down > up ? [left, up, right - left, down - up] : undefined;
}
