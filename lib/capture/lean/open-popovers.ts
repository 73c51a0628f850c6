/** Hears of popovers inside shadow roots, whose events do not come out of them. */
let hear: ((event: Event) => void) | undefined;

export function hearPopovers(how: NonNullable<typeof hear>, signal: AbortSignal): void {
  hear = how;
  signal.addEventListener('abort', () => {
    if (hear === how) hear = undefined;
  });
}

const pass = (event: Event): void => hear?.(event);

/** Said of each shadow root that is told; the same listener is added once. */
export const hearPopoversIn = (root: ShadowRoot): void =>
  root.addEventListener('toggle', pass, { capture: true, passive: true });

/** Whether the element is a popover that is open, which no attribute says; undefined for all that is none. */
export function isOpenPopover(element: Element): boolean | undefined {
  // Older browsers know of none, and not of the selector.
  if (!element.hasAttribute('popover') || !('showPopover' in element)) return undefined;
  return element.matches(':popover-open');
}
