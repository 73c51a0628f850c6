import type { BrowserApi } from './types.ts';

/** `answeredAt`: its answer has begun to come. */
export type Begun = { at: number; redirects: number; answeredAt?: number };

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
  /** Answers to what another worker saw begin. */
  const answers = new Map<string, number>();
  let written = '{}';
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
    if (JSON.stringify(next) !== written) {
      written = JSON.stringify(next);
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
    /** Its answer began to come. */
    answer(id: string, at: number): void {
      const known = begun.get(id);
      if (known) known.answeredAt = at;
      else answers.set(id, at);
      if (answers.size > rememberAtMost) answers.delete(answers.keys().next().value as string);
    },
    /** When it began, once; undefined when the worker that saw it begin is gone. */
    async end(id: string): Promise<Begun | undefined> {
      const known = begun.get(id);
      const answeredAt = answers.get(id);
      begun.delete(id);
      answers.delete(id);
      if (known) return known;
      const earlier = (await before)[id];
      return earlier && answeredAt !== undefined ? { ...earlier, answeredAt } : earlier;
    },
    /** Forgets one whose end nobody asks for. */
    drop: (id: string) => void begun.delete(id),
  };
}
