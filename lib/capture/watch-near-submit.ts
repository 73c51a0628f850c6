import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';

/**
 * Tells, before any click, that the pointer or the focus came to a button that would file a real application. The page
 * is never held up: the warning stands in the bar while the walker decides.
 */
export function watchNearSubmit(selectors: readonly string[], near: () => void, signal: AbortSignal): void {
  if (selectors.length === 0) return;
  hearEvents(
    ['pointerover', 'focusin'],
    ({ isTrusted }, target) => {
      if (!isTrusted || !isElement(target)) return;
      if (selectors.some((selector) => matches(target, selector))) near();
    },
    signal,
  );
}

/** A profile is written by hand: a selector that is none matches nothing. */
function matches(element: Element, selector: string): boolean {
  try {
    return element.closest(selector) !== null;
  } catch {
    return false;
  }
}
