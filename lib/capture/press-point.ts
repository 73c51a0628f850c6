type Point = { x: number; y: number };

/**
 * Where a click was, CSS pixels in the frame's viewport. One that a key made has no place of its own: the browser says 0, 0
 * then, and the middle of what was pressed stands for it.
 */
export function pressPoint({ detail, clientX, clientY }: MouseEvent, element: Element): Point {
  if (detail === 0 && clientX === 0 && clientY === 0) return middleOf(element.getBoundingClientRect());
  return { x: clientX, y: clientY };
}

export const middleOf = ({ x, y, width, height }: DOMRect): Point => ({
  x: Math.round(x + width / 2),
  y: Math.round(y + height / 2),
});
