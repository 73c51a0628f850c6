import { useCallback, useEffect, useState } from 'react';
import { needsSignIn } from './problem-text.ts';

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

/**
 * Reads something when the screen opens, and anew when `read` changes or `again` is called. A lost sign-in goes
 * to `onExpired`. Both functions must stay the same between renders.
 */
export function useLoad<T>(read: () => Promise<T>, onExpired: () => void) {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const load = useCallback(() => {
    let over = false;
    read().then(
      (value) => {
        if (!over) setLoaded({ state: 'ready', value });
      },
      (error: unknown) => {
        if (over) return;
        if (needsSignIn(error)) onExpired();
        else setLoaded({ state: 'failed', error });
      },
    );
    return () => {
      over = true;
    };
  }, [read, onExpired]);
  useEffect(load, [load]);
  /** Shows what is there until the new answer comes; after a failure, that it is loading. */
  const again = () => {
    if (loaded.state === 'failed') setLoaded({ state: 'loading' });
    load();
  };
  return { loaded, again };
}
