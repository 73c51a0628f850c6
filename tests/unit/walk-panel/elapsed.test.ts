import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { elapsedMs } from '../../../components/walk-panel/elapsed.ts';

const start = 1_770_000_000_000;

test('pauses that are over are left out of the elapsed time', () => {
  expect(elapsedMs({ startedAt: start, pausedMs: 20_000 }, start + 90_000)).toBe(70_000);
});

test('the clock stands still from the moment a pause begins', () => {
  fc.assert(
    fc.property(fc.nat(3_600_000), fc.nat(600_000), fc.nat(3_600_000), (walked, paused, later) => {
      const since = start + walked + paused;
      const session = { startedAt: start, pausedMs: paused, pausedSince: since };
      expect(elapsedMs(session, since + later)).toBe(walked);
    }),
  );
});

test('a clock that was set back never shows less than zero', () => {
  expect(elapsedMs({ startedAt: start, pausedMs: 0 }, start - 5_000)).toBe(0);
});
