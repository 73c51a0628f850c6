/** It takes room on the page. Reads layout: ask once an element, when the page has settled. */
export const isShown = (element: Element): boolean =>
  element.isConnected && (('offsetParent' in element && element.offsetParent !== null) || hasArea(element));

function hasArea(element: Element): boolean {
  for (const box of element.getClientRects()) if (box.width > 1 && box.height > 1) return true;
  return false;
}
