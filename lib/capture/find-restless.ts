import { hearEvents } from './hear-events.ts';
import { hearChanges } from './when-settled.ts';

/** Changes within this after the walker did something may be its effect. Milliseconds. */
const promptedMs = 1000;
/** As often as this something must have changed by itself before it counts as moving by itself. */
const leastTurns = 3;
/** One turn is over when nothing came for this long. Milliseconds. */
const turnMs = 40;
const sampled = 30;
const depth = 4;

type Pace = { turns: number; first: number; last: number };

/**
 * Tells what on the page changes by itself (a carousel, a clock, a countdown), so that it is not taken for the effect of
 * a click: it changed several times with nobody doing anything, and still keeps that pace.
 */
export function createRestlessFinder(signal: AbortSignal) {
  const paces = new WeakMap<Node, Pace>();
  let promptedAt = -Infinity;
  hearEvents(
    ['pointerdown', 'keydown', 'input', 'wheel'],
    ({ isTrusted }) => {
      if (isTrusted) promptedAt = performance.now();
    },
    signal,
  );
  const keepsPace = (node: Node, now: number): boolean => {
    const pace = paces.get(node);
    if (!pace || pace.turns < leastTurns) return false;
    const interval = (pace.last - pace.first) / (pace.turns - 1);
    return now - pace.last < 2 * interval + promptedMs;
  };

  hearChanges((records) => {
    const now = performance.now();
    if (now - promptedAt < promptedMs) {
      // What the walker set off goes by itself later (a message): that is no pace of its own.
      for (const { target } of records.slice(0, sampled)) if (!keepsPace(target, now)) paces.delete(target);
      return;
    }
    for (const { target } of records.slice(0, sampled)) {
      const pace = paces.get(target);
      if (!pace) paces.set(target, { turns: 1, first: now, last: now });
      else if (now - pace.last > turnMs) {
        pace.turns += 1;
        pace.last = now;
      }
    }
  }, signal);

  return (node: Node): boolean => {
    const now = performance.now();
    let at: Node | null = node;
    for (let n = 0; at && at !== document.body && n < depth; at = at.parentNode, n += 1)
      if (keepsPace(at, now)) return true;
    return false;
  };
}
