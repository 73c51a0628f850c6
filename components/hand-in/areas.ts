import type { Area } from './hand-in-props.ts';

export type Point = { x: number; y: number };
export type Size = { width: number; height: number };

/** The rectangle between two corners, whole pixels, inside the picture. */
export function areaBetween(a: Point, b: Point, size: Size): Area {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map((x) => clamp(x, size.width));
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)].map((y) => clamp(y, size.height));
  const [x, y] = [Math.floor(left ?? 0), Math.floor(top ?? 0)];
  return { x, y, width: Math.ceil(right ?? 0) - x, height: Math.ceil(bottom ?? 0) - y };
}

/** Smaller ones come about by a click that was no drag. */
export const isWorthPainting = ({ width, height }: Area): boolean => width >= 3 && height >= 3;

/** A point moved by an arrow key; with Shift by single pixels. Undefined for other keys. */
export function movedBy(key: string, point: Point, size: Size, fine: boolean): Point | undefined {
  const step = fine ? 1 : Math.max(4, Math.round(size.width / 80));
  const by: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const move = by[key];
  return move && { x: clamp(point.x + move[0], size.width), y: clamp(point.y + move[1], size.height) };
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
