import { useEffect, useState } from 'react';

/** The present moment, told again every second while `ticking`. */
export function useNow(ticking: boolean, now: () => number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    setAt(now());
    if (!ticking) return undefined;
    const timer = setInterval(() => setAt(now()), 1000);
    return () => clearInterval(timer);
  }, [ticking, now]);
  return at;
}
