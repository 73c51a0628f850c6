/** Kinds of requests by which a page gets something for the walker; pictures and beacons count visits. */
const asked = new Set(['fetch', 'xmlhttprequest', 'iframe', 'frame']);
/** As often as this in the last minute, with nobody asking, is polling. */
const polls = 2;
const minuteMs = 60_000;
/** An answer later than this is not waited for. */
const latestMs = 30_000;

/**
 * Tells, once, how long after `from` (of the document's clock) the first request began that began within `withinMs`.
 */
export function hearRequests(
  from: number,
  withinMs: number,
  tell: (afterMs: number) => void,
  signal: AbortSignal,
): void {
  let observer: PerformanceObserver | undefined;
  const stop = () => {
    observer?.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, latestMs);
  signal.addEventListener('abort', stop);
  const look = (entries: PerformanceEntryList) => {
    const began = entries
      .filter((each) => asked.has((each as PerformanceResourceTiming).initiatorType))
      .filter((each) => each.startTime >= from && each.startTime < from + withinMs && !isPolled(each, from))
      .map((each) => each.startTime - from);
    if (began.length === 0) return;
    stop();
    tell(Math.min(...began));
  };
  observer = new PerformanceObserver((list) => look(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
}

function isPolled({ name }: PerformanceEntry, before: number): boolean {
  const path = name.split('?')[0];
  const earlier = performance
    .getEntriesByType('resource')
    .filter((each) => each.startTime < before && each.startTime > before - minuteMs);
  return earlier.filter((each) => each.name.split('?')[0] === path).length >= polls;
}
