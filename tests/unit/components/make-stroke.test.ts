import { describe, expect, test } from 'vitest';
import { makeStroke, withPoint } from '../../../components/drawing/make-stroke.ts';
import { mostPoints } from '../../../lib/model/drawing.ts';

const way = [
  { x: 50.4, y: 60 },
  { x: 30, y: 90 },
  { x: 10, y: 20.6 },
];

describe('what a pointer’s way makes', () => {
  test('is a rectangle or an arrow between its ends, in whole pixels, and a line through all of it', () => {
    expect(makeStroke('box', 'red', way)).toEqual({
      kind: 'box',
      color: 'red',
      x: 10,
      y: 21,
      width: 40,
      height: 39,
    });
    expect(makeStroke('arrow', 'blue', way)).toMatchObject({ from: { x: 50, y: 60 }, to: { x: 10, y: 21 } });
    expect(makeStroke('line', 'green', way)).toMatchObject({ points: { length: 3 } });
  });

  test('is nothing when it was a click and no drag', () => {
    const click = [
      { x: 5, y: 5 },
      { x: 6, y: 7 },
    ];
    expect(makeStroke('box', 'red', click)).toBeUndefined();
    expect(makeStroke('arrow', 'red', click)).toBeUndefined();
    expect(makeStroke('line', 'red', click.slice(0, 1))).toBeUndefined();
  });

  test('grows by points that are apart, and stops at the most a stroke may have', () => {
    expect(withPoint(way, { x: 10, y: 21 })).toBe(way);
    expect(withPoint(way, { x: 10, y: 30 })).toHaveLength(4);
    const full = Array.from({ length: mostPoints }, (_, n) => ({ x: n * 3, y: 0 }));
    expect(withPoint(full, { x: 0, y: 500 })).toBe(full);
  });
});
