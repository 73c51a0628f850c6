import { z } from './zod.ts';

export const strokeColors = ['red', 'blue', 'green', 'yellow'] as const;
export const StrokeColor = z.enum(strokeColors);
export type StrokeColor = z.infer<typeof StrokeColor>;

/** Bounds that keep a hostile drawing from filling a reader's memory. */
export const mostStrokes = 200;
export const mostPoints = 1000;
export const longestLabel = 60;

/** In the picture's own pixels. */
const Pixel = z.number().finite().min(-20_000).max(20_000);
const Point = z.object({ x: Pixel, y: Pixel });
const color = StrokeColor.default('red');

/** 标注: one thing drawn over a screenshot. It lies beside the picture and is never painted into it. */
export const Stroke = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('box'),
    color,
    x: Pixel,
    y: Pixel,
    width: Pixel.nonnegative(),
    height: Pixel.nonnegative(),
  }),
  z.object({ kind: z.literal('arrow'), color, from: Point, to: Point }),
  z.object({ kind: z.literal('line'), color, points: z.array(Point).min(2).max(mostPoints) }),
  z.object({ kind: z.literal('text'), color, at: Point, text: z.string().max(longestLabel) }),
]);
export type Stroke = z.infer<typeof Stroke>;

/** What is drawn over one picture, the last one on top. */
export const Drawing = z.array(Stroke).max(mostStrokes);
export type Drawing = z.infer<typeof Drawing>;

const inks: Record<StrokeColor, string> = {
  red: '#d4281c',
  blue: '#1557b0',
  green: '#1a7f37',
  yellow: '#f2b600',
};
/** The colour in which a stroke is seen. */
export const inkOf = (stroke: Pick<Stroke, 'color'>): string => inks[stroke.color];

/** A stroke as every painter draws it: a path, or words with their left lower corner. */
export type Shape =
  | { kind: 'path'; d: string; ink: string; width: number; dashed?: boolean }
  | { kind: 'words'; x: number; y: number; text: string; ink: string; size: number };

/** A picture is looked at as if it were so wide: the same to the eye at any size. */
export const unitOf = (pictureWidth: number): number => Math.max(1, pictureWidth / 800);

/** Thickness and letters fit a picture of this width. */
export function shapesOf(drawing: readonly Stroke[], pictureWidth: number): Shape[] {
  const unit = unitOf(pictureWidth);
  return drawing.map((stroke): Shape => {
    const ink = inkOf(stroke);
    if (stroke.kind === 'text')
      return { kind: 'words', x: stroke.at.x, y: stroke.at.y, text: stroke.text, ink, size: 18 * unit };
    return { kind: 'path', d: pathOf(stroke, unit), ink, width: 3 * unit };
  });
}

function pathOf(stroke: Exclude<Stroke, { kind: 'text' }>, unit: number): string {
  if (stroke.kind === 'box') {
    const { x, y, width, height } = stroke;
    return `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
  }
  if (stroke.kind === 'line')
    return stroke.points.map(({ x, y }, at) => `${at ? 'L' : 'M'}${n(x)} ${n(y)}`).join('');
  const { from, to } = stroke;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (turn: number) => {
    const x = to.x - 14 * unit * Math.cos(angle + turn);
    const y = to.y - 14 * unit * Math.sin(angle + turn);
    return `M${n(to.x)} ${n(to.y)}L${n(x)} ${n(y)}`;
  };
  return `M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}${wing(0.45)}${wing(-0.45)}`;
}

const n = (value: number): number => Math.round(value * 10) / 10;
