/** Runs work at most `width` at a time, in the order in which it was asked for. */
export function createTurns(width: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes from hand to hand.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** Work done one after another, in the order in which it was asked for. */
export type InOrder = ReturnType<typeof createTurns>;
