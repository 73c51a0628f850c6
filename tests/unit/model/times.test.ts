import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awayBetween } from '../../../lib/model/away.ts';
import { Gap } from '../../../lib/model/gap.ts';
import { lastMinute } from '../../../lib/model/pain-point.ts';
import type { Pause } from '../../../lib/model/session.ts';

const pause = (from: number, to?: number) => ({ from, reason: '', ...(to === undefined ? {} : { to }) });

const pausedBetween = (pauses: Pause[], from: number, to: number) =>
  awayBetween({ session: { pauses }, gaps: [] }, from, to);

describe('awayBetween, of pauses', () => {
  test.each([
    ['no pause', [], 0, 100, 0],
    ['a pause inside', [pause(20, 50)], 0, 100, 30],
    ['a pause that began before', [pause(0, 30)], 20, 100, 10],
    ['a pause that ends after', [pause(80, 200)], 0, 100, 20],
    ['a pause elsewhere', [pause(200, 300)], 0, 100, 0],
    ['a pause that only touches', [pause(100, 150)], 0, 100, 0],
    ['an open pause', [pause(70)], 0, 100, 30],
    ['an open pause begun later', [pause(170)], 0, 100, 0],
    ['two pauses', [pause(10, 20), pause(30, 45)], 0, 100, 25],
    ['an empty stretch', [pause(0, 100)], 50, 50, 0],
  ])('%s', (_name, pauses, from, to, expected) => {
    expect(pausedBetween(pauses, from, to)).toBe(expected);
  });

  test('cut anywhere, the parts of disjoint pauses add up to the whole', () => {
    const lengths = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.nat(20_000), (pairs, cut) => {
        let at = 0;
        const pauses = pairs.map(([before, length]) => {
          const from = at + before;
          at = from + length;
          return pause(from, at);
        });
        const end = 20_000;
        const parts = pausedBetween(pauses, 0, cut) + pausedBetween(pauses, cut, end);
        expect(parts).toBe(pausedBetween(pauses, 0, end));
        expect(parts).toBeLessThanOrEqual(end);
      }),
    );
  });
});

test('time nobody walked is that of a sleep and of a closed browser too, each moment once', () => {
  const asleep = (from: number, to: number, why: Gap['why'] = 'asleep') =>
    Gap.parse({ id: `g${from}`, from, to, why });
  const walk = {
    session: { pauses: [pause(10, 30)] },
    gaps: [asleep(20, 40), asleep(60, 70, 'browser-closed'), asleep(80, 90, 'no-script-here')],
  };
  expect(awayBetween(walk, 0, 100)).toBe(40);
});

test('a pain point rests on the last 60 seconds, never on time before the walk', () => {
  expect(lastMinute(500_000, 100_000)).toEqual({ from: 440_000, to: 500_000 });
  expect(lastMinute(130_000, 100_000)).toEqual({ from: 100_000, to: 130_000 });
});
