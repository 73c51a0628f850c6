import { expect, it } from 'vitest';
import { type PageSample, summariseOnePage } from '../../bench/soak/one-page.ts';

const sample = (minutes: number, heapMB: number, nodes: number): PageSample => ({
  minutes,
  heapMB,
  nodes,
  listeners: 9,
});

it('tells growth on a page that stays open, under nobody and under ours apart', () => {
  const none = [sample(0, 2, 400), sample(1, 2, 400), sample(2, 2, 400)];
  const ours = [sample(0, 3, 400), sample(1, 4, 900), sample(2, 5, 1400)];
  expect(summariseOnePage({ none, ours })).toEqual({
    none: {
      heapMB: [2, 2],
      heapMBPerMinute: 0,
      nodes: [400, 400],
      nodesPerMinute: 0,
      listeners: [9, 9],
      listenersPerMinute: 0,
    },
    ours: {
      heapMB: [3, 5],
      heapMBPerMinute: 1,
      nodes: [400, 1400],
      nodesPerMinute: 500,
      listeners: [9, 9],
      listenersPerMinute: 0,
    },
  });
});
