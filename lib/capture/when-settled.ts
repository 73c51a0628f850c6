/**
 * One look-out for the whole document, shared by every watcher that looks at the page now and then. Watching stops at
 * the first change and begins again after the look, so a page that never rests costs one callback per look and no more.
 */
type Looker = {
  look(since: number): void;
  after: number;
  /** Milliseconds the last look took. */
  cost: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  since: number;
  endedAt: number;
};

/** A look that takes long comes back later: at most this share of the page's time goes into looking. */
const shareOfTime = 0.02;

const lookers = new Set<Looker>();
const changeListeners = new Set<(records: MutationRecord[]) => void>();
let observer: MutationObserver | undefined;
let watching = false;
let looking = false;
let changes = 0;

const watched = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: [
    'class',
    'style',
    'hidden',
    'src',
    'aria-busy',
    'aria-current',
    'aria-hidden',
    'aria-invalid',
  ],
};

/**
 * Calls `look` now and `after` ms after the page changed, not more often than that; `since` is the moment of the first
 * change it has not seen yet (or now). When the page is left a look that is due comes at once. Gives back a way to ask
 * for one more look.
 */
export function whenSettled(look: (since: number) => void, signal: AbortSignal, after = 400): () => void {
  const looker: Looker = { look, after, cost: 0, timer: undefined, since: Date.now(), endedAt: -Infinity };
  lookers.add(looker);
  signal.addEventListener('abort', () => {
    clearTimeout(looker.timer);
    lookers.delete(looker);
    if (lookers.size === 0) stop();
  });
  addEventListener('pagehide', () => looker.timer !== undefined && run(looker), { capture: true, signal });
  // A route may change what a page means before it changes what it shows.
  for (const kind of ['hashchange', 'popstate', 'pageshow'] as const)
    addEventListener(kind, () => due(looker), { capture: true, passive: true, signal });
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => due(looker), { once: true, signal });
  due(looker, 0);
  return () => !signal.aborted && due(looker);
}

/**
 * Names the state of the page: as long as it is the same, so is what was read from the page. Undefined while nobody
 * watches.
 */
export const pageState = (): number | undefined => (watching || looking ? changes : undefined);

/** Hears which changes woke the look-out: a sample of what moves by itself, not a record of all changes. */
export function hearChanges(hear: (records: MutationRecord[]) => void, signal: AbortSignal): void {
  changeListeners.add(hear);
  signal.addEventListener('abort', () => changeListeners.delete(hear));
}

function due(looker: Looker, after = looker.after): void {
  if (looker.timer !== undefined) return;
  looker.since = Date.now();
  const rest = looker.endedAt + looker.cost / shareOfTime - performance.now();
  looker.timer = setTimeout(run, Math.max(after, rest), looker);
}

function run(looker: Looker): void {
  clearTimeout(looker.timer);
  looker.timer = undefined;
  const began = performance.now();
  // What came while nobody watched is a change nobody counted.
  if (!watching) changes += 1;
  looking = true;
  try {
    looker.look(looker.since);
  } finally {
    looking = false;
    looker.endedAt = performance.now();
    looker.cost = looker.endedAt - began;
    watch();
  }
}

function watch(): void {
  if (watching || lookers.size === 0) return;
  observer ??= new MutationObserver((records) => {
    stop();
    changes += 1;
    for (const hear of changeListeners) hear(records);
    for (const looker of lookers) due(looker);
  });
  observer.observe(document, watched);
  watching = true;
}

function stop(): void {
  observer?.disconnect();
  watching = false;
}
