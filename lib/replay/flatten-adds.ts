import type { MutationData } from './replay-event.ts';

type Add = MutationData['adds'][number];

/**
 * The recorder tells an added subtree whole; a Replayer builds only the nodes it is told one by one, parents first
 * and siblings in order. Changes the nodes.
 */
export function flattenAdd(add: Add): Add[] {
  const flat: Add[] = [];
  const spread = (one: Add) => {
    flat.push(one);
    const children = one.node.childNodes;
    if (!children?.length) return;
    one.node.childNodes = [];
    for (const child of children) spread({ parentId: one.node.id, nextId: null, node: child });
  };
  spread(add);
  return flat;
}
