import type { IncrementData, MutationData, ReplayNode } from './replay-event.ts';
import { isMutation } from './replay-event.ts';
import { assignedMark } from './shown-states.ts';

/** Shifts ids in place. Ids below 1 are rrweb's own marks ("no node") and stay. */
const shift = (id: number, by: number) => (id > 0 ? id + by : id);

/** The ids of nodes that an attribute names. */
function shiftNamed(attributes: Record<string, unknown> | undefined, by: number): void {
  const ids = attributes?.[assignedMark];
  if (attributes && typeof ids === 'string')
    attributes[assignedMark] = ids
      .split(',')
      .map((id) => shift(Number(id), by))
      .join();
}

/** A node and all beneath it, moved by `by`, belonging to the document `rootId` unless to one of its own. */
export function remapNode(node: ReplayNode, by: number, rootId: number): ReplayNode {
  node.id = shift(node.id, by);
  shiftNamed(node.attributes, by);
  if (node.rootId) node.rootId = shift(node.rootId, by);
  else if (node.type !== 0) node.rootId = rootId;
  const below = node.type === 0 ? node.id : (node.rootId ?? rootId);
  for (const child of node.childNodes ?? []) remapNode(child, by, below);
  return node;
}

/** An increment of a child stream in its parent's numbering; changed in place. */
export function remapIncrement(data: MutationData | IncrementData, by: number, rootId: number): typeof data {
  if (isMutation(data)) return remapMutation(data, by, rootId);
  if (data.id !== undefined) data.id = shift(data.id, by);
  if (data.styleId !== undefined) data.styleId = shift(data.styleId, by);
  for (const position of data.positions ?? []) position.id = shift(position.id, by);
  for (const range of data.ranges ?? []) {
    range.start = shift(range.start, by);
    range.end = shift(range.end, by);
  }
  for (const style of data.styles ?? []) style.styleId = shift(style.styleId, by);
  if (data.styleIds) data.styleIds = data.styleIds.map((id) => shift(id, by));
  return data;
}

function remapMutation(data: MutationData, by: number, rootId: number): MutationData {
  for (const add of data.adds) {
    add.parentId = shift(add.parentId, by);
    if (add.nextId !== null) add.nextId = shift(add.nextId, by);
    if (typeof add.previousId === 'number') add.previousId = shift(add.previousId, by);
    remapNode(add.node, by, rootId);
  }
  for (const removed of data.removes) {
    removed.id = shift(removed.id, by);
    removed.parentId = shift(removed.parentId, by);
  }
  for (const text of data.texts) text.id = shift(text.id, by);
  for (const changed of data.attributes) {
    changed.id = shift(changed.id, by);
    shiftNamed(changed.attributes, by);
  }
  return data;
}
