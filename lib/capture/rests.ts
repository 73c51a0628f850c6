import { meantElement } from './describe-element.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';

/** Shorter than this a pointer only passes over something, ms. */
const leastStay = 100;
const mostKept = 8;
/** Menus in menus. */
const mostOpened = 3;
/** What opens something by being pointed at is small, and lies beside what it opens; CSS pixels. */
const mostHeight = 200;
const mostGap = 24;
const mostAround = 4;

/**
 * What the pointer rested on before a press. A menu that opens by hovering is opened by no action, so of a press in one
 * it has to be known where the pointer was. `take` gives the things that may have brought what is pressed, from outside
 * in: from each a pointer went, without a press between, into a box that lies over the page beside it.
 */
export function watchRests(signal: AbortSignal): { take(pressed: Element): Element[] } {
  let rests: Element[] = [];
  let over: { element: Element; since: number } | undefined;
  const leave = () => {
    if (over && performance.now() - over.since >= leastStay)
      rests = [...rests.slice(1 - mostKept), over.element];
    over = undefined;
  };
  hearEvents(
    ['pointerover'],
    ({ pointerType, isTrusted }, origin) => {
      leave();
      if (isTrusted && pointerType === 'mouse' && isElement(origin))
        over = { element: origin, since: performance.now() };
    },
    signal,
  );
  return {
    take(pressed) {
      const passed = rests;
      rests = [];
      over = undefined;
      return openersOf(pressed, passed);
    },
  };
}

function openersOf(pressed: Element, passed: readonly Element[]): Element[] {
  const found: Element[] = [];
  let box = passed.length > 0 ? boxOver(pressed) : undefined;
  for (const rest of [...passed].reverse()) {
    if (!box || found.length === mostOpened) break;
    if (!rest.isConnected || box.contains(rest)) continue;
    const meant = meantElement(rest);
    if (!mayOpen(meant, box)) break;
    found.unshift(meant);
    box = boxOver(meant);
  }
  return found;
}

/** The box over the page that an element lies in. */
function boxOver(element: Element): Element | undefined {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
    if (/^(?:absolute|fixed)$/.test(getComputedStyle(at).position)) return at;
  return undefined;
}

/** Words are narrower than the entry they stand in: what is a little around them counts too. */
function mayOpen(element: Element, box: Element): boolean {
  const { width, height } = box.getBoundingClientRect();
  // A page's own parts lie over it, too.
  if (width * height > (innerWidth * innerHeight) / 2) return false;
  let at: Element | null = element;
  for (let n = 0; at && n < mostAround && isSmall(at); at = at.parentElement, n += 1)
    if (isBeside(at, box)) return true;
  return false;
}

function isSmall(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return height > 0 && height <= mostHeight && width <= innerWidth / 2;
}

function isBeside(element: Element, box: Element): boolean {
  const [from, to] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  return (
    Math.max(from.left - to.right, to.left - from.right, from.top - to.bottom, to.top - from.bottom) <=
    mostGap
  );
}
