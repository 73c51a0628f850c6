import type { ScrollBox, ShownBox } from '../model/scroll-box.ts';

/** Parts of this document that scroll by themselves, by numbers that live as long as it. */
const numbers = new WeakMap<Element, number>();
const boxes = new Set<Element>();
let last = 0;

/** A picture tells of so many; of a page with more of them nobody knows how far they were scrolled. */
const toldLimit = 20;
/** A document that came before the recorder is looked through once for what was scrolled until then, up to so many elements. */
const searchLimit = 5000;

export function knowBox(box: Element): number {
  const known = numbers.get(box);
  if (known !== undefined) return known;
  if (boxes.size > 2 * toldLimit) prune();
  last += 1;
  // Scrolling inside a shadow tree is not heard outside of it.
  const n = box.getRootNode() === document ? last : -last;
  numbers.set(box, n);
  boxes.add(box);
  return n;
}

/** Undefined for what does not scroll what is in it; `overflow` as the page's style computes it. */
export function findBox(
  element: Element,
  { overflowX, overflowY }: CSSStyleDeclaration,
): ScrollBox | undefined {
  const canScroll =
    (scrolls.test(overflowY) && element.scrollHeight > element.clientHeight) ||
    (scrolls.test(overflowX) && element.scrollWidth > element.clientWidth);
  if ((!canScroll && !numbers.has(element)) || !isBox(element)) return undefined;
  return { n: knowBox(element), ...scrolledBy(element) };
}
const scrolls = /auto|scroll|overlay/;

/**
 * How far each was scrolled and where it stands, for a document that is laid out; undefined where that is not known of all.
 * `sawAll`: none was scrolled unheard.
 */
export function readBoxes(sawAll: boolean): ShownBox[] | undefined {
  if (!sawAll && !searched()) return undefined;
  prune();
  if (boxes.size > toldLimit) return undefined;
  return [...boxes].map((box) => {
    const { left, top } = box.getBoundingClientRect();
    return {
      n: knowBox(box),
      ...scrolledBy(box),
      left: Math.round(left),
      top: Math.round(top),
      width: box.clientWidth,
      height: box.clientHeight,
    };
  });
}

function prune(): void {
  for (const box of boxes)
    if (!box.isConnected) {
      boxes.delete(box);
      numbers.delete(box);
    }
}

const scrolledBy = ({ scrollLeft, scrollTop }: Element) => ({
  x: Math.round(scrollLeft),
  y: Math.round(scrollTop),
});

let found: boolean | undefined;
function searched(): boolean {
  if (found !== undefined) return found;
  const all = document.getElementsByTagName('*');
  found = all.length <= searchLimit;
  if (found)
    for (const element of all)
      if ((element.scrollTop || element.scrollLeft) && isBox(element)) knowBox(element);
  return found;
}

/** Fields scroll too, but nothing lies in them; the document tells its own scrolling. */
export const isBox = (element: Element): boolean =>
  element !== document.scrollingElement &&
  element !== document.documentElement &&
  !/^(?:input|textarea|select)$/.test(element.localName);
