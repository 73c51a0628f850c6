/** The last of the rows (in order of time) that is not after `at`; undefined before the first. */
export function findLastBefore<T extends { at: number }>(rows: readonly T[], at: number): T | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}

/** The rows nearest to `at`, at most `most` of them, in order of time. */
export function nearest<T extends { at: number }>(rows: readonly T[], at: number, most: number): T[] {
  const near = [...rows].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at)).slice(0, most);
  return near.sort((a, b) => a.at - b.at);
}

/** The step or gap whose stretch holds `at`; where they overlap, the one that begins last. */
export function findAround<T extends { from: number; to: number }>(
  rows: readonly T[],
  at: number,
): T | undefined {
  return rows.findLast((row) => row.from <= at && at < row.to);
}
