import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLaterWork } from '../../../lib/capture/redact-later.ts';

let document: EventTarget & { visibilityState: string };
let window: EventTarget;
let idle: (() => void)[];
let clock: number;

beforeEach(() => {
  document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  window = new EventTarget();
  idle = [];
  clock = 0;
  vi.stubGlobal('document', document);
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run));
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => vi.unstubAllGlobals());

const start = (costs = 0) => {
  const done: number[] = [];
  // oxlint-disable-next-line require-yield -- work of one step
  const later = createLaterWork((n: number) => {
    clock += costs;
    done.push(n);
    return ([] as undefined[]).values();
  }, new AbortController().signal);
  return { done, later };
};

test('nothing is done before the page is idle, then everything in order', () => {
  const { done, later } = start();
  for (const n of [1, 2, 3]) later.push(n);
  expect(done).toEqual([]);
  expect(idle).toHaveLength(1);
  idle.shift()?.();
  expect(done).toEqual([1, 2, 3]);
});

test('long work is cut into stretches, so that the page goes on between them', () => {
  const { done, later } = start(5);
  for (const n of [1, 2, 3, 4, 5]) later.push(n);
  idle.shift()?.();
  expect(done).toEqual([1, 2]);
  later.push(6);
  idle.shift()?.();
  idle.shift()?.();
  expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  expect(idle).toEqual([]);
});

test('draining does what waits, at once and in order; the stretch asked for finds nothing left', () => {
  const { done, later } = start();
  later.push(1);
  later.push(2);
  later.drain();
  expect(done).toEqual([1, 2]);
  idle.shift()?.();
  expect(done).toEqual([1, 2]);
});

test('a page that is hidden or left has nothing waiting', () => {
  const { done, later } = start();
  later.push(1);
  window.dispatchEvent(new Event('pagehide'));
  expect(done).toEqual([1]);
  later.push(2);
  document.visibilityState = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  later.push(3);
  expect(done).toEqual([1, 2, 3]);
});

test('the work on one event is left between two of its steps, and no later event overtakes it', () => {
  const done: string[] = [];
  const later = createLaterWork(function* (name: string) {
    for (let n = 1; n <= 4; n += 1) {
      clock += 5;
      done.push(`${name}${n}`);
      yield;
    }
  }, new AbortController().signal);
  later.push('a');
  later.push('b');
  idle.shift()?.();
  expect(done).toEqual(['a1', 'a2']);
  later.drain();
  expect(done).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'b4']);
});

test('work that asks for what waits from within itself is not begun again, and what waits is done after it', () => {
  const done: string[] = [];
  const later = createLaterWork(function* (name: string) {
    yield;
    later.drain();
    done.push(name);
  }, new AbortController().signal);
  later.push('a');
  later.push('b');
  later.drain();
  expect(done).toEqual(['a', 'b']);
});

test('says when nothing waits any more, once for all that was done', () => {
  let caughtUp = 0;
  const later = createLaterWork(
    () => ([] as undefined[]).values(),
    new AbortController().signal,
    () => (caughtUp += 1),
  );
  later.push(1);
  later.push(2);
  expect(caughtUp).toBe(0);
  later.drain();
  later.drain();
  expect(caughtUp).toBe(1);
});

test('whoever needs what waits has some of it done at once, and is told whether that was all', () => {
  const { done, later } = start(10);
  for (const n of [1, 2, 3]) later.push(n);
  expect(later.catchesUp()).toBe(false);
  expect(done).toEqual([1]);
  clock += 100;
  expect(later.catchesUp()).toBe(false);
  clock += 100;
  expect(later.catchesUp()).toBe(true);
  expect(done).toEqual([1, 2, 3]);
});

test('two that need it for the same press have one stretch done between them', () => {
  const { done, later } = start(10);
  for (const n of [1, 2, 3]) later.push(n);
  expect([later.catchesUp(), later.catchesUp()]).toEqual([false, false]);
  expect(done).toEqual([1]);
});

test('whoever asks again at once is told of what has been done meanwhile', () => {
  const { done, later } = start(10);
  for (const n of [1, 2]) later.push(n);
  expect(later.catchesUp()).toBe(false);
  later.drain();
  expect(later.catchesUp()).toBe(true);
  expect(done).toEqual([1, 2]);
});

test('a job is done at once where nothing waits, else in its turn, and what fails stops nobody', () => {
  const { done, later } = start();
  const failed = vi.fn();
  vi.stubGlobal('reportError', failed);
  later.after(() => done.push(10));
  later.push(1);
  later.after(() => {
    throw new Error('no');
  });
  later.after(() => done.push(20));
  later.push(2);
  expect(done).toEqual([10]);
  later.drain();
  expect(done).toEqual([10, 1, 20, 2]);
  expect(failed).toHaveBeenCalledTimes(1);
});

test('what comes because nothing waits any more is done like the rest', () => {
  const done: number[] = [];
  let held = [7];
  const later = createLaterWork(
    (n: number) => {
      done.push(n);
      return ([] as undefined[]).values();
    },
    new AbortController().signal,
    () => {
      const come = held;
      held = [];
      for (const n of come) later.push(n);
    },
  );
  later.push(1);
  idle.shift()?.();
  expect(done).toEqual([1]);
  idle.shift()?.();
  expect(done).toEqual([1, 7]);
});
