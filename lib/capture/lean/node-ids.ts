/**
 * rrweb knows a node's id by a WeakMap to the whole serialised node, which costs more than the serialising itself and
 * keeps every snapshot in memory. Here the id is a property of the node in this world, which the page cannot see, and
 * nothing else is kept. rrweb asks for a node by its id only for frames it does not record this way.
 */
type Marked = Node & { zybId?: number };

type Mirror = {
  getId(node: Node | null | undefined): number;
  getMeta(node: Node): { id: number } | null;
  hasNode(node: Node): boolean;
  has(id: number): boolean;
  getNode(id: number): Node | null;
  add(node: Node, meta: { id: number }): void;
  replace(id: number, node: Node): void;
  removeNodeFromMap(node: Node): void;
  getIds(): number[];
  reset(): void;
};

/** Ids of one recording; those of an earlier one in the same document mean nothing any more. */
const room = 2 ** 31;
/** rrweb's mark of nodes it leaves out, and how it is kept here. */
const IGNORED = -2;
const ignoredMark = room - 1;

let base = 0;

function idOf(node: Node): number {
  const mark = (node as Marked).zybId;
  if (mark === undefined || mark < base) return -1;
  return mark - base === ignoredMark ? IGNORED : mark - base;
}

/** A node's id in this recording; below 1 when it has none. */
export const idOfNode = (node: Node): number => idOf(node);

/** From now on the node has no id. */
export const forgetId = (node: Node): void => void delete (node as Marked).zybId;

/** Replaces the ways of rrweb's mirror. */
export function keepIdsOnNodes(mirror: object): void {
  const mark = (node: Node, id: number) => {
    (node as Marked).zybId = base + (id === IGNORED ? ignoredMark : id);
  };
  const ways: Mirror = {
    getId: (node) => (node ? idOf(node) : -1),
    getMeta: (node) => {
      const id = idOf(node);
      return id === -1 ? null : { id };
    },
    hasNode: (node) => idOf(node) !== -1,
    // Asked of ids of nodes at hand. One that is no longer in the page harms nobody: a replay knows what was removed.
    has: (id) => id > 0,
    getNode: () => null,
    add: (node, { id }) => mark(node, id),
    replace: (id, node) => mark(node, id),
    removeNodeFromMap() {},
    getIds: () => [],
    reset() {
      base += room;
    },
  };
  Object.assign(mirror, ways);
}
