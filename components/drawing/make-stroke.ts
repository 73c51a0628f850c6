import { mostPoints, type Stroke, type StrokeColor } from '../../lib/model/drawing.ts';
import type { Point } from '../hand-in/areas.ts';

export const tools = ['box', 'arrow', 'line', 'text'] as const;
export type Tool = (typeof tools)[number];

/** Nearer points of a free line are one, pixels. */
const apart = 2;
/** Smaller strokes come about by a click that was no drag, pixels. */
const smallest = 4;

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** The way a pointer went with one more point; as it was where that says nothing new. */
export function withPoint(way: readonly Point[], point: Point): readonly Point[] {
  const last = way.at(-1);
  if (last && (distance(last, point) < apart || way.length >= mostPoints)) return way;
  return [...way, whole(point)];
}

/** The stroke a way makes with a tool; undefined for one that is too small to be meant. */
export function makeStroke(
  tool: Exclude<Tool, 'text'>,
  color: StrokeColor,
  way: readonly Point[],
): Stroke | undefined {
  const [from, to] = [way[0], way.at(-1)];
  if (!from || !to) return undefined;
  const [a, b] = [whole(from), whole(to)];
  if (tool === 'line') return way.length > 1 ? { kind: 'line', color, points: way.map(whole) } : undefined;
  if (distance(a, b) < smallest) return undefined;
  if (tool === 'arrow') return { kind: 'arrow', color, from: a, to: b };
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { kind: 'box', color, x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}
