export type GuessLimit = ReturnType<typeof createGuessLimit>;

/** Past this many names the oldest windows are forgotten, so that no flood of addresses fills the memory. */
const mostNames = 50_000;

/** Counts wrong guesses by name (an address, an account) in fixed windows; right ones are given back. */
export function createGuessLimit(most: number, windowMs: number, now: () => number = Date.now) {
  const windows = new Map<string, { until: number; left: number }>();
  return {
    /** False when this name has to wait. */
    take(name: string): boolean {
      let window = windows.get(name);
      if (!window || window.until <= now()) {
        windows.delete(name);
        window = { until: now() + windowMs, left: most };
        windows.set(name, window);
        const oldest = windows.keys().next().value;
        if (windows.size > mostNames && oldest !== undefined) windows.delete(oldest);
      }
      window.left -= 1;
      return window.left >= 0;
    },
    giveBack(name: string): void {
      const window = windows.get(name);
      if (window) window.left += 1;
    },
  };
}
