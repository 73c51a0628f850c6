/**
 * Replay events as they come from a page spell trees of nodes as nested arrays (lib/capture/lean/pack-tree.ts), where
 * rrweb has objects. `node` is then `[first id, tree]`; ids count up from the first in document order. A tree is
 *   'text'                        a text node with the next id
 *   [tag, attributes | 0, ...]    an element and its children; `*tag` in SVG
 *   [0 | 1, fields, ...]          any other node by its own fields; 1: it has children
 * each array led by the node's id where that is not the next one.
 */
type Node = Record<string, unknown>;

/** The HTML parser stops nesting at 512; scripts can go on. */
const mostNested = 5000;

/** The event with all its trees as objects; the same event when it holds none. Throws on a tree that is none. */
export function unpackTrees<E extends { type: number; data?: unknown }>(event: E): E {
  const data = event.data as { node?: unknown; adds?: { node?: unknown }[] } | undefined;
  if (event.type === 2 && Array.isArray(data?.node))
    return { ...event, data: { ...data, node: unpackTree(data.node) } };
  if (event.type === 3 && data?.adds?.some(({ node }) => Array.isArray(node))) {
    const adds = data.adds.map((add) =>
      Array.isArray(add.node) ? { ...add, node: unpackTree(add.node) } : add,
    );
    return { ...event, data: { ...data, adds } };
  }
  return event;
}

function unpackTree([first, tree]: unknown[]): Node {
  let next = Number(first);
  const unpack = (packed: unknown, depth: number): Node => {
    if (depth > mostNested) throw new Error('a packed tree nests too deep');
    if (typeof packed === 'string') return { type: 3, textContent: packed, id: next++ };
    if (!Array.isArray(packed)) throw new Error('a packed tree holds something else than texts and lists');
    let at = 0;
    // `[0, fields]` and `[1, fields]` begin with a number too, but an object follows.
    if (typeof packed[0] === 'number' && (typeof packed[1] !== 'object' || Array.isArray(packed[1]))) {
      next = packed[0];
      at = 1;
    }
    const id = next++;
    const kind: unknown = packed[at];
    const about: unknown = packed[at + 1];
    if (typeof kind === 'string' && packed.length === at + 1) return { type: 3, textContent: kind, id };
    const children = () => packed.slice(at + 2).map((child) => unpack(child, depth + 1));
    if (typeof kind === 'string') {
      const isSVG = kind.startsWith('*');
      return {
        type: 2,
        tagName: isSVG ? kind.slice(1) : kind,
        attributes: about === 0 ? {} : about,
        id,
        childNodes: children(),
        ...(isSVG ? { isSVG } : {}),
      };
    }
    return { ...(about as Node), id, ...(kind === 1 ? { childNodes: children() } : {}) };
  };
  return unpack(tree, 0);
}

/** The events of a batch as it was stored, trees as objects, and the moments of those that could not be read. */
export function readBatch(json: string): { events: unknown[]; unreadable: number[] } {
  const unreadable: number[] = [];
  const events = (JSON.parse(json) as { type: number; timestamp: number; data?: unknown }[]).flatMap(
    (event) => {
      try {
        return [unpackTrees(event)];
      } catch {
        unreadable.push(event.timestamp);
        return [];
      }
    },
  );
  return { events, unreadable };
}
