import { afterEach, expect, test, vi } from 'vitest';
import { createBusyTime } from '../../../lib/capture/busy-time.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser that tells of these long tasks when asked. */
function browserWith(types: string[], tasks: { startTime: number; duration: number }[]) {
  const disconnect = vi.fn();
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      static supportedEntryTypes = types;
      observe() {}
      disconnect = disconnect;
      takeRecords = () => tasks.splice(0);
    },
  );
  return disconnect;
}

test('is the time of the page’s own tasks between two moments, told once', () => {
  browserWith(
    ['longtask'],
    [
      { startTime: 500, duration: 1000 },
      { startTime: 2000, duration: 40_000 },
    ],
  );
  const busyBetween = createBusyTime(new AbortController().signal);
  expect(busyBetween(1000, 42_500)).toBe(40_500);
  expect(busyBetween(1000, 42_500)).toBe(0);
});

test('is none in a browser that tells of no long tasks, and stops being watched', () => {
  browserWith([], [{ startTime: 0, duration: 9000 }]);
  expect(createBusyTime(new AbortController().signal)(0, 9000)).toBe(0);
  const disconnect = browserWith(['longtask'], []);
  const watching = new AbortController();
  createBusyTime(watching.signal);
  watching.abort();
  expect(disconnect).toHaveBeenCalledOnce();
});
