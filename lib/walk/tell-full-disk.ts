import type { Outcome } from '../messages.ts';

/** True for the error of a write for which there was no room, whatever it is wrapped in. */
export function isQuota(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'QuotaExceededError' || /Quota/.test(String((error as { inner?: unknown }).inner)))
  );
}

/** An order that failed because nothing can be written any more comes back as the problem `storage`. */
export async function tellFullDisk<T>(doing: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await doing;
  } catch (error) {
    if (isQuota(error)) return { ok: false, code: 'storage', detail: '' };
    throw error;
  }
}
