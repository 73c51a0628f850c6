/** A serialized node as rrweb writes it. */
export type Node = {
  type: number;
  id: number;
  tagName?: string;
  attributes?: Record<string, string | number | boolean | null>;
  childNodes?: Node[];
  textContent?: string;
};

let lastId = 10;

/** Begins a new tree: ids stay short, so that none is taken for six digits of a value. */
export function newTree(): void {
  lastId = 10;
}

export function el(tagName: string, attributes: Node['attributes'], ...children: (Node | string)[]): Node {
  return {
    type: 2,
    id: ++lastId,
    tagName,
    attributes: attributes ?? {},
    childNodes: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  };
}

export const text = (textContent: string): Node => ({ type: 3, id: ++lastId, textContent });

export function snapshotOf(...body: Node[]) {
  const html = el('html', {}, el('head', {}, el('title', {}, '我的办件')), el('body', {}, ...body));
  const node = { type: 0, id: 1, childNodes: [html] } as Node;
  return { type: 2 as const, timestamp: 1, data: { node, initialOffset: { top: 0, left: 0 } } };
}
