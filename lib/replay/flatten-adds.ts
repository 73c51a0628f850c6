import type { MutationData } from './replay-event.ts';

type Add = MutationData['adds'][number];

/**
 * The recorder tells an added subtree whole; a Replayer builds only the nodes it is told one by one, parents first. Each
 * names the sibling it stands before, as rrweb tells them: a node whose parent is yet to come waits, and what waits comes
 * in any order. What stands in a shadow root has its siblings there. Changes the nodes.
 */
export function flattenAdd(add: Add): Add[] {
  const flat: Add[] = [];
  const spread = (one: Add) => {
    flat.push(one);
    const children = one.node.childNodes;
    if (!children?.length) return;
    one.node.childNodes = [];
    for (const inRoot of [true, false]) {
      let nextId: number | null = null;
      for (const node of children.filter(({ isShadow }) => (isShadow === true) === inRoot).reverse()) {
        spread({ parentId: one.node.id, nextId, node });
        nextId = node.id;
      }
    }
  };
  spread(add);
  return flat;
}
