import { beforeEach, expect, test } from 'vitest';
import type { Delivery } from '../../../lib/model/delivery.ts';
import { MaskingPolicy } from '../../../lib/model/masking-policy.ts';
import { keptDays } from '../../../lib/model/settings.ts';
import { markChanges } from '../../../lib/store/mark-changes.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { purgeByRule } from '../../../lib/walk/retention.ts';
import { freshStore, sessionRow, startedAt } from '../store/fresh-store.ts';

const day = 86_400_000;
let store: Store;
beforeEach(() => {
  store = freshStore();
});

/** `keptAt` is the collector's word, `updatedAt` when the receipt came by this computer's clock. */
async function walked(
  id: string,
  state: 'kept' | 'waiting' | undefined,
  keptAt = startedAt,
  updatedAt = startedAt,
) {
  await store.db.sessions.put(sessionRow(id, { state: 'finished', endedAt: startedAt, sealed: true }));
  if (!state) return;
  const receipt = {
    reportId: id,
    reportHash: 'a'.repeat(64),
    objects: 0,
    keptAt,
    collector: '本机',
    algorithm: 'ECDSA-P256-SHA256' as const,
    publicKey: 'k',
    signature: 's',
  };
  await store.deliveries.write({
    sessionId: id,
    state,
    sent: 0,
    total: 0,
    attempts: 1,
    askedAt: updatedAt - 10,
    triedAt: updatedAt - 10,
    updatedAt,
    ...(state === 'kept' ? { receipt } : {}),
  });
}
const left = async () => (await store.db.sessions.toArray()).map(({ id }) => id).sort();
const none = async () => [];

test('thirty days after its receipt a session goes, not a moment before', async () => {
  await walked('old', 'kept');
  expect(await purgeByRule(store, none, startedAt + 30 * day - 1)).toEqual([]);
  expect(await purgeByRule(store, none, startedAt + 30 * day)).toMatchObject([
    { sessionId: 'old', residue: [] },
  ]);
  expect(await left()).toEqual([]);
});

test('the days are counted by this computer, whatever the clock of the collector says', async () => {
  await walked('slow', 'kept', startedAt - 4000 * day);
  await walked('fast', 'kept', startedAt + 4000 * day);
  expect(await purgeByRule(store, none, startedAt + 30 * day - 1)).toEqual([]);
  await purgeByRule(store, none, startedAt + 30 * day);
  expect(await left()).toEqual([]);
});

test('what was changed since it was handed in stays until it is handed in again', async () => {
  await walked('sent', 'kept');
  await walked('changed', 'kept');
  await markChanges(store.deliveries, 'changed', { rename: async () => undefined }).rename();
  await purgeByRule(store, none, startedAt + 9999 * day);
  expect(await left()).toEqual(['changed']);
});

test('what is handed in again while the rule goes through its list stays', async () => {
  await walked('one', 'kept');
  await walked('two', 'kept');
  const { purgeKept } = store;
  const meanwhile = async (id: string, why: string) => {
    const other = (await store.deliveries.read(id === 'one' ? 'two' : 'one')) as Delivery;
    if (other) await store.deliveries.write({ ...other, state: 'waiting' });
    return purgeKept(id, why);
  };
  const gone = await purgeByRule({ ...store, purgeKept: meanwhile }, none, startedAt + 9999 * day);
  expect([gone.length, (await left()).length]).toEqual([1, 1]);
});

test('without a receipt nothing is deleted, however old', async () => {
  await walked('unsent', undefined);
  await walked('waiting', 'waiting');
  await purgeByRule(store, none, startedAt + 9999 * day);
  expect(await left()).toEqual(['unsent', 'waiting']);
});

test('a programme can shorten the time, and lengthen it only by a lock', async () => {
  const policy = (change: object) => MaskingPolicy.parse(change);
  expect(keptDays({})).toBe(30);
  expect(keptDays({ keepDays: 10 }, policy({ retentionDays: 90 }))).toBe(10);
  expect(keptDays({ keepDays: 10 }, policy({ retentionDays: 5 }))).toBe(5);
  expect(keptDays({ keepDays: 10 }, policy({ retentionDays: 90, locked: ['retentionDays'] }))).toBe(90);
  await walked('s1', 'kept');
  await purgeByRule(store, async () => [{ id: 'p', masking: policy({ retentionDays: 1 }) }], startedAt + day);
  expect(await left()).toEqual([]);
});
