import type { ZyDatabase } from './database.ts';

/** Errors of a connection that is gone or never came about; the data is not what is wrong. */
const ofTheConnection = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'OpenFailedError',
  'AbortError',
  'TimeoutError',
]);

/** True for an error that a connection opened anew may be without. */
export function isConnectionTrouble(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: unknown; inner?: { name?: unknown } };
  if (inner?.name === 'QuotaExceededError') return false;
  return typeof name === 'string' && ofTheConnection.has(name);
}

/**
 * Does database work again on a connection opened anew when the one it had was closed by the browser, by another
 * version of the extension, or never opened. Waits between tries, then gives the last error to the caller, who keeps
 * what it wanted to write. Work must be repeatable: everything written here goes by its own id.
 */
export function createReopener(
  db: Pick<ZyDatabase, 'close' | 'open'>,
  pauses: readonly number[] = [50, 400],
): <T>(work: () => Promise<T>) => Promise<T> {
  let reopening: Promise<void> | undefined;
  const reopen = (pause: number): Promise<void> =>
    (reopening ??= (async () => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      db.close({ disableAutoOpen: false });
      await db.open();
    })().finally(() => {
      reopening = undefined;
    }));

  return async function withReopening(work) {
    for (const pause of pauses) {
      try {
        return await work();
      } catch (error) {
        if (!isConnectionTrouble(error)) throw error;
        await reopen(pause).catch(() => undefined);
      }
    }
    return work();
  };
}
