import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeyframes } from '../../../lib/capture/keyframes.ts';

const began = 1_000_000;
let leave: () => void;
let taken: number[];
let untold: [number, number][];
let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ now: began });
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('addEventListener', (kind: string, hear: () => void) => {
    if (kind === 'pagehide') leave = hear;
  });
  taken = [];
  untold = [];
  life = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Snapshots that hold the page for `cost` ms; the first has been taken. */
function keyframes(cost: number) {
  const all = createKeyframes(
    () => {
      taken.push(Date.now() - began);
      all.taken(cost);
    },
    (from, to) => untold.push([from - began, to - began]),
    life.signal,
  );
  all.taken(cost);
  return all;
}

test('what a hint asks for comes ten seconds after the last snapshot', () => {
  const { soon } = keyframes(5);
  soon();
  vi.advanceTimersByTime(9999);
  expect(taken).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(taken).toEqual([10_000]);
});

test('it is taken at once when the page is left before', () => {
  const { soon } = keyframes(5);
  soon();
  vi.advanceTimersByTime(700);
  leave();
  expect(taken).toEqual([700]);
  vi.advanceTimersByTime(60_000);
  expect(taken).toEqual([700]);
  expect(untold).toEqual([]);
});

test('where it would hold the page that is left, the stretch since the first hint is a gap', () => {
  const { soon } = keyframes(300);
  vi.advanceTimersByTime(400);
  soon();
  vi.advanceTimersByTime(5000);
  soon();
  leave();
  expect(taken).toEqual([]);
  expect(untold).toEqual([[400, 5400]]);
});

test('a page of which nothing is untold is left without a word', () => {
  const { soon } = keyframes(5);
  leave();
  soon();
  vi.advanceTimersByTime(10_000);
  leave();
  expect(taken).toEqual([10_000]);
  expect(untold).toEqual([]);
});
