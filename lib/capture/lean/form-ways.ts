/**
 * A form's fields hide the form's own properties of their names ("nodeType", "parentNode"), in this world too. Read
 * here by the prototypes' getters, which no field hides. Only forms, and pages with such fields, pay for it.
 */
const ofNode = [
  'nodeType',
  'nodeName',
  'ownerDocument',
  'parentNode',
  'parentElement',
  'childNodes',
  'firstChild',
  'lastChild',
  'previousSibling',
  'nextSibling',
  'textContent',
] as const;
const ofElement = ['localName', 'tagName', 'previousElementSibling'] as const;
type Name = (typeof ofNode)[number] | (typeof ofElement)[number];

const hidden: ReadonlySet<string> = new Set([...ofNode, ...ofElement]);
const getters = new Map<string, (() => unknown) | undefined>();

function getterOf(name: Name): (() => unknown) | undefined {
  if (!getters.has(name)) {
    // Absent where there is no browser.
    const { Node: node, Element: element } = globalThis as Partial<typeof globalThis>;
    const home = (ofElement as readonly string[]).includes(name) ? element : node;
    getters.set(name, home && Object.getOwnPropertyDescriptor(home.prototype, name)?.get);
  }
  return getters.get(name);
}

/** A node's own property, whatever a form's fields are called. */
export function ownOf<N extends Element | Node, K extends Name & keyof N>(node: N, name: K): N[K] {
  const getter = getterOf(name);
  return (getter ? getter.call(node) : node[name]) as N[K];
}

/** Whether a field of this name hides what recording reads of its form. */
export const hidesWays = (name: string | null): boolean => name !== null && hidden.has(name);

/** Whether a field of this form does. */
export const isHidden = (form: Element): boolean =>
  [...ofNode, ...ofElement].some((name) => form[name] !== ownOf(form, name));
