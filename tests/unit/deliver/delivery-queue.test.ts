import { beforeEach, describe, expect, test } from 'vitest';
import { createDeliveryQueue } from '../../../lib/deliver/delivery-queue.ts';
import { DeliveryProblem } from '../../../lib/deliver/send-report.ts';
import { Delivery, hasUnsentChanges, isWhollyKept } from '../../../lib/model/delivery.ts';
import { mustParse } from '../../../lib/model/parse.ts';
import type { Receipt } from '../../../lib/model/receipt.ts';
import { z } from '../../../lib/model/zod.ts';
import { markChanges } from '../../../lib/store/mark-changes.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { freshStore, sessionRow } from '../store/fresh-store.ts';

const receipt = { reportId: 'a', objects: 1 } as Receipt;
const sent: Receipt = {
  reportId: 's1',
  reportHash: 'a'.repeat(64),
  objects: 1,
  keptAt: 1_790_000_000_000,
  collector: '本机',
  algorithm: 'ECDSA-P256-SHA256',
  publicKey: 'k',
  signature: 's',
};
const unreachable = () => new DeliveryProblem('collector-unreachable', 'no', true);

let clock: number;
let rows: Map<string, Delivery>;
let alarm: number | undefined;
let tries: [sessionId: string, askedAt: number][];
/** What the collector does next; the last one stays. */
let outcome: (sessionId: string) => Promise<Receipt>;

beforeEach(() => {
  clock = 1_790_000_000_000;
  rows = new Map();
  alarm = undefined;
  tries = [];
  outcome = async () => receipt;
});

/** A queue as a fresh worker makes it: everything but the shelf and the alarm is new. */
function freshQueue() {
  const dueAt = (row: Delivery) => (row.state === 'waiting' ? (row.nextTryAt ?? 0) : row.updatedAt + 60_000);
  const open = () => [...rows.values()].filter((row) => row.state === 'waiting' || row.state === 'sending');
  return createDeliveryQueue({
    shelf: {
      read: async (id) => rows.get(id),
      write: async (row) => void rows.set(row.sessionId, row),
      due: async (now) => open().filter((row) => dueAt(row) <= now),
      nextMoment: async () =>
        open()
          .map(dueAt)
          .sort((a, b) => a - b)[0],
    },
    send: async (id, askedAt, onProgress) => {
      tries.push([id, askedAt]);
      await onProgress(1, 2);
      return outcome(id);
    },
    wakeAt: (moment) => {
      alarm = moment;
    },
    now: () => clock,
  });
}
const row = (id = 'a') => rows.get(id);
/** The browser fires the alarm at its time, in whatever worker there is. */
async function fireAlarm(queue = freshQueue()) {
  expect(alarm).toBeDefined();
  clock = Math.max(clock, alarm ?? 0);
  alarm = undefined;
  await queue.wake();
}

describe('a try', () => {
  test('that goes well keeps the receipt', async () => {
    await freshQueue().add('a');
    expect(row()).toMatchObject({ state: 'kept', receipt, attempts: 1, sent: 2, total: 2 });
    expect(row()?.problem).toBeUndefined();
  });

  test('that meets a passing fault waits, and goes out by itself once the fault has passed', async () => {
    outcome = async () => {
      throw unreachable();
    };
    await freshQueue().add('a');
    expect(row()).toMatchObject({
      state: 'waiting',
      problem: { code: 'collector-unreachable' },
      nextTryAt: clock + 15_000,
    });
    expect(alarm).toBe(clock + 15_000);
    outcome = async () => receipt;
    await fireAlarm();
    expect(row()).toMatchObject({ state: 'kept', attempts: 2 });
    expect(row()?.nextTryAt).toBeUndefined();
  });

  test('waits ever more patiently, at most half an hour', async () => {
    outcome = async () => {
      throw unreachable();
    };
    await freshQueue().add('a');
    const waits = [];
    for (let turn = 0; turn < 6; turn += 1) {
      waits.push((row()?.nextTryAt ?? 0) - clock);
      await fireAlarm();
    }
    expect(waits).toEqual([15, 60, 300, 1800, 1800, 1800].map((seconds) => seconds * 1000));
  });

  test('that is refused waits for a person, with field and sentence', async () => {
    outcome = async () => {
      throw new DeliveryProblem('field-wrong', '“steps.0.name”不符', false, 'steps.0.name');
    };
    await freshQueue().add('a');
    expect(row()).toMatchObject({
      state: 'refused',
      problem: { code: 'field-wrong', message: '“steps.0.name”不符', field: 'steps.0.name' },
    });
    expect(row()?.nextTryAt).toBeUndefined();
    clock += 86_400_000;
    await freshQueue().wakeAll();
    expect(tries).toHaveLength(1);
    outcome = async () => receipt;
    await freshQueue().add('a');
    expect(row()?.state).toBe('kept');
  });

  test('that fails on this side says so, names the field of evidence that does not fit, and still fits the model', async () => {
    outcome = async () =>
      mustParse('report', z.object({ steps: z.array(z.object({ name: z.string() })) }), {
        steps: [{}],
      }) as never;
    await freshQueue().add('a');
    expect(row()).toMatchObject({ state: 'refused', problem: { code: 'not-sent', field: 'steps.0.name' } });
    outcome = async () => {
      throw new Error('x'.repeat(5000));
    };
    await freshQueue().add('a');
    expect(Delivery.safeParse(row()).success).toBe(true);
  });
});

