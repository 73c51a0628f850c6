import type { Found } from './types.ts';

/** Counts one more value of a kind. */
export function count(found: Found, kind: string, times = 1): void {
  found[kind] = (found[kind] ?? 0) + times;
}

/** Adds the counts of `more` to `found`. */
export function addFound(found: Found, more: Found): void {
  for (const kind of Object.keys(more)) count(found, kind, more[kind] ?? 0);
}
