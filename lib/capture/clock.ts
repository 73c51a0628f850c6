/**
 * One clock for everything recorded in a document: the wall clock of its beginning, gone on by the monotonic clock.
 * A wall clock that is set anew in the middle of a walk then changes no duration. In this world alone `Date.now` is
 * this clock, so that rrweb's times and ours agree; `new Date()` still tells the wall clock.
 */
let anchor = 0;

/** Makes `Date.now` of this world the document's own clock, in whole milliseconds. Call before anything reads it. */
export function startClock(): void {
  anchor = Date.now() - performance.now();
  Date.now = () => Math.floor(anchor + performance.now());
}

/** How far the wall clock is ahead of this one, ms: after a sleep, in which the monotonic clock stood still. */
export function behindWall(): number {
  return new Date().getTime() - Date.now();
}

/** Moves the clock on after the machine slept. Never back. */
export function catchUp(ms: number): void {
  if (ms > 0) anchor += ms;
}
