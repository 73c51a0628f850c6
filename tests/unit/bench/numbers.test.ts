import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, slope, spread } from '../../bench/support/numbers.ts';
import { selfNoise } from '../../bench/support/self-noise.ts';

const figures = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 9 });

describe('the median', () => {
  it('is the middle value, or the mean of the middle two, in whatever order they come', () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([4, 1, 2, 9])).toBe(3);
  });

  it('has as many values below as above', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        expect(below).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

describe('the spread', () => {
  it('is half the range, relative to the median', () => {
    expect(spread([90, 100, 110])).toBeCloseTo(0.1);
  });

  it('of one value is none', () => {
    expect(spread([7])).toBe(0);
  });
});

describe('the slope', () => {
  it('is found again in points on a line', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), (steep, high) => {
        const points = [0, 1, 3, 7].map((x) => ({ x, y: steep * x + high }));
        expect(slope(points)).toBeCloseTo(steep, 6);
      }),
    );
  });

  it('of a single moment is none', () => {
    expect(
      slope([
        { x: 2, y: 1 },
        { x: 2, y: 9 },
      ]),
    ).toBe(0);
  });
});

describe('the noise of a reference', () => {
  it('is none when all runs are alike', () => {
    expect(selfNoise([5, 5, 5, 5])).toBe(0);
  });

  it('grows with how far runs lie apart, not with their size', () => {
    expect(selfNoise([100, 120, 90, 110])).toBeGreaterThan(selfNoise([100, 101, 99, 100]));
    expect(selfNoise([1000, 1200, 900, 1100])).toBeCloseTo(selfNoise([100, 120, 90, 110]), 9);
  });

  it('of a single run is not known, and given as none', () => {
    expect(selfNoise([100])).toBe(0);
  });
});
