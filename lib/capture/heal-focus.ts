import type { Healing } from './healing.ts';
import { hearEvents } from './hear-events.ts';
import { isElement, isShadowRoot } from './node-kinds.ts';
import { ringOf } from './ring-of.ts';

/** What a page has put in is told this much later, ms. */
const toldMs = 60;
/** Asked for so often: a page may be held up. */
const mostTries = 10;
/** As rrweb tells it. */
const INTERACTION = 2;
const FOCUS = 5;

/**
 * Tells where the keyboard went to what a page has only just put in: a dialog gives it to its first button at once, and
 * what is not in the stream yet has no name there. So it does of its way inside a component, and when a key brings the
 * ring to what was pressed.
 */
export function healFocus({ tell, idOf }: Healing, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What has the keyboard without a ring. */
  let ringless: Element | undefined;
  const isFocused = (element: Element) =>
    (element.getRootNode() as Document | ShadowRoot).activeElement === element;
  const wait = (element: Element, tries = mostTries) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isFocused(element)) return;
      const id = idOf(element);
      if (id > 0) tell({ source: INTERACTION, type: FOCUS, id, ...ringOf(element) });
      else if (tries > 1) wait(element, tries - 1);
    }, toldMs);
  };
  hearEvents(
    ['focusin'],
    ({ currentTarget }, origin) => {
      clearTimeout(timer);
      ringless = undefined;
      if (!isElement(origin)) return;
      if (ringOf(origin).ringless) ringless = origin;
      const id = idOf(origin);
      if (id <= 0) wait(origin);
      // Inside a component, from one part to another: that comes to nobody outside, not to rrweb either.
      else if (isShadowRoot(currentTarget)) tell({ source: INTERACTION, type: FOCUS, id, ...ringOf(origin) });
    },
    signal,
  );
  hearEvents(
    ['keydown'],
    () => {
      const element = ringless;
      if (!element) return;
      setTimeout(() => {
        if (signal.aborted || element !== ringless || ringOf(element).ringless) return;
        ringless = undefined;
        const id = idOf(element);
        if (id > 0 && isFocused(element)) tell({ source: INTERACTION, type: FOCUS, id });
      });
    },
    signal,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
