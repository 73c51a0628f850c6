import type { Deliveries } from './deliveries.ts';

type Edit = (...args: never[]) => Promise<unknown>;

/**
 * The same edits of one session, each of which tells its delivery that something has changed: before it, so that nothing
 * deletes the session meanwhile, and after it, so that a hand-in that read the session in between has not sent it.
 */
export function markChanges<T extends Record<string, Edit>>(
  deliveries: Pick<Deliveries, 'changed'>,
  sessionId: string,
  edits: T,
): T {
  const marked = Object.entries(edits).map(([name, edit]) => [
    name,
    async (...args: never[]) => {
      await deliveries.changed(sessionId);
      const result = await edit(...args);
      await deliveries.changed(sessionId);
      return result;
    },
  ]);
  return Object.fromEntries(marked) as T;
}
