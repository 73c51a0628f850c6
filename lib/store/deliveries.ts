import { Delivery } from '../model/delivery.ts';
import type { ZyDatabase } from './database.ts';

/** A delivery that says `sending` but has not moved this long was cut off with its worker. */
const cutOffAfterMs = 60_000;

/** The queue of hand-ins at rest. */
export function createDeliveries(db: ZyDatabase) {
  const open = () => db.deliveries.where('state').anyOf('waiting', 'sending').toArray();
  const dueAt = (row: Delivery) =>
    row.state === 'waiting' ? (row.nextTryAt ?? 0) : row.updatedAt + cutOffAfterMs;
  return {
    read: (sessionId: string) => db.deliveries.get(sessionId),
    /** Writes nothing for a session that was deleted meanwhile; when it was changed is only for `changed` to say. */
    async write(delivery: Delivery): Promise<void> {
      const row = Delivery.parse(delivery);
      await db.transaction('rw', db.sessions, db.deliveries, async () => {
        if (!(await db.sessions.get(row.sessionId))) return;
        const changedAt = (await db.deliveries.get(row.sessionId))?.changedAt;
        await db.deliveries.put({ ...row, ...(changedAt !== undefined && { changedAt }) });
      });
    },
    /** Notes that the session is no longer as it was; nothing for one that was never handed in. */
    async changed(sessionId: string): Promise<void> {
      await db.deliveries.update(sessionId, { changedAt: Date.now() });
    },
    /** Waiting ones whose time has come, and ones that were cut off while sending. */
    async due(now: number): Promise<Delivery[]> {
      return (await open()).filter((row) => dueAt(row) <= now);
    },
    /** When the next one will be due; undefined when none waits or is being sent. */
    async nextMoment(): Promise<number | undefined> {
      const moments = (await open()).map(dueAt);
      return moments.length ? Math.min(...moments) : undefined;
    },
  };
}
export type Deliveries = ReturnType<typeof createDeliveries>;
