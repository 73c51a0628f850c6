/** Lets at most `places` tasks run at once; the others wait their turn. */
export function createTurnstile(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;
  return async function pass<T>(task: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
