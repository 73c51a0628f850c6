import type { Delivery } from '../model/delivery.ts';
import { ModelError } from '../model/parse.ts';
import type { Receipt } from '../model/receipt.ts';
import { DeliveryProblem } from './delivery-problem.ts';

/** Waits between tries of a delivery that met a passing fault: soon, then ever more patiently, at most 30 minutes. */
const patience = [15_000, 60_000, 5 * 60_000, 30 * 60_000];
/** An alarm is never set nearer than this, so that a fault in the shelf cannot make the worker spin. */
const soonest = 1000;

type Shelf = {
  read(sessionId: string): Promise<Delivery | undefined>;
  write(delivery: Delivery): Promise<void>;
  due(now: number): Promise<Delivery[]>;
  /** When the next delivery will be due; undefined when nothing waits. */
  nextMoment(): Promise<number | undefined>;
};
type Send = (
  sessionId: string,
  askedAt: number,
  onProgress: (sent: number, total: number) => Promise<void>,
) => Promise<Receipt>;

/**
 * The visible queue of hand-ins. `send` does one try. A passing fault puts the delivery back to waiting with a time;
 * a refusal stays until a person asks again. Survives the worker: state is on the shelf, `wake` goes on with it, and
 * as long as something waits or is being sent, a wake-up is set for the earliest of all.
 */
export function createDeliveryQueue(dependencies: {
  shelf: Shelf;
  /** `askedAt` stays the same from try to try, so that a report whose receipt was lost is sent as the same bytes. */
  send: Send;
  /** Asks to be woken at this moment; a later call takes the earlier one's place. */
  wakeAt(moment: number): void;
  now?: () => number;
}) {
  const { shelf, send, wakeAt, now = Date.now } = dependencies;
  const running = new Map<string, Promise<void>>();

  const arm = async (): Promise<void> => {
    const next = await shelf.nextMoment();
    if (next !== undefined) wakeAt(Math.max(next, now() + soonest));
  };
  const attempt = async (sessionId: string): Promise<void> => {
    const before = await shelf.read(sessionId);
    if (!before || before.state === 'kept') return;
    const askedAt = before.askedAt ?? now();
    let delivery: Delivery = {
      ...before,
      askedAt,
      triedAt: now(),
      state: 'sending',
      attempts: before.attempts + 1,
      updatedAt: now(),
      problem: undefined,
      nextTryAt: undefined,
    };
    await shelf.write(delivery);
    await arm();
    try {
      const receipt = await send(sessionId, askedAt, async (sent, total) => {
        delivery = { ...delivery, sent, total, updatedAt: now() };
        await shelf.write(delivery);
      });
      delivery = { ...delivery, state: 'kept', receipt, sent: delivery.total };
    } catch (error) {
      const passing = error instanceof DeliveryProblem && error.passing;
      const wait = patience[Math.min(delivery.attempts, patience.length) - 1] ?? 0;
      delivery = {
        ...delivery,
        state: passing ? 'waiting' : 'refused',
        problem: problemOf(error),
        nextTryAt: passing ? now() + wait : undefined,
      };
    }
    await shelf.write({ ...delivery, updatedAt: now() });
    await arm();
  };
  const run = (sessionId: string) => {
    const known = running.get(sessionId);
    if (known) return known;
    const started = attempt(sessionId).finally(() => running.delete(sessionId));
    running.set(sessionId, started);
    return started;
  };
  const enqueue = async (sessionId: string): Promise<void> => {
    if (running.has(sessionId)) return;
    const before = await shelf.read(sessionId);
    const fresh = {
      sessionId,
      state: 'waiting' as const,
      askedAt: now(),
      sent: 0,
      total: 0,
      attempts: 0,
      updatedAt: now(),
    };
    await shelf.write(
      !before || before.state === 'kept' ? { ...before, ...fresh } : { ...before, updatedAt: now() },
    );
  };
  const runAll = async (deliveries: Delivery[]) => {
    // One that fails in the shelf itself is tried again at the next wake-up and does not hold up the others.
    for (const { sessionId } of deliveries) await run(sessionId).catch(() => undefined);
    await arm();
  };

  return {
    /** Puts a session in the queue, also when it had been kept before. Throws where there is no room to note it. */
    enqueue,
    /** Tries one that is in the queue at once. What fails in the shelf itself is tried again at the next wake-up. */
    async tryNow(sessionId: string): Promise<void> {
      await run(sessionId).catch(() => arm());
    },
    /** Both, one after the other. */
    async add(sessionId: string): Promise<void> {
      await enqueue(sessionId);
      await run(sessionId);
    },
    /** Tries everything that is due: after a wake-up. */
    async wake(): Promise<void> {
      await runAll(await shelf.due(now()));
    },
    /** Tries everything that waits, due or not: after a start of the browser, or when the network is back. */
    async wakeAll(): Promise<void> {
      await runAll(await shelf.due(Number.POSITIVE_INFINITY));
    },
  };
}

function problemOf(error: unknown): Delivery['problem'] {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 2000);
  if (error instanceof DeliveryProblem) return { code: error.code, message, field: error.field };
  return {
    code: 'not-sent',
    message,
    ...(error instanceof ModelError ? { field: error.field.slice(0, 300) } : {}),
  };
}
