import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMutationMeter } from '../../../lib/capture/lean/mutation-meter.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A page whose every state costs `cost` ms to tell; while frozen, states are collected for nothing. */
function page(cost: number) {
  let frozen = false;
  let pending = false;
  const told: number[] = [];
  const held: [number, number][] = [];
  const spend = () => vi.setSystemTime(Date.now() + cost);
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const tell = () => {
    clock += cost;
    spend();
    told.push(clock);
  };
  const meter = createMutationMeter({
    freeze: () => {
      frozen = true;
    },
    release: () => {
      frozen = false;
      if (pending) meter.thaw(tell);
      pending = false;
    },
    held: (from, to) => held.push([from, to]),
  });
  return {
    meter,
    told,
    held,
    isFrozen: () => frozen,
    change: () =>
      meter.run(() => {
        if (frozen) pending = true;
        else tell();
      }),
    rest(ms: number) {
      clock += ms;
      vi.advanceTimersByTime(ms);
    },
  };
}

test('a page that changes now and then is told state by state', () => {
  const { change, rest, told, held, isFrozen } = page(5);
  for (let n = 0; n < 100; n += 1) {
    change();
    rest(100);
  }
  expect(told).toHaveLength(100);
  expect([isFrozen(), held]).toEqual([false, []]);
});

test('a flood costs no more than its share, always ends with its last state, and is said once it is over', () => {
  const { change, rest, told, held, isFrozen } = page(60);
  for (let n = 0; n < 200; n += 1) {
    change();
    rest(40);
  }
  // 200 changes in 8 s: the purse of 200 ms and 4 % of the time after it.
  expect(told.length).toBeGreaterThan(4);
  expect(told.length).toBeLessThan(12);
  rest(6000);
  rest(6000);
  expect(isFrozen()).toBe(false);
  expect(held).toHaveLength(1);
  expect(held[0]?.[1]).toBeGreaterThan(held[0]?.[0] ?? 0);
  const before = told.length;
  change();
  expect(told).toHaveLength(before + 1);
});

test('one dear change delays the next but loses no state, so no stretch is said', () => {
  const { change, rest, told, held } = page(400);
  change();
  change();
  expect(told).toHaveLength(1);
  rest(6000);
  expect(told).toHaveLength(2);
  rest(20_000);
  expect(held).toEqual([]);
});

test('what the walker does lets out at once what was held back', () => {
  const { change, told, meter, held, rest } = page(400);
  change();
  change();
  change();
  meter.thaw(() => told.push(-1));
  expect(told.at(-1)).toBe(-1);
  rest(20_000);
  expect(held).toHaveLength(1);
});

test('a page that is left in the middle of a hold tells its last state first', () => {
  const { change, told, meter, isFrozen } = page(400);
  change();
  change();
  expect([told.length, isFrozen()]).toEqual([1, true]);
  meter.flush();
  expect(told).toHaveLength(2);
  meter.stop();
  meter.flush();
  expect(told).toHaveLength(2);
});

test('stopping in the middle of a flood leaves no timer', () => {
  const { change, rest, meter } = page(300);
  change();
  change();
  rest(50);
  meter.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('own time is told once: the sum and the longest stretch since last asked', () => {
  const { change, meter } = page(20);
  change();
  change();
  expect(meter.take()).toEqual({ ms: 40, longestMs: 20 });
  expect(meter.take()).toEqual({ ms: 0, longestMs: 0 });
});

test('what is told is weighed with the masking that it will need, as that has been so far', () => {
  const { meter, change, rest, told, isFrozen } = page(20);
  change();
  meter.masked(100, 20);
  meter.caughtUp();
  rest(5000);
  // Each state of 20 ms is taken to need some 70 ms more: the third uses up the purse of 200 ms, long before the bill.
  for (const frozen of [false, false, true]) {
    change();
    expect(isFrozen()).toBe(frozen);
  }
  expect(told).toHaveLength(4);
});

test('masking that costs less than was weighed is given back once nothing waits, and holds nothing any longer', () => {
  const { meter, change, isFrozen } = page(80);
  change();
  expect(isFrozen()).toBe(true);
  meter.masked(5, 160);
  meter.caughtUp();
  expect(isFrozen()).toBe(false);
});
