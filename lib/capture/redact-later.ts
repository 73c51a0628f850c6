/** How long one stretch of work may hold the page, ms: a frame at 60 Hz has 16. */
const stretchMs = 8;
/** Work is done when the page is idle, but not later than this, ms. */
const latestMs = 150;

/**
 * Events wait here, in order, until the page has time for them: redacting them is most of what recording costs. The work
 * on one may be left between two of its steps, so that a change of thousands of nodes does not hold the page. What waits
 * is in memory alone. `drain` does all that waits at once: before anything else of this page is redacted, since the
 * events may have taught what to mask, and when the page is left. `caughtUp` is called when nothing waits any more.
 */
export function createLaterWork<E>(
  work: (event: E) => Iterator<void, unknown>,
  signal: AbortSignal,
  caughtUp: () => void = () => {},
) {
  let waiting: E[] = [];
  let next = 0;
  let asked = false;
  /** The work on the event before `next`, as far as it has come. */
  let begun: Iterator<void, unknown> | undefined;
  /** The work on an event ends with sending it, for which all that waits is asked for: it cannot be done from within. */
  let inStep = false;

  /** One step; false when nothing waits, or when asked from within one. */
  const step = (): boolean => {
    if (inStep) return false;
    if (!begun) {
      if (next >= waiting.length) {
        if (next > 0) caughtUp();
        waiting = [];
        next = 0;
        return false;
      }
      next += 1;
      begun = work(waiting[next - 1] as E);
    }
    inStep = true;
    try {
      if (begun.next().done) begun = undefined;
    } finally {
      inStep = false;
    }
    return true;
  };
  const drain = () => {
    while (step());
  };
  const stretch = () => {
    asked = false;
    const end = performance.now() + stretchMs;
    while (step())
      if (performance.now() >= end) {
        if (begun || next < waiting.length) ask();
        return;
      }
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
    /** Whether anything waits. */
    isBehind: (): boolean => begun !== undefined || next < waiting.length,
    drain,
  };
}
