import { frameTag } from '../../model/stream.ts';
import type { Event } from './rewrite-chunks.ts';

type Value = Record<string, unknown>;
type Node = {
  id: number;
  type: number;
  attributes?: Value;
  textContent?: string;
  childNodes?: Node[];
} & Value;
type Add = { parentId: number; nextId: number | null; node: Node };

/** rrweb's sources of increments. */
const source = {
  mutation: 0,
  scroll: 3,
  resize: 4,
  input: 5,
  media: 7,
  rule: 8,
  font: 10,
  declaration: 13,
  adopted: 15,
};
/** What changes style sheets; the snapshot made here knows nothing of it, so it is told again after it. */
const styleSources = new Set([source.rule, source.font, source.declaration, source.adopted]);
/** Of these the last one of each element counts. */
const lastOfEach = new Set([source.scroll, source.input, source.media]);

const documentType = 0;
const isDocument = ({ type }: Node) => type === documentType;

/** Takes the documents out of the frames below a node, the outer ones first: a player is told them one by one. */
function takeDocuments(below: Node): Add[] {
  const taken: Add[] = [];
  const within = (parent: Node): void => {
    const children = parent.childNodes ?? [];
    if (children.some(isDocument)) parent.childNodes = children.filter((child) => !isDocument(child));
    for (const node of children)
      if (isDocument(node)) taken.push({ parentId: parent.id, nextId: null, node });
      else within(node);
  };
  within(below);
  return taken.flatMap((add) => [add, ...takeDocuments(add.node)]);
}

export type VirtualPage = ReturnType<typeof createVirtualPage>;

/**
 * Follows a recorded stream without a browser: the tree of nodes as mutations leave it, and what else a player must be
 * told to show the page as it stood. Reads events, never changes them.
 */
export function createVirtualPage() {
  let root: Node | undefined;
  let meta: Value = {};
  let offset = { left: 0, top: 0 };
  const places = new Map<number, { node: Node; parent: Node | undefined }>();
  let styles: Value[] = [];
  let frames: Value[] = [];
  const last = new Map<string, Value>();
  const styleChanges = new Map<number, Value>();

  const index = (node: Node, parent: Node | undefined): void => {
    places.set(node.id, { node, parent });
    for (const child of node.childNodes ?? []) index(child, node);
  };
  const forget = (node: Node): void => {
    places.delete(node.id);
    for (const child of node.childNodes ?? []) forget(child);
  };
  const detach = (id: number): void => {
    const place = places.get(id);
    if (!place?.parent) return;
    place.parent.childNodes = (place.parent.childNodes ?? []).filter((child) => child.id !== id);
    forget(place.node);
  };
  const attach = ({ parentId, nextId, node }: Add): boolean => {
    const parent = places.get(parentId)?.node;
    if (!parent || (nextId !== null && nextId !== undefined && !places.has(nextId))) return false;
    detach(node.id);
    // A frame that goes elsewhere is told its new document alone: nothing says that the one before has gone.
    if (node.type === documentType)
      for (const { id } of (parent.childNodes ?? []).filter(isDocument)) detach(id);
    const own = structuredClone(node);
    const children = (parent.childNodes ??= []);
    const at =
      nextId === null || nextId === undefined ? -1 : children.findIndex((child) => child.id === nextId);
    if (at < 0) children.push(own);
    else children.splice(at, 0, own);
    index(own, parent);
    return true;
  };

  const mutate = (data: Value): void => {
    for (const { id } of data.removes as { id: number }[]) detach(id);
    let waiting = data.adds as Add[];
    while (waiting.length > 0) {
      const rest = waiting.filter((add) => !attach(add));
      if (rest.length === waiting.length) break;
      waiting = rest;
    }
    // What came before something that is not there any more stands at the end, as in the player.
    for (const add of waiting) attach({ ...add, nextId: null });
    for (const { id, value } of data.texts as { id: number; value: string | null }[]) {
      const node = places.get(id)?.node;
      if (node) node.textContent = value ?? '';
    }
    for (const { id, attributes } of data.attributes as { id: number; attributes: Value }[])
      change(id, attributes);
  };
  const change = (id: number, attributes: Value): void => {
    const node = places.get(id)?.node;
    if (!node) return;
    const own = (node.attributes = { ...node.attributes });
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && typeof value === 'object') {
        styleChanges.set(id, { ...styleChanges.get(id), ...(value as Value) });
        continue;
      }
      if (name === 'style') styleChanges.delete(id);
      if (value === null) delete own[name];
      else own[name] = value;
    }
  };

  const increment = (data: Value): void => {
    const kind = data.source as number;
    if (kind === source.mutation) mutate(data);
    else if (kind === source.resize) meta = { ...meta, width: data.width, height: data.height };
    else if (kind === source.scroll && data.id === root?.id)
      offset = { left: Number(data.x) || 0, top: Number(data.y) || 0 };
    else if (styleSources.has(kind)) styles.push(data);
    else if (lastOfEach.has(kind)) last.set(`${kind} ${String(data.id)}`, data);
  };

  return {
    feed(event: Event): void {
      const data = (event.data ?? {}) as Value;
      if (event.type === 4) meta = data;
      else if (event.type === 2) {
        places.clear();
        last.clear();
        styleChanges.clear();
        [styles, frames] = [[], []];
        root = structuredClone(data.node as Node);
        offset = (data.initialOffset as typeof offset | undefined) ?? { left: 0, top: 0 };
        index(root, undefined);
      } else if (event.type === 3 && root) increment(data);
      else if (event.type === 5 && data.tag === frameTag) frames.push(data);
    },

    /** A keyframe of the page as it stands, all of it at one moment; undefined before there was a first one. */
    keyframe(at: number): Event[] | undefined {
      if (!root) return undefined;
      const there = ({ id }: Value) => id === undefined || places.has(Number(id));
      const attributes = [...styleChanges]
        .filter(([id]) => places.has(id))
        .map(([id, style]) => ({ id, attributes: { style } }));
      const nothing = { source: source.mutation, texts: [], attributes: [], removes: [], adds: [] };
      const styling = { ...nothing, attributes };
      const node = structuredClone(root);
      return [
        { type: 4, data: meta },
        { type: 2, data: { node, initialOffset: offset } },
        ...takeDocuments(node).map((add) => ({
          type: 3,
          data: { ...nothing, adds: [add], isAttachIframe: true },
        })),
        ...frames
          .filter((data) => places.has(Number((data.payload as Value | undefined)?.element)))
          .map((data) => ({ type: 5, data })),
        ...[
          ...(attributes.length ? [styling] : []),
          ...styles.filter(there),
          ...[...last.values()].filter(there),
        ].map((data) => ({ type: 3, data })),
      ].map((event) => ({ ...event, timestamp: at }));
    },
  };
}
