import { median } from './numbers.ts';

/** Above this many runs the splits are too many to go through. */
const mostRuns = 16;

/**
 * How far a reference differs from itself: over all ways to split its runs into two halves, the relative difference
 * of the halves' medians that 95 of 100 splits stay within. 0.03 = another figure within 3 % may be no other figure.
 */
export function selfNoise(values: readonly number[]): number {
  const runs = values.slice(0, mostRuns - (values.length % 2));
  const half = Math.floor(runs.length / 2);
  if (half === 0) return 0;
  const differences: number[] = [];
  for (let mask = 0; mask < 2 ** runs.length; mask += 1) {
    const first = runs.filter((_, n) => mask & (1 << n));
    if (first.length !== half) continue;
    const second = runs.filter((_, n) => !(mask & (1 << n)));
    differences.push(Math.abs(median(first) / median(second) - 1));
  }
  differences.sort((a, b) => a - b);
  return differences[Math.ceil(differences.length * 0.95) - 1] ?? 0;
}
