import { isBox, knowBox } from '../scroll-boxes.ts';

/** Which places of this document were scrolled: asking the page itself makes it lay itself out. */
const scrolled = new WeakSet<Node>();
let sawAll: boolean | undefined;

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
      if (!(target instanceof Node) || scrolled.has(target)) return;
      scrolled.add(target);
      if (target instanceof Element && isBox(target)) knowBox(target);
    },
    { capture: true, passive: true },
  );
}

/** Nothing was scrolled in this document before that was heard. */
export const sawAllScrolls = (): boolean => sawAll === true;

/** False when nobody scrolled it since the document came. */
export const mayBeScrolled = (place: Node): boolean => !sawAll || scrolled.has(place);
