import type { SessionDigests } from '../redact/session-digests.ts';

/** Several values of one form or table are told at once, ms. */
const soonMs = 50;

/**
 * Tells the session what this document has learned (keyed digests, never values), soon after it did, and once more with
 * the next batch when nobody heard it.
 */
export function createLearnedTeller(
  digests: Pick<SessionDigests, 'takeFresh'>,
  send: (digests: string[]) => Promise<unknown>,
) {
  let untold: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const list = [...untold, ...digests.takeFresh()];
    untold = [];
    if (!list.length) return;
    send(list).catch(() => {
      untold = [...list, ...untold];
    });
  };
  return {
    /** At once: a batch goes out, or the page is being left. */
    tell,
    /** Something was learned. */
    soon(): void {
      timer ??= setTimeout(tell, soonMs);
    },
  };
}
