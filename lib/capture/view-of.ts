import type { ScrollBox } from '../model/scroll-box.ts';
import { findBox } from './scroll-boxes.ts';
import type { PageAction } from './watcher.ts';

/**
 * Where an element stood when something was done to it: how far its document and the boxes it lies in were scrolled,
 * whether it scrolls along, and, as far as this frame may look, where the frame began in the tab's viewport and how large that is.
 */
export function viewOf(
  element: Element,
): Pick<PageAction, 'scroll' | 'boxes' | 'pinned' | 'offset' | 'view'> {
  const above = findOffset();
  const { pinned, boxes } = hangOf(element);
  return {
    scroll: { x: Math.round(scrollX), y: Math.round(scrollY) },
    ...(boxes.length > 0 ? { boxes } : {}),
    ...(pinned ? { pinned: true } : {}),
    ...(above && window !== window.top ? { offset: { x: above.x, y: above.y } } : {}),
    ...(above ? { view: { width: above.width, height: above.height } } : {}),
  };
}

/** Undefined where a frame of another origin stands between this one and the tab. */
function findOffset(): { x: number; y: number; width: number; height: number } | undefined {
  let x = 0;
  let y = 0;
  try {
    let from: Window = window;
    while (from !== from.parent) {
      const holder = from.frameElement;
      if (!holder) return undefined;
      const box = holder.getBoundingClientRect();
      const style = getComputedStyle(holder);
      x += box.x + (parseFloat(style.borderLeftWidth) || 0) + (parseFloat(style.paddingLeft) || 0);
      y += box.y + (parseFloat(style.borderTopWidth) || 0) + (parseFloat(style.paddingTop) || 0);
      from = from.parent;
    }
    const { innerWidth: width, innerHeight: height } = from;
    return width > 0 && height > 0 ? { x, y, width, height } : undefined;
  } catch {
    return undefined;
  }
}

/** No page a person can use is deeper; a hostile one shall not hold up a click. */
const depthLimit = 200;

/** More boxes in boxes than this no page has. */
const boxesLimit = 8;

/** What the element scrolls with: the boxes that hold it, and whether it stays where it is in the viewport. */
function hangOf(element: Element): { pinned: boolean; boxes: ScrollBox[] } {
  const boxes: ScrollBox[] = [];
  const sticky: { each: Element; style: CSSStyleDeclaration }[] = [];
  const sticks = (holder: { top: number; bottom: number }) =>
    sticky.some(({ each, style }) => {
      const box = each.getBoundingClientRect();
      return (
        Math.abs(box.top - holder.top - parseFloat(style.top)) < 1 ||
        Math.abs(holder.bottom - box.bottom - parseFloat(style.bottom)) < 1
      );
    });
  let each: Element | null = element;
  for (let depth = 0; each && depth < depthLimit; depth += 1) {
    const style = getComputedStyle(each);
    const box = each === element || boxes.length >= boxesLimit ? undefined : findBox(each, style);
    if (box) {
      if (!sticky.length || !sticks(each.getBoundingClientRect())) boxes.push(box);
      // To what is around it, it is one with its box.
      sticky.length = 0;
    }
    if (style.position === 'fixed') return { pinned: true, boxes };
    if (style.position === 'sticky') sticky.push({ each, style });
    each = each.assignedSlot ?? each.parentElement ?? (each.getRootNode() as ShadowRoot).host ?? null;
  }
  return { pinned: sticky.length > 0 && sticks({ top: 0, bottom: innerHeight }), boxes };
}
