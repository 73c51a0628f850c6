import { ownOf } from './lean/form-ways.ts';

/*
 * In a same-origin iframe the frame above, which records it, meets new nodes first: the browser then makes them of that
 * window's classes, and `instanceof` denies here what they are (docs/adr/0062).
 */

/** What kind of node it is (`Node.nodeType`), whatever a form's fields are called; 0 for what is no node. */
function typeOf(it: unknown): number {
  // Elements that hold a plug-in were functions once.
  if ((typeof it !== 'object' && typeof it !== 'function') || it === null || !('nodeType' in it)) return 0;
  try {
    return ownOf(it as Node, 'nodeType');
  } catch {
    // A window in which something is called so.
    return 0;
  }
}

/** An element of whichever window. */
export const isElement = (it: unknown): it is Element => typeOf(it) === 1;

/** A node of whichever window. */
export const isNode = (it: unknown): it is Node => typeOf(it) > 0;

/** A text of whichever window, or a section of characters (XHTML, XML), which is one to the eye. */
export const isText = (it: unknown): it is Text => {
  const type = typeOf(it);
  return type === 3 || type === 4;
};

/** What a tree walker is told to come by for texts of both kinds (`NodeFilter`). */
export const SHOW_TEXTS = 4 | 8;

/** A shadow root of whichever window. */
export const isShadowRoot = (it: unknown): it is ShadowRoot => typeOf(it) === 11 && 'host' in (it as Node);

/** One of HTML's own elements with one of these names, of whichever window. */
export function isTag<Tag extends keyof HTMLElementTagNameMap>(
  it: unknown,
  ...tags: Tag[]
): it is HTMLElementTagNameMap[Tag] {
  return (
    isElement(it) &&
    tags.includes(ownOf(it, 'localName') as Tag) &&
    it.namespaceURI === 'http://www.w3.org/1999/xhtml'
  );
}
