import type { Delivery } from '../model/delivery.ts';
import { DeliveryProblem } from './send-report.ts';
import type { Receipt } from '../model/receipt.ts';

/** Waits between tries of a delivery that met a passing fault: soon, then ever more patiently, at most 30 minutes. */
const patience = [15_000, 60_000, 5 * 60_000, 30 * 60_000];

type Shelf = {
  read(sessionId: string): Promise<Delivery | undefined>;
  write(delivery: Delivery): Promise<void>;
  due(now: number): Promise<Delivery[]>;
};

/**
 * The visible queue of hand-ins. `send` does one try. A passing fault puts the delivery back to waiting with a time;
 * a refusal stays until a person asks again. Survives the worker: state is on the shelf, `wake` goes on with it.
 */
export function createDeliveryQueue(dependencies: {
  shelf: Shelf;
  send(sessionId: string, onProgress: (sent: number, total: number) => Promise<void>): Promise<Receipt>;
  /** Asks to be woken at this moment. */
  wakeAt(moment: number): void;
  now?: () => number;
}) {
  const { shelf, send, wakeAt, now = Date.now } = dependencies;
  const running = new Map<string, Promise<void>>();

  const attempt = async (sessionId: string): Promise<void> => {
    const before = await shelf.read(sessionId);
    if (!before || before.state === 'kept') return;
    let delivery: Delivery = { ...before, state: 'sending', attempts: before.attempts + 1, updatedAt: now(), problem: undefined, nextTryAt: undefined };
    await shelf.write(delivery);
    try {
      const receipt = await send(sessionId, async (sent, total) => {
        delivery = { ...delivery, sent, total, updatedAt: now() };
        await shelf.write(delivery);
      });
      delivery = { ...delivery, state: 'kept', receipt, sent: delivery.total };
    } catch (error) {
      const known = error instanceof DeliveryProblem ? error : undefined;
      const problem = { code: known?.code ?? 'not-sent', message: error instanceof Error ? error.message : String(error), field: known?.field };
      const nextTryAt = known?.passing ? now() + (patience[Math.min(delivery.attempts, patience.length) - 1] ?? 0) : undefined;
      delivery = { ...delivery, state: known?.passing ? 'waiting' : 'refused', problem, nextTryAt };
      if (nextTryAt !== undefined) wakeAt(nextTryAt);
    }
    await shelf.write({ ...delivery, updatedAt: now() });
  };
  const run = (sessionId: string) => {
    const known = running.get(sessionId);
    if (known) return known;
    const started = attempt(sessionId).finally(() => running.delete(sessionId));
    running.set(sessionId, started);
    return started;
  };

  return {
    /** Puts a session in the queue and tries at once; asking again tries again. */
    async add(sessionId: string): Promise<void> {
      const before = await shelf.read(sessionId);
      if (before?.state === 'kept') return;
      await shelf.write(before ? { ...before, updatedAt: now() } : { sessionId, state: 'waiting', sent: 0, total: 0, attempts: 0, updatedAt: now() });
      await run(sessionId);
    },
    /** Tries everything that is due: after a wake-up, a start of the browser, or when the network is back. */
    async wake(): Promise<void> {
      for (const delivery of await shelf.due(now())) await run(delivery.sessionId);
    },
  };
}
