import { hasJustCome } from './came-with-it.ts';

/** Kinds of requests by which a page gets something for the walker; pictures and beacons count visits. */
const asked = new Set(['fetch', 'xmlhttprequest', 'iframe', 'frame']);
/** As often as this in the last minute, with nobody asking, is polling. */
const polls = 2;
const minuteMs = 60_000;
/** An answer later than this is not waited for. */
const latestMs = 30_000;
/** So many requests a browser remembers of a page that asks for no more; it forgets those after them. */
const remembered = 250;
/** Of those that it forgot so many are kept here, at most. */
const mostKept = 500;

export type RequestsHeard = {
  /** Tells, once, how long after the press the first request began; now where it is known, else when it is answered. */
  tell(told: (afterMs: number) => void): void;
  stop(): void;
};

type Ear = { hear(entries: PerformanceResourceTiming[]): void };

/**
 * Hears what the page asks for after a press: gives back `begin`, for a press at `from` (of the document's clock) and
 * requests that begin within `withinMs`. Heard from the press on, because the memory of the browser may be full; one
 * observer serves all presses, and watches while one is followed. Where that memory is full it goes on watching, else
 * nobody would know what is polled.
 */
export function createRequestHearing(signal: AbortSignal): (from: number, withinMs: number) => RequestsHeard {
  const ears = new Set<Ear>();
  let forgotten: PerformanceResourceTiming[] = [];
  // In a new document it would be told when it is full.
  let isFull = !hasJustCome() && performance.getEntriesByType('resource').length >= remembered;
  let observer: PerformanceObserver | undefined;
  let isWatching = false;

  const hear = (list: PerformanceObserverEntryList) => {
    const entries = (list.getEntries() as PerformanceResourceTiming[]).filter((each) =>
      asked.has(each.initiatorType),
    );
    if (entries.length === 0) return;
    for (const ear of ears) ear.hear(entries);
    if (!isFull) return;
    const since = performance.now() - minuteMs - latestMs;
    forgotten = [...forgotten, ...entries].filter((each) => each.startTime > since).slice(-mostKept);
  };
  const watch = () => {
    const isAsked = !signal.aborted && (isFull || ears.size > 0);
    if (isAsked === isWatching) return;
    isWatching = isAsked;
    observer ??= new PerformanceObserver(hear);
    if (isAsked) observer.observe({ type: 'resource' });
    else observer.disconnect();
  };
  performance.addEventListener(
    'resourcetimingbufferfull',
    () => {
      isFull = true;
      watch();
    },
    { signal },
  );
  signal.addEventListener('abort', watch);
  watch();

  const isPolled = ({ name }: PerformanceEntry, before: number): boolean => {
    const path = name.split('?')[0];
    const earlier = [...performance.getEntriesByType('resource'), ...forgotten].filter(
      (each) =>
        each.startTime < before && each.startTime > before - minuteMs && each.name.split('?')[0] === path,
    );
    // A page may have emptied the browser's memory: then both know of one.
    return new Set(earlier.map((each) => each.startTime)).size >= polls;
  };

  return (from, withinMs) => {
    let found: PerformanceResourceTiming[] = [];
    let told: ((afterMs: number) => void) | undefined;
    const stop = () => {
      clearTimeout(timer);
      ears.delete(ear);
      watch();
    };
    const look = () => {
      if (!told) return;
      const began = found.filter((each) => !isPolled(each, from)).map((each) => each.startTime - from);
      found = [];
      if (began.length === 0) return;
      stop();
      told(Math.min(...began));
    };
    const ear: Ear = {
      hear(entries) {
        found.push(...entries.filter(({ startTime }) => startTime >= from && startTime < from + withinMs));
        look();
      },
    };
    const timer = setTimeout(stop, latestMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
    ears.add(ear);
    watch();
    return {
      tell(hears) {
        told = hears;
        look();
      },
      stop,
    };
  };
}
