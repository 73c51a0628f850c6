import type { Action } from '../../model/action.ts';

/** Looks up by tab and time whether anything was done; actions may come in any order. */
export function createCursor(actions: readonly Pick<Action, 'tab' | 'at'>[]) {
  const times = new Map<number, number[]>();
  for (const { tab, at } of [...actions].sort((a, b) => a.at - b.at)) {
    const list = times.get(tab);
    if (list) list.push(at);
    else times.set(tab, [at]);
  }
  return {
    /** True when something was done in the tab from `from` on and before `to`. */
    anyIn(tab: number, from: number, to: number): boolean {
      const list = times.get(tab) ?? [];
      const next = list[indexAfter(list, from - 1e-6)];
      return next !== undefined && next < to;
    },
  };
}

/** The first index of sorted `times` whose value is greater than `at`. */
export function indexAfter(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
