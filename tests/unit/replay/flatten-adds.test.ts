import { expect, test } from 'vitest';
import { flattenAdd } from '../../../lib/replay/flatten-adds.ts';
import type { ReplayNode } from '../../../lib/replay/replay-event.ts';

const node = (id: number, more: Partial<ReplayNode> = {}): ReplayNode => ({
  type: 2,
  id,
  tagName: 'div',
  attributes: {},
  childNodes: [],
  ...more,
});

test('each node of an added subtree names the sibling it stands before, in the page and in a shadow root apart', () => {
  const host = node(2, {
    isShadowHost: true,
    childNodes: [
      node(3),
      node(4, { childNodes: [node(5), node(6)] }),
      node(7, { isShadow: true }),
      node(8, { isShadow: true }),
    ],
  });
  const flat = flattenAdd({ parentId: 1, nextId: 9, node: host });
  expect(flat.map(({ parentId, nextId, node: { id } }) => [id, parentId, nextId])).toEqual([
    [2, 1, 9],
    [8, 2, null],
    [7, 2, 8],
    [4, 2, null],
    [6, 4, null],
    [5, 4, 6],
    [3, 2, 4],
  ]);
  expect(flat.every(({ node: { childNodes } }) => childNodes?.length === 0)).toBe(true);
});
