import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorOf, keepInView } from '../../../components/in-page-bar/keep-in-view.ts';

const bar = { width: 500, height: 40 };
const coordinate = fc.integer({ min: -10_000, max: 10_000 });

test('wherever it is dragged, the whole bar stays in a viewport that can hold it', () => {
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      fc.integer({ min: 516, max: 4000 }),
      fc.integer({ min: 56, max: 3000 }),
      (x, y, width, height) => {
        const at = keepInView({ x, y }, bar, { width, height });
        expect(at.x).toBeGreaterThanOrEqual(8);
        expect(at.y).toBeGreaterThanOrEqual(8);
        expect(at.x + bar.width).toBeLessThanOrEqual(width - 8);
        expect(at.y + bar.height).toBeLessThanOrEqual(height - 8);
      },
    ),
  );
});

test('in a viewport too small for it, the bar shows its beginning', () => {
  expect(keepInView({ x: 300, y: 300 }, bar, { width: 320, height: 30 })).toEqual({ x: 8, y: 8 });
});

test('the bar hangs on the nearer edges, so that its panel opens into the viewport', () => {
  const view = { width: 1000, height: 600 };
  expect(anchorOf({ x: 16, y: 540 }, bar, view)).toEqual({
    left: '16px',
    right: 'auto',
    top: 'auto',
    bottom: '20px',
  });
  expect(anchorOf({ x: 480, y: 10 }, bar, view)).toEqual({
    left: 'auto',
    right: '20px',
    top: '10px',
    bottom: 'auto',
  });
});
