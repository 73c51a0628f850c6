import type { Line } from './look-through.ts';

/** Where a stretch of a line is drawn, and which text is drawn there; `range` is used for it. */
export function boxesOf(
  { nodes }: Line,
  start: number,
  end: number,
  range: Range,
): { box: DOMRect; of: Text }[] {
  const boxes: { box: DOMRect; of: Text }[] = [];
  let from = 0;
  for (const node of nodes) {
    const { length } = node;
    const [first, last] = [Math.max(start - from, 0), Math.min(end - from, length)];
    if (first < last) {
      range.setStart(node, first);
      range.setEnd(node, last);
      for (const box of range.getClientRects()) boxes.push({ box, of: node });
    }
    from += length;
  }
  return boxes;
}
