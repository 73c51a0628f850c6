import { isElement, isNode } from '../node-kinds.ts';
import { isBox, knowBox } from '../scroll-boxes.ts';

/** Which places of this document were scrolled: asking the page itself makes it lay itself out. */
const scrolled = new WeakSet<Node>();
let sawAll: boolean | undefined;

type Noting = Document & { zybMayBeScrolled?: (place: Node) => boolean };

/** To be called as early as possible; what was scrolled before cannot be known. */
export function noteScrolls(): void {
  if (sawAll !== undefined) return;
  sawAll = document.readyState === 'loading';
  // The browser itself scrolls to where the page was left, and to a fragment.
  const [navigation] = performance.getEntriesByType('navigation');
  if (location.hash || navigation?.type !== 'navigate') scrolled.add(document);
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (!isNode(target) || scrolled.has(target)) return;
      scrolled.add(target);
      if (isElement(target) && isBox(target)) knowBox(target);
    },
    { capture: true, passive: true },
  );
  if (window !== window.top) (document as Noting).zybMayBeScrolled = mayBeScrolled;
}

/** Nothing was scrolled in this document before that was heard. */
export const sawAllScrolls = (): boolean => sawAll === true;

/** False when nobody scrolled it since the document came. */
export const mayBeScrolled = (place: Node): boolean => !sawAll || scrolled.has(place);

/** The same for an iframe's document, which hears for itself; of one without a script of ours nothing is known. */
export function scrolledIn(inner: Document): (place: Node) => boolean {
  const may = (inner as Noting).zybMayBeScrolled;
  if (!may) return () => true;
  const { documentElement, body } = inner;
  // The document itself is scrolled by its root element, in a page of the old kind by its body.
  return (place) => may(place === documentElement || place === body ? inner : place);
}
