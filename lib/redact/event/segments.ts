import type { TreeNode } from './types.ts';
import { addsWithoutScripts } from './without-scripts.ts';

export type Added = {
  parentId: number;
  nextId: number | null;
  previousId?: number | null;
  /** Where the next node is a script: the one behind it that is none. Told for masking alone. */
  shownNext?: number | null;
  node: TreeNode;
};

/** Neighbouring nodes added under a parent that was there before, with what follows them. */
export type Segment = { parentId: number; nextId: number | null; nodes: TreeNode[] };

type Chain = { nextId: number | null; nodes: TreeNode[] };

/** Nodes of one parent in document order, as chains whose last member stands before an older sibling or the end. */
function chainsOf(adds: readonly Added[]): Chain[] {
  const own = new Set(adds.map(({ node }) => node.id));
  const before = new Map<number, Added>();
  for (const add of adds) if (add.nextId !== null && own.has(add.nextId)) before.set(add.nextId, add);
  return adds
    .filter(({ nextId }) => nextId === null || !own.has(nextId))
    .map((tail) => {
      const nodes: TreeNode[] = [];
      const seen = new Set<number>();
      for (let at: Added | undefined = tail; at && !seen.has(at.node.id); at = before.get(at.node.id)) {
        seen.add(at.node.id);
        nodes.push(at.node);
      }
      return { nextId: tail.nextId, nodes: nodes.reverse() };
    });
}

/**
 * rrweb lists added nodes one by one, children apart from their parents. This puts the trees together again, for
 * reading only: elements are stand-ins with children, texts are the nodes themselves. Scripts are not there.
 */
export function segmentsOf(all: readonly Added[]): Segment[] {
  const adds = addsWithoutScripts(all);
  const [first] = adds;
  if (!first) return [];
  const { parentId, nextId, node: tree } = first;
  // What a page shows at once most often comes as one tree.
  if (adds.length === 1 && parentId !== tree.id && nextId !== tree.id)
    return [{ parentId, nextId, nodes: [tree] }];
  const byParent = new Map<number, Added[]>();
  const own = new Set<number>();
  for (const add of adds) {
    own.add(add.node.id);
    const list = byParent.get(add.parentId);
    if (list) list.push(add);
    else byParent.set(add.parentId, [add]);
  }
  const open = new Set<number>();
  const grow = (node: TreeNode): TreeNode => {
    const children = byParent.get(node.id);
    if (!children || open.has(node.id)) return node;
    open.add(node.id);
    const nodes = chainsOf(children).flatMap((chain) => chain.nodes.map(grow));
    return { ...node, childNodes: [...(node.childNodes ?? []), ...nodes] };
  };
  const roots = [...byParent].filter(([parentId]) => !own.has(parentId));
  return roots.flatMap(([parentId, list]) =>
    chainsOf(list).map(({ nextId, nodes }) => ({ parentId, nextId, nodes: nodes.map(grow) })),
  );
}
