/**
 * One look-out for the whole document, shared by every watcher that looks at the page now and then. Watching stops at
 * the first change and begins again after the look, so a page that never rests costs one callback per look and no more.
 */
type Look = (since: number) => void;

/** Looks that come equally long after a change come together, so that what one of them read serves the others. */
type Round = {
  after: number;
  looks: Set<Look>;
  /** Milliseconds the last round took. */
  cost: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  since: number;
  endedAt: number;
};

/** A round that takes long comes back later: at most this share of the page's time goes into looking. */
const shareOfTime = 0.01;

const rounds = new Map<number, Round>();
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
export function whenSettled(look: Look, signal: AbortSignal, after = 800): () => void {
  const round = rounds.get(after) ?? beginRound(after);
  round.looks.add(look);
  signal.addEventListener('abort', () => {
    round.looks.delete(look);
    if (round.looks.size > 0) return;
    clearTimeout(round.timer);
    rounds.delete(after);
    if (rounds.size === 0) stop();
  });
  addEventListener('pagehide', () => round.timer !== undefined && run(round), { capture: true, signal });
  // A route may change what a page means before it changes what it shows.
  for (const kind of ['hashchange', 'popstate', 'pageshow'] as const)
    addEventListener(kind, () => due(round), { capture: true, passive: true, signal });
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => due(round), { once: true, signal });
  due(round, 0);
  return () => !signal.aborted && due(round);
}

function beginRound(after: number): Round {
  const round: Round = {
    after,
    looks: new Set(),
    cost: 0,
    timer: undefined,
    since: Date.now(),
    endedAt: -Infinity,
  };
  rounds.set(after, round);
  return round;
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

function due(round: Round, after = round.after): void {
  if (round.timer !== undefined) return;
  round.since = Date.now();
  const rest = round.endedAt + round.cost / shareOfTime - performance.now();
  round.timer = setTimeout(run, Math.max(after, rest), round);
}

function run(round: Round): void {
  clearTimeout(round.timer);
  round.timer = undefined;
  const began = performance.now();
  // What came while nobody watched is a change nobody counted.
  if (!watching) changes += 1;
  looking = true;
  const failed: unknown[] = [];
  for (const look of round.looks) {
    try {
      look(round.since);
    } catch (error) {
      failed.push(error);
    }
  }
  looking = false;
  round.endedAt = performance.now();
  round.cost = round.endedAt - began;
  watch();
  if (failed.length) throw failed[0];
}

function watch(): void {
  if (watching || rounds.size === 0) return;
  observer ??= new MutationObserver((records) => {
    stop();
    changes += 1;
    for (const hear of changeListeners) hear(records);
    for (const round of rounds.values()) due(round);
  });
  observer.observe(document, watched);
  watching = true;
}

function stop(): void {
  observer?.disconnect();
  watching = false;
}
