import { whenLeft } from './when-left.ts';

/** A keyframe is due after this many events or this long, ms, if anything changed: what a seek has to go through. */
const dueAfterEvents = 4000;
const dueAfterMs = 180_000;
/** A snapshot that held the page longer than this, ms, is not taken again only to make seeking quicker. */
const bearableMs = 40;
/** What a hint asks for comes after the page was quiet this long and not twice within this, ms. */
const quietMs = 1000;
const apartMs = 10_000;
/** A dear snapshot is asked for by hints once in this many times its own length. */
const apartTimesCost = 500;

/**
 * When a page in the middle of its life gets a fresh snapshot: now, where evidence was lost; soon, where a hint told of
 * something only a snapshot can see; and now and then, in an idle moment, so that no seek has far to go.
 */
export function createKeyframes(
  snapshot: () => void,
  /** A snapshot that was due is too dear to be taken while the page is being left: what it was for stays untold. */
  untold: (from: number, to: number) => void,
  signal: AbortSignal,
) {
  let events = 0;
  let lastAt = Date.now();
  let cost = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  /** When the first hint came that the snapshot to come is for. */
  let dueFrom = 0;

  const take = () => {
    clearTimeout(soon);
    soon = undefined;
    if (!signal.aborted) snapshot();
  };
  const takeWhenIdle = () => {
    if (asked) return;
    asked = true;
    const go = () => {
      asked = false;
      if (events > 0) take();
    };
    if (typeof requestIdleCallback === 'function') requestIdleCallback(go);
    else setTimeout(go, 100);
  };
  const leave = () => {
    if (soon === undefined) return;
    if (cost <= bearableMs) return take();
    clearTimeout(soon);
    soon = undefined;
    untold(dueFrom, Date.now());
  };
  whenLeft('tell', leave, signal, true);
  signal.addEventListener('abort', () => clearTimeout(soon));

  return {
    now: take,
    soon(): void {
      if (soon !== undefined) return;
      dueFrom = Date.now();
      const apart = Math.max(apartMs, cost * apartTimesCost);
      soon = setTimeout(take, Math.max(quietMs, lastAt + apart - Date.now()));
    },
    /** One event went by. */
    passed(): void {
      events += 1;
      if (cost > bearableMs) return;
      if (events >= dueAfterEvents || Date.now() - lastAt > dueAfterMs) takeWhenIdle();
    },
    /** A snapshot was taken, which held the page for `ms`. */
    taken(ms: number): void {
      events = 0;
      lastAt = Date.now();
      cost = ms;
    },
  };
}
export type Keyframes = ReturnType<typeof createKeyframes>;
