/** It takes room on the page. Reads layout: ask once an element, when the page has settled. */
export function isShown(element: Element): boolean {
  if ((element as HTMLElement).offsetParent) return true;
  if (!element.isConnected) return false;
  const boxes = element.getClientRects();
  for (let n = 0; n < boxes.length; n += 1) {
    const { width, height } = boxes[n] as DOMRect;
    if (width > 1 && height > 1) return true;
  }
  return false;
}
