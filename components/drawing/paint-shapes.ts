import type { Shape } from '../../lib/model/drawing.ts';

/** Paints shapes over a canvas that holds a copy of their picture, as they look over the picture itself. */
export function paintShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[]): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const shape of shapes) {
    if (shape.kind === 'words') {
      context.font = `600 ${shape.size}px sans-serif`;
      context.setLineDash([]);
      context.strokeStyle = '#fff';
      context.lineWidth = shape.size / 4;
      context.strokeText(shape.text, shape.x, shape.y);
      context.fillStyle = shape.ink;
      context.fillText(shape.text, shape.x, shape.y);
      continue;
    }
    const path = new Path2D(shape.d);
    context.setLineDash([]);
    context.globalAlpha = 0.75;
    context.strokeStyle = '#fff';
    context.lineWidth = shape.width * 2;
    context.stroke(path);
    context.globalAlpha = 1;
    context.setLineDash(shape.dashed ? [shape.width * 3, shape.width * 2] : []);
    context.strokeStyle = shape.ink;
    context.lineWidth = shape.width;
    context.stroke(path);
  }
}
