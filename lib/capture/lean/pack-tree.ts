import type { SerializedNode } from './rrweb-hooks.ts';

/**
 * A serialised tree as nested arrays, a fifth of its size as JSON: fewer bytes to write, to send and to read, on the
 * page's thread and off it. The background unpacks (lib/store/unpack-trees.ts, which tells the spelling).
 */
type Packed = string | unknown[];

const ELEMENT = 2;
const TEXT = 3;
const known = new Set(['type', 'id', 'tagName', 'attributes', 'childNodes', 'textContent', 'isSVG']);

type Event = { type: number; data: unknown };

/** The event with every tree in it packed; the event itself is not changed. */
export function packTrees<E extends Event>(event: E): E {
  const data = event.data as
    | { source?: number; node?: SerializedNode; adds?: { node: SerializedNode }[] }
    | undefined;
  if (event.type === 2 && data?.node) return { ...event, data: { ...data, node: packTree(data.node) } };
  // Rules are added too, and are no trees.
  if (event.type !== 3 || data?.source !== 0 || !data.adds?.length) return event;
  return {
    ...event,
    data: { ...data, adds: data.adds.map((add) => ({ ...add, node: packTree(add.node) })) },
  };
}

/** `[first id, tree]`. The tree itself is not changed. */
export function packTree(node: SerializedNode): [number, Packed] {
  let next = node.id;
  const pack = (one: SerializedNode): Packed => {
    const isNext = one.id === next;
    next = one.id + 1;
    if (one.type === TEXT && isPlain(one)) {
      const text = one.textContent ?? '';
      return isNext ? text : [one.id, text];
    }
    const head: unknown[] = isNext ? [] : [one.id];
    if (one.type === ELEMENT && isPlain(one)) {
      head.push(one.isSVG ? `*${one.tagName}` : one.tagName, isEmpty(one.attributes) ? 0 : one.attributes);
    } else {
      const { childNodes: _children, id: _id, ...rest } = one;
      head.push(one.childNodes ? 1 : 0, rest);
    }
    for (const child of one.childNodes ?? []) head.push(pack(child));
    return head;
  };
  return [node.id, pack(node)];
}

function isPlain(node: SerializedNode): boolean {
  for (const key in node)
    if (!known.has(key) && (node as Record<string, unknown>)[key] !== undefined) return false;
  return node.type === TEXT ? node.textContent !== undefined : node.childNodes !== undefined;
}

function isEmpty(attributes: object | undefined): boolean {
  for (const name in attributes) if (name !== undefined) return false;
  return true;
}
