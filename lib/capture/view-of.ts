import type { PageAction } from './watcher.ts';

/**
 * Where an element stood when something was done to it: how far its document was scrolled, whether it scrolls along,
 * and, as far as this frame may look, where the frame began in the tab's viewport and how large that is.
 */
export function viewOf(element: Element): Pick<PageAction, 'scroll' | 'pinned' | 'offset' | 'view'> {
  const above = findOffset();
  return {
    scroll: { x: Math.round(scrollX), y: Math.round(scrollY) },
    ...(isPinned(element) ? { pinned: true } : {}),
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

function isPinned(element: Element): boolean {
  let each: Element | null = element;
  for (let depth = 0; each && depth < depthLimit; depth += 1) {
    const { position, top, bottom } = getComputedStyle(each);
    if (position === 'fixed') return true;
    if (position === 'sticky') {
      const box = each.getBoundingClientRect();
      if (Math.abs(box.top - parseFloat(top)) < 1) return true;
      if (Math.abs(innerHeight - box.bottom - parseFloat(bottom)) < 1) return true;
    }
    each = each.parentElement ?? (each.getRootNode() as ShadowRoot).host ?? null;
  }
  return false;
}
