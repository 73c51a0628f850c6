import { hearEvents } from './hear-events.ts';

/** What the walker does may be written down by a script so much later, ms: a keyboard of the page's own, say. */
const answeredMs = 1000;

type Happening = Pick<Event, 'isTrusted'>;

/**
 * Tells whether an input event comes of the walker's doing. Browsers trust what a script writes by `execCommand`, too, but
 * announce (`beforeinput`) only what a person writes, by whatever means: keys, an IME, the voice, a keyboard on the screen.
 * Text that was not announced is a script's, unless the walker has just pressed something, here or in a frame beside.
 */
export function createHandSense(): {
  /** To be called of all that somebody does, and of what is announced. */
  met(event: Happening): void;
  isByHand(event: Happening & Partial<Pick<InputEvent, 'inputType'>>): boolean;
} {
  let lastAt = -Infinity;
  return {
    met({ isTrusted }) {
      if (isTrusted) lastAt = performance.now();
    },
    isByHand({ isTrusted, inputType }) {
      if (!isTrusted) return false;
      // Values that the browser fills in, and all that is not plain text, come without an announcement.
      if (inputType !== 'insertText') return true;
      return performance.now() - lastAt < answeredMs || navigator.userActivation.isActive;
    },
  };
}

/** Whether an input event is by hand, for as long as the signal is not aborted. */
export function hearWriting(signal: AbortSignal): (event: Event) => boolean {
  const { met, isByHand } = createHandSense();
  hearEvents(['beforeinput', 'keydown', 'pointerdown', 'click', 'paste', 'drop'], met, signal);
  return isByHand;
}
