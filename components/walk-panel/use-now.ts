import { useEffect, useReducer } from 'react';

/** The present moment, told again every second while `ticking`. */
export function useNow(ticking: boolean, now: () => number): number {
  const [, showAgain] = useReducer((seconds: number) => seconds + 1, 0);
  useEffect(() => {
    if (!ticking) return undefined;
    const timer = setInterval(showAgain, 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now();
}
