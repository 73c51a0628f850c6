import type { Added } from './segments.ts';
import { tagOfNode } from './tree.ts';
import type { TreeNode } from './types.ts';

/*
 * Of scripts a recording holds where they stand and nothing else, since style sheets count elements. They show nothing:
 * what stands around them is read as if they were not there, so that none comes between a label and its value.
 */

const isScript = (node: TreeNode): boolean => tagOfNode(node) === 'script';

/** A tree as it is read; the same where it holds no script. */
export function withoutScripts<N extends TreeNode>(node: N): N {
  const children = node.childNodes;
  if (!children || children.length === 0) return node;
  let kept: TreeNode[] | undefined;
  for (let i = 0; i < children.length; i += 1) {
    const child = children[i] as TreeNode;
    const next = isScript(child) ? undefined : withoutScripts(child);
    if (next !== child) kept ??= children.slice(0, i);
    if (next) kept?.push(next);
  }
  return kept ? { ...node, childNodes: kept } : node;
}

/** Added nodes as they are read: what was put before a script stands before what comes behind it. */
export function addsWithoutScripts(adds: readonly Added[]): readonly Added[] {
  const behind = new Map<number, number | null>();
  for (const { node, nextId, shownNext } of adds)
    if (isScript(node)) behind.set(node.id, shownNext === undefined ? nextId : shownNext);
  return adds.flatMap((add) => {
    if (isScript(add.node)) return [];
    const node = withoutScripts(add.node);
    let nextId = add.shownNext === undefined ? add.nextId : add.shownNext;
    for (let steps = behind.size; nextId !== null && steps > 0; steps -= 1) {
      const next = behind.get(nextId);
      if (next === undefined) break;
      nextId = next;
    }
    return node === add.node && nextId === add.nextId ? [add] : [{ ...add, nextId, node }];
  });
}
