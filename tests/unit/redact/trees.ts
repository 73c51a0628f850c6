/** Hand-made rrweb trees: what a recorder would have serialized. */
export type Tree = {
  type: number;
  id: number;
  tagName?: string;
  attributes?: Record<string, string | number | true | null>;
  childNodes?: Tree[];
  textContent?: string;
  isSVG?: true;
};

let lastId = 1000;
const nextId = () => ++lastId;

export function text(textContent: string): Tree {
  return { type: 3, id: nextId(), textContent };
}

export function element(
  tagName: string,
  attributes: Tree['attributes'] = {},
  childNodes: (Tree | string)[] = [],
): Tree {
  const children = childNodes.map((child) => (typeof child === 'string' ? text(child) : child));
  return { type: 2, id: nextId(), tagName, attributes, childNodes: children };
}

export function comment(textContent: string): Tree {
  return { type: 5, id: nextId(), textContent };
}

export function snapshot(body: Tree[], head: Tree[] = []) {
  const html = element('html', {}, [element('head', {}, head), element('body', {}, body)]);
  return {
    type: 2 as const,
    timestamp: 1714968000000,
    data: { node: { type: 0, id: 1, childNodes: [html] } as Tree, initialOffset: { top: 0, left: 0 } },
  };
}

/** The tree as flat list, in document order. */
export function flatten(node: Tree): Tree[] {
  return [node, ...(node.childNodes ?? []).flatMap(flatten)];
}

/** Visible text of a tree, nodes joined by `|`. */
export function words(node: Tree): string {
  return flatten(node)
    .filter(({ type, textContent }) => type === 3 && textContent?.trim())
    .map(({ textContent }) => textContent)
    .join('|');
}

export function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
