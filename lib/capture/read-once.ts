import { pageState } from './when-settled.ts';

/** A reading of the page that is made once for all who ask, as long as the page stays as it is. */
export function readOnce<T>(read: () => T): () => T {
  let last: { state: number | undefined; value: T } | undefined;
  return () => {
    const state = pageState();
    if (!last || state === undefined || state !== last.state) last = { state, value: read() };
    return last.value;
  };
}
