import type { BrowserApi } from './types.ts';

export type Begun = { at: number; redirects: number };

const key = 'requestsUnderWay';
/** Under way this long, a request is written down: it may outlive the worker, which an idle half minute ends. */
const writeAfterMs = 2000;
const rememberAtMost = 5000;

/**
 * Requests that have begun and not ended. Quick ones live in memory alone; slow ones, which are what matters, are
 * found again by the worker that comes after a stopped one. What neither knows has an unknown beginning.
 */
export function createRequestsUnderWay(area: BrowserApi['storage']['session']) {
  const begun = new Map<string, Begun>();
  let written: Record<string, Begun> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const before = area
    .get(key)
    .then((stored) => (stored[key] ?? {}) as Record<string, Begun>)
    .catch((): Record<string, Begun> => ({}));

  const writeSlow = () => {
    timer = undefined;
    const now = Date.now();
    const slow = [...begun].filter(([, { at }]) => now - at >= writeAfterMs);
    const next = Object.fromEntries(slow);
    if (Object.keys(next).join() !== Object.keys(written).join()) {
      written = next;
      void area.set({ [key]: next }).catch(() => undefined);
    }
    if (begun.size) writeSoon();
  };
  const writeSoon = () => {
    timer ??= setTimeout(writeSlow, writeAfterMs);
  };

  return {
    begin(id: string, at: number): void {
      const known = begun.get(id);
      begun.set(id, { at: known?.at ?? at, redirects: known ? known.redirects + 1 : 0 });
      if (begun.size > rememberAtMost) begun.delete(begun.keys().next().value as string);
      writeSoon();
    },
    /** When it began, once; undefined when the worker that saw it begin is gone. */
    async end(id: string): Promise<Begun | undefined> {
      const known = begun.get(id);
      begun.delete(id);
      return known ?? (await before)[id];
    },
    /** Forgets one whose end nobody asks for. */
    drop: (id: string) => void begun.delete(id),
  };
}
