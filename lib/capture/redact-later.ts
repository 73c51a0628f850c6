import { whenLeft } from './when-left.ts';

/** How long one stretch of work may hold the page, ms: a frame at 60 Hz has 16. */
const stretchMs = 8;
/** Somebody who needs what waits to be done has that much of it done at once, ms: more would hold the page. */
const brieflyMs = 8;
/** Several may need it for one press: whoever asks again within this, ms, had a stretch done already. */
const sameMomentMs = 4;
/** Work is done when the page is idle, but not later than this, ms. */
const latestMs = 150;

type Job = () => void;
const isJob = (item: unknown): item is Job => typeof item === 'function';

/**
 * Events wait here, in order, until the page has time for them: redacting them is most of what recording costs. The work
 * on one may be left between two of its steps, so that a change of thousands of nodes does not hold the page. What waits
 * is in memory alone. `drain` does all that waits at once: before anything else of this page is redacted, since the
 * events may have taught what to mask, and when the page is left. `caughtUp` is called when nothing waits any more.
 */
export function createLaterWork<E extends object | number | string>(
  work: (event: E) => Iterator<void, unknown>,
  signal: AbortSignal,
  caughtUp: () => void = () => {},
) {
  let waiting: (E | Job)[] = [];
  let next = 0;
  let asked = false;
  /** The work on the event before `next`, as far as it has come. */
  let begun: Iterator<void, unknown> | undefined;
  /** The work on an event ends with sending it, for which all that waits is asked for: it cannot be done from within. */
  let inStep = false;
  /** When last as much was done at once as may be. */
  let stretchedAt = -Infinity;

  /** One step; false when nothing waits, or when asked from within one. */
  const step = (): boolean => {
    if (inStep) return false;
    if (!begun) {
      if (next >= waiting.length) {
        const wasBehind = next > 0;
        waiting = [];
        next = 0;
        // What was held back for the work may come now.
        if (wasBehind) caughtUp();
        return false;
      }
      next += 1;
      const item = waiting[next - 1] as E | Job;
      begun = isJob(item) ? doJob(item) : work(item);
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
  const isBehind = () => begun !== undefined || next < waiting.length;
  const wait = (item: E | Job) => {
    waiting.push(item);
    if (document.visibilityState === 'hidden') drain();
    else ask();
  };
  const drainWhenHidden = () => {
    if (document.visibilityState === 'hidden') drain();
  };
  document.addEventListener('visibilitychange', drainWhenHidden, { signal });
  whenLeft('mask', drain, signal, true);

  return {
    push: (event: E): void => wait(event),
    /** Does the job at once when nothing waits, else after what does. */
    after(job: Job): void {
      if (isBehind()) wait(job);
      else job();
    },
    /** Does some of what waits; true when nothing is left. */
    catchesUp(): boolean {
      const began = performance.now();
      if (began - stretchedAt < sameMomentMs) return !isBehind();
      while (step())
        if (performance.now() >= began + brieflyMs) {
          stretchedAt = performance.now();
          break;
        }
      return !isBehind();
    },
    drain,
  };
}

// oxlint-disable-next-line require-yield -- one step
function* doJob(job: Job): Generator<void, void> {
  try {
    job();
  } catch (error) {
    // What waits behind it is done all the same.
    reportError(error);
  }
}
