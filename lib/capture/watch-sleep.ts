import { createBusyTime } from './busy-time.ts';
import { behindWall, catchUp } from './clock.ts';
import { listenForHints } from './hints.ts';
import type { Watcher } from './watcher.ts';

const lookEveryMs = 1000;
/** The wall clock gains more than this on the monotonic clock: the machine slept, where that clock stands still then. */
export const wallAheadMs = 5000;
/** A visible page's timer comes later than this: the machine slept, where the monotonic clock goes on then (Windows). */
export const timerLateMs = 30_000;
/** A page at work for this share of a stretch held its timers itself. */
const busyShare = 0.5;

/** One look at the clocks: wall and monotonic, ms, and whether the page was shown. */
export type Look = { wall: number; mono: number; shown: boolean };

/**
 * How long the machine slept between two looks a second apart, ms, and by which clock; 0 when it did not. `held`: a
 * native dialog, or the print dialog, stood open meanwhile and stopped the page's timers. `busyMs`: how long the page's
 * own tasks did.
 */
export function sleptBetween(
  before: Look,
  now: Look,
  held: boolean,
  busyMs: number,
): { ms: number; by: 'wall' | 'timer' | '' } {
  const wall = now.wall - before.wall;
  const mono = now.mono - before.mono;
  if (wall - mono > wallAheadMs) return { ms: wall, by: 'wall' };
  // Timers of hidden pages are put off by the browser, up to a minute and more.
  const busy = busyMs > mono * busyShare;
  if (!held && !busy && before.shown && now.shown && mono > timerLateMs) return { ms: mono, by: 'timer' };
  return { ms: 0, by: '' };
}

/** Tells of stretches in which the machine was asleep, and moves this document's clock on past them. */
export const watchSleep: Watcher = (report, _context, signal) => {
  const lookNow = (): Look => ({
    wall: new Date().getTime(),
    mono: performance.now(),
    shown: document.visibilityState === 'visible',
  });
  let before = lookNow();
  let from = Date.now();
  let held = false;
  const hold = () => {
    held = true;
  };
  const busyBetween = createBusyTime(signal);
  const look = () => {
    const now = lookNow();
    const { ms, by } = sleptBetween(before, now, held, busyBetween(before.mono, now.mono));
    if (ms) {
      if (by === 'wall') catchUp(behindWall());
      report.gap({ from, to: Math.max(from, Date.now()), why: 'asleep', detail: by });
    }
    before = now;
    from = Date.now();
    held = false;
  };
  const timer = setInterval(look, lookEveryMs);
  signal.addEventListener('abort', () => clearInterval(timer));
  document.addEventListener('visibilitychange', look, { signal });
  listenForHints(['dialog'], hold, signal);
  for (const each of ['beforeprint', 'afterprint']) addEventListener(each, hold, { signal });
};
