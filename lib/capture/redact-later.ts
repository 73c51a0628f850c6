/** How long one stretch of work may hold the page, ms: a frame at 60 Hz has 16. */
const stretchMs = 8;
/** Work is done when the page is idle, but not later than this, ms. */
const latestMs = 150;

/**
 * Events wait here, in order, until the page has time for them: redacting them is most of what recording costs. What
 * waits is in memory alone. `drain` does all that waits at once: before anything else of this page is redacted, since
 * the events may have taught what to mask, and when the page is left.
 */
export function createLaterWork<E>(work: (event: E) => void, signal: AbortSignal) {
  let waiting: E[] = [];
  let next = 0;
  let asked = false;

  const drain = () => {
    for (; next < waiting.length; next += 1) work(waiting[next] as E);
    waiting = [];
    next = 0;
  };
  const stretch = () => {
    asked = false;
    const end = performance.now() + stretchMs;
    while (next < waiting.length && performance.now() < end) {
      next += 1;
      work(waiting[next - 1] as E);
    }
    if (next < waiting.length) return ask();
    waiting = [];
    next = 0;
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    if (typeof requestIdleCallback === 'function') requestIdleCallback(stretch, { timeout: latestMs });
    else setTimeout(stretch, 20);
  };
  const drainWhenHidden = () => {
    if (document.visibilityState === 'hidden') drain();
  };
  document.addEventListener('visibilitychange', drainWhenHidden, { signal });
  addEventListener('pagehide', drain, { signal });

  return {
    push(event: E): void {
      waiting.push(event);
      if (document.visibilityState === 'hidden') drain();
      else ask();
    },
    drain,
  };
}
