/** Its value stands here because messages brings in more than a page needs. */
const relievedEvent: typeof import('../messages.ts').relievedEvent = 'zyb:relieved';

const lookEveryMs = 1000;

/**
 * Calls `leave` once when the extension this script belongs to was updated, reloaded or removed: from then on it can
 * reach nobody and must not go on. Gives the look itself, for whoever was just refused an answer.
 */
export function whenOrphaned(isAlive: () => boolean, leave: () => void, signal: AbortSignal): () => boolean {
  let left = false;
  const look = (): boolean => {
    if (!left && !signal.aborted && !isAlive()) {
      left = true;
      clearInterval(timer);
      leave();
    }
    return left;
  };
  const timer = setInterval(look, lookEveryMs);
  signal.addEventListener('abort', () => clearInterval(timer));
  document.addEventListener(relievedEvent, look, { signal });
  return look;
}
