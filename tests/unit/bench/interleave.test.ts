import { describe, expect, it } from 'vitest';
import { interleave } from '../../bench/support/interleave.ts';

describe('repetitions', () => {
  it('go round all variants before any comes again, each round beginning with another', async () => {
    const order: string[] = [];
    const results = await interleave(['a', 'b', 'c'], 2, async (variant, rep) => {
      order.push(`${variant}${rep}`);
      return order.length;
    });
    expect(order).toEqual(['a0', 'b0', 'c0', 'b1', 'c1', 'a1']);
    expect(results.get('a')).toEqual([1, 6]);
    expect(results.get('b')).toEqual([2, 4]);
  });
});
