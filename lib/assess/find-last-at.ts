/** How many of the rows, sorted by `momentOf`, are not after `at`. */
export function countUntil<T>(rows: readonly T[], at: number, momentOf: (row: T) => number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (momentOf(rows[middle] as T) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of the rows, sorted by `momentOf`, that is not after `at`. */
export function findLastAt<T>(rows: readonly T[], at: number, momentOf: (row: T) => number): T | undefined {
  return rows[countUntil(rows, at, momentOf) - 1];
}
