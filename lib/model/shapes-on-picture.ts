import { type Shape, shapesOf, unitOf } from './drawing.ts';
import type { PainPoint } from './pain-point.ts';
import { boxOnPicture } from './picked-element.ts';
import type { Screenshot } from './screenshot.ts';

/** The colour of the element that was pointed at, which nobody drew. */
const elementInk = '#1557b0';

/** What lies over the picture of a pain point: a dashed frame around its element, and what was drawn. */
export function shapesOnPicture(
  { element, drawing, screenshotId }: Pick<PainPoint, 'element' | 'drawing' | 'screenshotId'>,
  shot: Pick<Screenshot, 'id' | 'width' | 'height' | 'view' | 'scroll' | 'frames'>,
): Shape[] {
  // Both were made on one picture and say nothing on another.
  if (shot.id !== screenshotId) return [];
  const box = element && boxOnPicture(element, shot);
  return [...(box ? [frameAround(box, shot.width)] : []), ...shapesOf(drawing ?? [], shot.width)];
}

type Box = NonNullable<ReturnType<typeof boxOnPicture>>;

function frameAround({ x, y, width, height }: Box, pictureWidth: number): Shape {
  const round = (value: number) => Math.round(value * 10) / 10;
  const d = `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
  return { kind: 'path', d, ink: elementInk, width: 2.5 * unitOf(pictureWidth), dashed: true };
}
