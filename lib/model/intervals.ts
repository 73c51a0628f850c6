export type Interval = { from: number; to: number };

/** The same time covered once: sorted, overlapping stretches joined, empty ones dropped. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((each) => each.to > each.from).sort((a, b) => a.from - b.from);
  const joined: Interval[] = [];
  for (const each of sorted) {
    const last = joined.at(-1);
    if (last && each.from <= last.to) last.to = Math.max(last.to, each.to);
    else joined.push({ ...each });
  }
  return joined;
}

/** What of `intervals` lies within `from`..`to`. */
export function within(intervals: readonly Interval[], from: number, to: number): Interval[] {
  return intervals.flatMap((each) => {
    const cut = { from: Math.max(from, each.from), to: Math.min(to, each.to) };
    return cut.to > cut.from ? [cut] : [];
  });
}

/** `intervals` without the time that `taken` covers; both must be unions. */
export function without(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  return intervals.flatMap((each) => {
    const left: Interval[] = [];
    let from = each.from;
    for (const hole of taken) {
      if (hole.to <= from || hole.from >= each.to) continue;
      if (hole.from > from) left.push({ from, to: hole.from });
      from = Math.max(from, hole.to);
    }
    if (from < each.to) left.push({ from, to: each.to });
    return left;
  });
}

/** The time that two unions both cover. */
export function both(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  let [n, m] = [0, 0];
  for (let left = a[n], right = b[m]; left && right; left = a[n], right = b[m]) {
    const cut = { from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) };
    if (cut.to > cut.from) common.push(cut);
    if (left.to < right.to) n += 1;
    else m += 1;
  }
  return common;
}

/** Total length in milliseconds. */
export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, each) => sum + each.to - each.from, 0);
}
