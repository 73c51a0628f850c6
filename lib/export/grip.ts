import type { Action } from '../model/action.ts';

/** Where in the element the pointer was, CSS pixels from its corner; its middle where that is not known. */
export function gripOf({
  rect,
  point,
}: Pick<Action, 'rect' | 'point'>): { x: number; y: number } | undefined {
  if (!rect) return undefined;
  const inside = (at: number | undefined, size: number) =>
    Math.round(at !== undefined && at > 0 && at < size ? at : size / 2);
  return {
    x: inside(point && point.x - rect.x, rect.width),
    y: inside(point && point.y - rect.y, rect.height),
  };
}
