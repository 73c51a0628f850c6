import { Delivery } from '../model/delivery.ts';
import type { ZyDatabase } from './database.ts';

/** A delivery that says `sending` but has not moved this long was cut off with its worker. */
const cutOffAfterMs = 60_000;

/** The queue of hand-ins at rest. */
export function createDeliveries(db: ZyDatabase) {
  return {
    read: (sessionId: string) => db.deliveries.get(sessionId),
    async write(delivery: Delivery): Promise<void> {
      await db.deliveries.put(Delivery.parse(delivery));
    },
    /** Waiting ones whose time has come, and ones that were cut off while sending. */
    async due(now: number): Promise<Delivery[]> {
      const rows = await db.deliveries.where('state').anyOf('waiting', 'sending').toArray();
      return rows.filter((row) => (row.state === 'waiting' ? (row.nextTryAt ?? 0) <= now : row.updatedAt < now - cutOffAfterMs));
    },
  };
}
