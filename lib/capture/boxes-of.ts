import type { Line } from './look-through.ts';

/** Where a stretch of a line is drawn; `range` is used for it. */
export function boxesOf({ nodes }: Line, start: number, end: number, range: Range): DOMRect[] {
  const boxes: DOMRect[] = [];
  let from = 0;
  for (const node of nodes) {
    const { length } = node;
    const [first, last] = [Math.max(start - from, 0), Math.min(end - from, length)];
    if (first < last) {
      range.setStart(node, first);
      range.setEnd(node, last);
      boxes.push(...range.getClientRects());
    }
    from += length;
  }
  return boxes;
}
