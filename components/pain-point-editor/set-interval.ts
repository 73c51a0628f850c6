type Interval = { from: number; to: number };

/** The interval beginning at `at`; an end that would lie before it moves along. */
export function setFrom(interval: Interval, at: number): Interval {
  return { from: at, to: Math.max(at, interval.to) };
}

/** The interval ending at `at`; a beginning that would lie after it moves along. */
export function setTo(interval: Interval, at: number): Interval {
  return { from: Math.min(at, interval.from), to: at };
}
