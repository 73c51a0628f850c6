import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTrees } from '../../../lib/capture/lean/pack-tree.ts';
import type { SerializedNode } from '../../../lib/capture/lean/rrweb-hooks.ts';
import { readBatch, unpackTrees } from '../../../lib/store/unpack-trees.ts';

/** Trees as rrweb's serialiser and ours make them; ids run on, jump, or come back. */
const attributes = fc.dictionary(
  fc.constantFrom('class', 'style', 'value', '__proto__x', 'constructor'),
  fc.oneof(fc.string(), fc.integer(), fc.boolean()),
);
const { tree } = fc.letrec<{
  tree: SerializedNode;
  element: SerializedNode;
  text: SerializedNode;
  other: SerializedNode;
}>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, tie('text'), tie('element'), tie('other')),
  text: fc.record({ type: fc.constant(3), textContent: fc.string(), id: fc.nat() }),
  element: fc.record(
    {
      type: fc.constant(2),
      tagName: fc.constantFrom('div', 'td', 'svg', '0', 'a-b'),
      attributes,
      childNodes: fc.array(tie('tree'), { maxLength: 4 }),
      id: fc.nat(),
      isSVG: fc.constant(true as const),
      isMath: fc.constant(true as const),
      isShadow: fc.constant(true as const),
      isShadowHost: fc.constant(true as const),
      rootId: fc.nat(),
    },
    { requiredKeys: ['type', 'tagName', 'attributes', 'childNodes', 'id'] },
  ),
  other: fc.record(
    {
      type: fc.constantFrom(0, 1, 4),
      id: fc.nat(),
      childNodes: fc.array(tie('tree'), { maxLength: 3 }),
      compatMode: fc.string(),
    },
    { requiredKeys: ['type', 'id'] },
  ),
}));

function numbered(node: SerializedNode, from: { next: number }): SerializedNode {
  const id = from.next++;
  return {
    ...node,
    id,
    ...(node.childNodes && { childNodes: node.childNodes.map((child) => numbered(child, from)) }),
  };
}

const there = (event: { type: number; data: unknown }) =>
  unpackTrees(JSON.parse(JSON.stringify(packTrees(event))));

test('a packed snapshot unpacks to what it was, whatever its ids', () => {
  fc.assert(
    fc.property(tree, fc.boolean(), (node, runsOn) => {
      const given = runsOn ? numbered(node, { next: 1 }) : node;
      const event = { type: 2, timestamp: 1, data: { node: given, initialOffset: { left: 0, top: 0 } } };
      expect(there(event)).toEqual(event);
    }),
  );
});

test('added subtrees unpack to what they were; other events pass untouched', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 3 }), (nodes) => {
      const adds = nodes.map((node, n) => ({
        parentId: n,
        nextId: null,
        node: numbered(node, { next: 50 + n * 100 }),
      }));
      const event = {
        type: 3,
        timestamp: 1,
        data: { source: 0, adds, texts: [], removes: [], attributes: [] },
      };
      expect(there(event)).toEqual(event);
    }),
  );
  const move = { type: 3, timestamp: 1, data: { source: 1, positions: [] } };
  expect(packTrees(move)).toBe(move);
  expect(unpackTrees(move)).toBe(move);
});

test('a table row packs to its words and little else', () => {
  const row = numbered(
    {
      type: 2,
      id: 0,
      tagName: 'tr',
      attributes: {},
      childNodes: ['受理', '办结'].map((textContent) => ({
        type: 2,
        id: 0,
        tagName: 'td',
        attributes: {},
        childNodes: [{ type: 3, id: 0, textContent }],
      })),
    },
    { next: 7 },
  );
  const event = {
    type: 3,
    timestamp: 1,
    data: { source: 0, adds: [{ parentId: 1, nextId: null, node: row }] },
  };
  const { adds } = packTrees(event).data as unknown as { adds: { node: unknown }[] };
  expect(adds[0]?.node).toEqual([7, ['tr', 0, ['td', 0, '受理'], ['td', 0, '办结']]]);
});

test('a tree that is none is left out of a batch and its moment is told; the others stay', () => {
  const good = { type: 4, timestamp: 1, data: { href: '' } };
  const deep = `${'["div",0,'.repeat(6000)}"x"${']'.repeat(6000)}`;
  const bad = [
    { type: 2, timestamp: 2, data: { node: [1, 5] } },
    { type: 2, timestamp: 2, data: { node: [1, ['div', 0, { no: 1 }]] } },
  ];
  expect(
    readBatch(
      `[{"type":2,"timestamp":1,"data":{"node":[1,${deep}]}},${JSON.stringify([...bad, good]).slice(1)}`,
    ),
  ).toEqual({ events: [good], unreadable: [1, 2, 2] });
});

test('rules that are added to a style sheet are no trees and pass as they are', () => {
  const event = { type: 3, data: { source: 8, id: 4, adds: [{ rule: 'p { color: red; }', index: 0 }] } };
  expect(packTrees(event)).toEqual(event);
});
