import { isBeingRead } from './being-read.ts';

/** A page whose parser is held up for longer than this, ms, is recorded as far as it has come. */
const slowAfterMs = 1000;
/** A page that is slow before there is anything to show is looked at again, ms. */
const againMs = 500;
/** The same for one that a script writes: what it wrote first stands when the script is done. */
const writtenAgainMs = 50;

/**
 * Calls `begin` when a page is still loading after a second, or as soon as somebody does something in it: a script that
 * does not come holds up the rest of a page for a minute, and people work with what they see. A document that a script
 * writes may have no end at all: what stands is recorded at once.
 */
export function whenSlowToCome(begin: () => void, signal: AbortSignal): void {
  if (document.readyState !== 'loading') return;
  const isWritten = !isBeingRead();
  const over = new AbortController();
  const stop = () => over.abort();
  const go = () => {
    if (document.readyState === 'loading') {
      if (!document.body) return plan(isWritten ? writtenAgainMs : againMs);
      begin();
    }
    stop();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(go, ms);
  };
  const hear = (event: Event) => event.isTrusted && go();
  const options = { capture: true, passive: true, signal: over.signal };
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, hear, options);
  document.addEventListener('DOMContentLoaded', stop, options);
  over.signal.addEventListener('abort', () => clearTimeout(timer));
  signal.addEventListener('abort', stop);
  plan(isWritten ? 0 : slowAfterMs);
}