test('every try of one hand-in carries the moment it was asked for; a new hand-in a new one', async () => {
  const first = clock;
  outcome = async () => {
    throw unreachable();
  };
  await freshQueue().add('a');
  clock += 5000;
  await freshQueue().add('a');
  await fireAlarm();
  expect(tries).toEqual([
    ['a', first],
    ['a', first],
    ['a', first],
  ]);
  outcome = async () => receipt;
  await fireAlarm();
  clock += 5000;
  await freshQueue().add('a');
  expect(tries.at(-1)).toEqual(['a', clock]);
});

test('a walk handed in again keeps its receipt until the new one is there', async () => {
  await freshQueue().add('a');
  outcome = async () => {
    throw unreachable();
  };
  await freshQueue().add('a');
  expect(row()).toMatchObject({ state: 'waiting', receipt, attempts: 1 });
  outcome = async () => ({ ...receipt, objects: 2 });
  await fireAlarm();
  expect(row()).toMatchObject({ state: 'kept', receipt: { objects: 2 } });
});

test('one that waits long does not take away the alarm of one that waits shortly, nor the other way round', async () => {
  outcome = async () => {
    throw unreachable();
  };
  const queue = freshQueue();
  for (let turn = 0; turn < 4; turn += 1) await queue.add('patient');
  await queue.add('new');
  expect(alarm).toBe(row('new')?.nextTryAt);
  await queue.add('patient');
  expect(alarm).toBe(row('new')?.nextTryAt);
  outcome = async () => receipt;
  await fireAlarm();
  expect(row('new')?.state).toBe('kept');
  expect(alarm).toBe(row('patient')?.nextTryAt);
  await fireAlarm();
  expect(row('patient')?.state).toBe('kept');
  const made = tries.length;
  await fireAlarm();
  expect(tries, 'the wake-up set for a worker cut off while sending finds nothing').toHaveLength(made);
  expect(alarm).toBeUndefined();
});

test('cut off with its worker in the middle of sending, it goes on by the alarm set when it began', async () => {
  const { promise: started, resolve: begin } = Promise.withResolvers<void>();
  outcome = () => {
    begin();
    return new Promise(() => {});
  };
  void freshQueue().add('a');
  await started;
  expect(row()?.state).toBe('sending');
  outcome = async () => receipt;
  await fireAlarm();
  expect(row()).toMatchObject({ state: 'kept', attempts: 2 });
});

test('one that is being sent is not sent twice at once', async () => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<Receipt>();
  outcome = () => answered;
  const queue = freshQueue();
  const all = [queue.add('a'), queue.add('a'), queue.wakeAll()];
  while (tries.length === 0) await new Promise((resolve) => setImmediate(resolve));
  clock += 300_000;
  all.push(queue.wake());
  answer(receipt);
  await Promise.all(all);
  expect(tries).toHaveLength(1);
  expect(row()).toMatchObject({ state: 'kept', attempts: 1 });
});

test('when the network is back, everything that waits is tried, due or not', async () => {
  outcome = async () => {
    throw unreachable();
  };
  const queue = freshQueue();
  await queue.add('a');
  await queue.add('b');
  outcome = async () => receipt;
  await queue.wake();
  expect(row('a')?.state).toBe('waiting');
  await queue.wakeAll();
  expect([row('a')?.state, row('b')?.state]).toEqual(['kept', 'kept']);
});

test('an order is taken once it is noted, and not where it cannot be', async () => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<Receipt>();
  outcome = () => answered;
  const queue = freshQueue();
  await queue.enqueue('a');
  expect(row()).toMatchObject({ state: 'waiting', attempts: 0 });
  const sending = queue.tryNow('a');
  answer(receipt);
  await sending;
  expect(row()?.state).toBe('kept');
  rows.set = () => {
    throw new Error('no room');
  };
  await expect(queue.enqueue('b')).rejects.toThrow('no room');
});

describe('what is changed while a hand-in is under way', () => {
  const change = (store: Store) =>
    markChanges(store.deliveries, 's1', { rename: async () => undefined }).rename();

  test('is not taken for sent; what is changed before the try that is kept is', async () => {
    const store = freshStore();
    await store.db.sessions.put(sessionRow('s1', { state: 'finished' }));
    const queue = createDeliveryQueue({
      shelf: store.deliveries,
      send: async (_id, _askedAt, onProgress) => {
        if (tries.length === 0) await change(store);
        tries.push(['s1', 0]);
        await onProgress(1, 1);
        return sent;
      },
      wakeAt: () => undefined,
    });
    await queue.add('s1');
    const first = await store.deliveries.read('s1');
    expect([first?.state, first && hasUnsentChanges(first)]).toEqual(['kept', true]);
    expect(isWhollyKept(first)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await queue.add('s1');
    expect(isWhollyKept(await store.deliveries.read('s1'))).toBe(true);
    await change(store);
    expect(isWhollyKept(await store.deliveries.read('s1'))).toBe(false);
  });
});

test('a wake-up with nothing to do sets no alarm', async () => {
  await freshQueue().wake();
  expect(alarm).toBeUndefined();
});
