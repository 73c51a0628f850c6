import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, layoutFlow, pill } from '../../../components/click-path/layout-flow.ts';
import type { Flow, FlowEdge, FlowNode } from '../../../lib/model/click-path.ts';

const edge = (from: number, to: number, lanes: readonly number[]): FlowEdge => ({
  from: `n${from}`,
  to: `n${to}`,
  kind: lanes[from] !== lanes[to] ? 'switch' : from === to ? 'self' : to < from ? 'return' : 'forward',
  count: 1,
  byButton: 0,
  totalMs: 0,
  medianMs: 0,
  firstAt: 0,
  detour: false,
});

const flowOf = (lanes: number[], pairs: [number, number][]): Flow => ({
  lanes: Array.from({ length: Math.max(...lanes) + 1 }, (_, tab) => ({ tab, label: tab + 1, arrivals: 1 })),
  nodes: lanes.map((lane, order) => ({ key: `n${order}`, order, lane }) as FlowNode),
  edges: pairs.map(([from, to]) => edge(from, to, lanes)),
  totalMs: 0,
});

/** Up to 27 places in up to 4 tabs with any ways between them, each way once. */
const anyFlow = fc.array(fc.nat(3), { minLength: 1, maxLength: 27 }).chain((lanes) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(lanes.length - 1), fc.nat(lanes.length - 1)), {
      maxLength: 40,
      selector: ([from, to]) => `${from} ${to}`,
    })
    .map((pairs) => flowOf(lanes, pairs)),
);
const step = fc.constantFrom(44, box.width + 56);

type Area = { left: number; top: number; right: number; bottom: number };
const meets = (a: Area, b: Area) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const boxesOf = (layout: ReturnType<typeof layoutFlow>): Area[] =>
  layout.boxes.map(({ x, y }) => ({ left: x, top: y, right: x + box.width, bottom: y + box.height }));
const labelsOf = (layout: ReturnType<typeof layoutFlow>): Area[] =>
  layout.lines.map(({ label: { x, y, as } }) =>
    as === 'pill'
      ? {
          left: x - pill.width / 2,
          right: x + pill.width / 2,
          top: y - pill.height / 2,
          bottom: y + pill.height / 2,
        }
      : { left: x, right: x + 160, top: y - 4, bottom: y + 10 },
  );

/** The straight parts of a line, corners left out. */
function partsOf(d: string): Area[] {
  let x = 0;
  let y = 0;
  return [...d.matchAll(/([MHVq])(-?[\d.]+)(?: (-?[\d.]+))?(?: (-?[\d.]+) (-?[\d.]+))?/g)].flatMap(
    ([, command, a = '0', b = '0', c = '0', e = '0']) => {
      const from = { x, y };
      if (command === 'M') [x, y] = [Number(a), Number(b)];
      if (command === 'H') x = Number(a);
      if (command === 'V') y = Number(a);
      if (command === 'q') [x, y] = [x + Number(c), y + Number(e)];
      if (command !== 'H' && command !== 'V') return [];
      const [left = 0, right = 0] = [from.x, x].sort((one, two) => one - two);
      const [top = 0, bottom = 0] = [from.y, y].sort((one, two) => one - two);
      return [{ left: left - 0.1, right: right + 0.1, top: top - 0.1, bottom: bottom + 0.1 }];
    },
  );
}

describe('the flow picture', () => {
  it('goes straight down to the next place and around past others: returns on the left', () => {
    const { boxes, lines } = layoutFlow(
      flowOf(
        [0, 0, 0],
        [
          [0, 1],
          [1, 0],
          [0, 2],
        ],
      ),
      44,
    );
    const [down, back, skip] = ['n0 n1', 'n1 n0', 'n0 n2'].map((pair) =>
      lines.find((each) => `${each.edge.from} ${each.edge.to}` === pair),
    );
    expect(down?.label.as).toBe('text');
    expect(back?.label.x).toBeLessThan(boxes[0]?.x ?? 0);
    expect(skip?.label.x).toBeGreaterThan((boxes[0]?.x ?? 0) + box.width);
  });

  it('never lets a box or a label cover another', () => {
    fc.assert(
      fc.property(anyFlow, step, (flow, laneStep) => {
        const layout = layoutFlow(flow, laneStep);
        const all = [...boxesOf(layout), ...labelsOf(layout)];
        const covered = all.flatMap((a, n) => all.slice(n + 1).filter((b) => meets(a, b)));
        expect(covered).toEqual([]);
      }),
    );
  });

  it('leads no line through a box', () => {
    fc.assert(
      fc.property(anyFlow, step, (flow, laneStep) => {
        const layout = layoutFlow(flow, laneStep);
        const inner = boxesOf(layout).map((each) => ({
          left: each.left + 1,
          right: each.right - 1,
          top: each.top + 1,
          bottom: each.bottom - 1,
        }));
        const through = layout.lines.flatMap(({ d }) =>
          partsOf(d).filter((part) => inner.some((each) => meets(part, each))),
        );
        expect(through).toEqual([]);
      }),
    );
  });

  it('shows every way but those from a place to itself, all inside the paper', () => {
    fc.assert(
      fc.property(anyFlow, step, (flow, laneStep) => {
        const layout = layoutFlow(flow, laneStep);
        expect(layout.lines).toHaveLength(flow.edges.filter((each) => each.from !== each.to).length);
        for (const { left, right, bottom } of [
          ...boxesOf(layout),
          ...labelsOf(layout).filter((_, n) => layout.lines[n]?.label.as === 'pill'),
        ]) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(layout.width);
          expect(bottom).toBeLessThanOrEqual(layout.height);
        }
      }),
    );
  });
});
