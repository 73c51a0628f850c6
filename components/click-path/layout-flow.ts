import type { Flow, FlowEdge, FlowNode } from '../../lib/model/click-path.ts';
import { type Arc, assignTracks } from './assign-tracks.ts';

/** Sizes of the picture, CSS pixels at 100 %. */
export const box = { width: 208, height: 66, gap: 46, top: 30, edge: 16, foot: 16 } as const;
export const pill = { width: 40, height: 30, step: 46 } as const;
/** Where lines leave a box downwards, from its left side. */
const stem = 26;
const bend = 8;

export type FlowBox = { node: FlowNode; x: number; y: number };
export type FlowLine = {
  edge: FlowEdge;
  d: string;
  /** A pill stands around its point in a side gutter; a text begins at its point beside the line. */
  label: { x: number; y: number; as: 'pill' | 'text' };
};
export type FlowLayout = {
  width: number;
  height: number;
  boxes: FlowBox[];
  lines: FlowLine[];
  lanesX: number[];
};

/**
 * Places in the order in which they were first met, each on a row of its own, so that nothing can cover anything: a
 * step to the next row goes straight down, every other way goes around through a gutter, returns on the left, and has
 * its figures where two rows have a gap. `laneStep` is how far each tab stands to the right of the one before it.
 */
export function layoutFlow(flow: Flow, laneStep: number): FlowLayout {
  const byKey = new Map(flow.nodes.map((node) => [node.key, node]));
  const arcs: (Arc & { edge: FlowEdge })[] = [];
  const straight: { edge: FlowEdge; from: FlowNode; to: FlowNode }[] = [];
  for (const edge of flow.edges) {
    const from = byKey.get(edge.from);
    const to = byKey.get(edge.to);
    if (!from || !to || from === to) continue;
    if (to.order === from.order + 1) straight.push({ edge, from, to });
    else arcs.push({ edge, from: from.order, to: to.order });
  }
  const left = assignTracks(arcs.filter((arc) => arc.to < arc.from));
  const right = assignTracks(arcs.filter((arc) => arc.to > arc.from));
  const x0 = box.edge + left.count * pill.step;
  const laneX = (lane: number) => x0 + lane * laneStep;
  const lanes = Math.max(1, flow.lanes.length);
  const rightX = laneX(lanes - 1) + box.width;
  const boxes = flow.nodes.map((node) => ({ node, x: laneX(node.lane), y: topOf(node.order) }));
  const at = (order: number): FlowBox => boxes[order] as FlowBox;
  const lines = [
    ...straight.map(({ edge, from, to }) => ({ edge, ...goDown(at(from.order), at(to.order)) })),
    ...left.placed.map(({ arc, track, ports }) => {
      const x = x0 - box.edge / 2 - (track + 0.5) * pill.step;
      return { edge: arc.edge, ...goAround(at(arc.from), at(arc.to), x, ports, 'left') };
    }),
    ...right.placed.map(({ arc, track, ports }) => {
      const x = rightX + box.edge / 2 + (track + 0.5) * pill.step;
      return { edge: arc.edge, ...goAround(at(arc.from), at(arc.to), x, ports, 'right') };
    }),
  ];
  return {
    width: rightX + box.edge + right.count * pill.step,
    height: topOf(flow.nodes.length - 1) + box.height + box.foot,
    boxes,
    lines,
    lanesX: Array.from({ length: lanes }, (_, lane) => laneX(lane)),
  };
}

const topOf = (order: number) => box.top + order * (box.height + box.gap);

function goDown(from: FlowBox, to: FlowBox): Omit<FlowLine, 'edge'> {
  const start = from.x + stem;
  const end = to.x + stem;
  const top = from.y + box.height;
  const turn = top + bend + 1;
  const d =
    start === end
      ? `M${start} ${top}V${to.y - 2}`
      : `M${start} ${top}V${turn - bend}${corner(0, bend, Math.sign(end - start) * bend, bend)}H${
          end - Math.sign(end - start) * bend
        }${corner(Math.sign(end - start) * bend, 0, Math.sign(end - start) * bend, bend)}V${to.y - 2}`;
  return { d, label: { x: end + 10, y: start === end ? top + 19 : turn + 8, as: 'text' } };
}

function goAround(
  from: FlowBox,
  to: FlowBox,
  x: number,
  ports: { from: number; to: number },
  side: 'left' | 'right',
): Omit<FlowLine, 'edge'> {
  const out = side === 'left' ? -1 : 1;
  const startX = side === 'left' ? from.x : from.x + box.width;
  const endX = side === 'left' ? to.x - 2 : to.x + box.width + 2;
  const startY = from.y + ports.from * box.height;
  const endY = to.y + ports.to * box.height;
  const down = Math.sign(endY - startY);
  const d =
    `M${startX} ${startY}H${x - out * bend}${corner(out * bend, 0, out * bend, down * bend)}` +
    `V${endY - down * bend}${corner(0, down * bend, -out * bend, down * bend)}H${endX}`;
  const upper = Math.min(from.node.order, to.node.order);
  const lower = Math.max(from.node.order, to.node.order);
  const gapAfter = Math.floor((upper + lower - 1) / 2);
  return { d, label: { x, y: topOf(gapAfter) + box.height + box.gap / 2, as: 'pill' } };
}

const corner = (cx: number, cy: number, x: number, y: number) => `q${cx} ${cy} ${x} ${y}`;
