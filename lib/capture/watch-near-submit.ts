/**
 * Tells, before any click, that the pointer or the focus came to a button that would file a real application. The page
 * is never held up: the warning stands in the bar while the walker decides.
 */
export function watchNearSubmit(selectors: readonly string[], near: () => void, signal: AbortSignal): void {
  if (selectors.length === 0) return;
  const look = (event: Event) => {
    const target = event.composedPath()[0];
    if (!event.isTrusted || !(target instanceof Element)) return;
    if (selectors.some((selector) => matches(target, selector))) near();
  };
  const options = { capture: true, passive: true, signal } as const;
  document.addEventListener('pointerover', look, options);
  document.addEventListener('focusin', look, options);
}

/** A profile is written by hand: a selector that is none matches nothing. */
function matches(element: Element, selector: string): boolean {
  try {
    return element.closest(selector) !== null;
  } catch {
    return false;
  }
}
