import type { Healing } from './healing.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';
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
 * what is not in the stream yet has no name there.
 */
export function healFocus({ tell, idOf }: Healing, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (element: Element, tries = mostTries) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if ((element.getRootNode() as Document | ShadowRoot).activeElement !== element) return;
      const id = idOf(element);
      if (id > 0) tell({ source: INTERACTION, type: FOCUS, id, ...ringOf(element) });
      else if (tries > 1) wait(element, tries - 1);
    }, toldMs);
  };
  hearEvents(
    ['focusin'],
    (_event, origin) => {
      clearTimeout(timer);
      if (isElement(origin) && idOf(origin) <= 0) wait(origin);
    },
    signal,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
