import type { Point } from './areas.ts';

/** Draws what is about to be painted over, and the cross that arrow keys move. */
export function drawMarks(
  canvas: HTMLCanvasElement,
  { point, corner, cross }: { point: Point; corner: Point | undefined; cross: boolean },
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const unit = Math.max(1, canvas.width / 800);
  context.clearRect(0, 0, canvas.width, canvas.height);
  if (corner) {
    const [x, y] = [Math.min(corner.x, point.x), Math.min(corner.y, point.y)];
    const [width, height] = [Math.abs(corner.x - point.x), Math.abs(corner.y - point.y)];
    context.fillStyle = 'rgba(21, 87, 176, 0.35)';
    context.fillRect(x, y, width, height);
    context.strokeStyle = '#1557b0';
    context.lineWidth = 2 * unit;
    context.strokeRect(x, y, width, height);
  }
  if (!cross) return;
  // A light line beside a dark one is seen on any picture.
  for (const [colour, width] of [
    ['#ffffff', 5 * unit],
    ['#c0271d', 2 * unit],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(point.x - 14 * unit, point.y);
    context.lineTo(point.x + 14 * unit, point.y);
    context.moveTo(point.x, point.y - 14 * unit);
    context.lineTo(point.x, point.y + 14 * unit);
    context.stroke();
  }
}
