import { hearEvents } from './hear-events.ts';

/** What the walker does may be written down by a script so much later, ms: a keyboard of the page's own, say. */
const answeredMs = 1000;

/**
 * Tells whether an input event comes of the walker's doing. Browsers trust what a script writes by `execCommand`, too, but
 * announce (`beforeinput`) only what a person writes, by whatever means: keys, an IME, the voice, a keyboard on the screen.
 * Text that was not announced is a script's, unless the walker has just pressed something, here or in a frame beside.
 */
export function hearWriting(signal: AbortSignal): (event: Event) => boolean {
  let lastAt = -Infinity;
  hearEvents(
    ['beforeinput', 'keydown', 'pointerdown', 'click', 'paste', 'drop'],
    ({ isTrusted }) => {
      if (isTrusted) lastAt = performance.now();
    },
    signal,
  );
  return (event) => {
    if (!event.isTrusted) return false;
    // Values that the browser fills in, and all that is not plain text, come without an announcement.
    if ((event as Partial<InputEvent>).inputType !== 'insertText') return true;
    return performance.now() - lastAt < answeredMs || navigator.userActivation.isActive;
  };
}
