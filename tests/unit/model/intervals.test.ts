import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { both, type Interval, lengthOf, union, within, without } from '../../../lib/model/intervals.ts';

const interval = fc
  .tuple(fc.nat(60), fc.integer({ min: -3, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));
const intervals = fc.array(interval, { maxLength: 8 });
const covers = (list: readonly Interval[], at: number) =>
  list.some((each) => each.from <= at && at < each.to);
/** The middle of every unit stretch: intervals are whole numbers, so these points tell everything. */
const moments = Array.from({ length: 90 }, (_, at) => at + 0.5);
const points = (list: readonly Interval[]) => moments.filter((at) => covers(list, at));

describe('union', () => {
  test('joins what overlaps or touches, drops what is empty', () => {
    expect(
      union([
        { from: 5, to: 9 },
        { from: 1, to: 3 },
        { from: 3, to: 4 },
        { from: 7, to: 7 },
        { from: 8, to: 12 },
      ]),
    ).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 12 },
    ]);
  });

  test('covers exactly what its parts cover, sorted, with room between, and leaves its input alone', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const before = structuredClone(list);
        const joined = union(list);
        expect(points(joined)).toEqual(points(list));
        expect(lengthOf(joined)).toBe(points(list).length);
        joined.slice(1).forEach((each, index) => expect(each.from).toBeGreaterThan(joined[index]?.to ?? 0));
        expect(union(joined)).toEqual(joined);
        expect(list).toEqual(before);
      }),
    );
  });
});

describe('within', () => {
  test('cuts to the window', () => {
    expect(
      within(
        [
          { from: 0, to: 5 },
          { from: 6, to: 7 },
          { from: 8, to: 20 },
        ],
        3,
        10,
      ),
    ).toEqual([
      { from: 3, to: 5 },
      { from: 6, to: 7 },
      { from: 8, to: 10 },
    ]);
  });

  test('keeps exactly what lies in the window', () => {
    fc.assert(
      fc.property(intervals, fc.nat(60), fc.nat(30), (list, from, length) => {
        const window = { from, to: from + length };
        const cut = within(list, window.from, window.to);
        expect(points(cut)).toEqual(moments.filter((at) => covers(list, at) && covers([window], at)));
        expect(cut.every((each) => each.to > each.from)).toBe(true);
      }),
    );
  });
});

describe('without', () => {
  test('takes holes out of the middle, the ends and the whole', () => {
    const taken = [
      { from: 0, to: 2 },
      { from: 4, to: 6 },
      { from: 9, to: 12 },
    ];
    expect(
      without(
        [
          { from: 1, to: 10 },
          { from: 11, to: 12 },
        ],
        taken,
      ),
    ).toEqual([
      { from: 2, to: 4 },
      { from: 6, to: 9 },
    ]);
  });

  test('what is left and what was taken make up the whole, and nothing twice', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const [whole, taken] = [union(a), union(b)];
        const left = without(whole, taken);
        expect(points(left)).toEqual(moments.filter((at) => covers(whole, at) && !covers(taken, at)));
        const common = whole.flatMap((each) => within(taken, each.from, each.to));
        expect(both(whole, taken)).toEqual(common);
        expect(lengthOf(left) + lengthOf(common)).toBe(lengthOf(whole));
      }),
    );
  });
});

test('no intervals have no length', () => expect(lengthOf([])).toBe(0));
