import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../lib/store/open-store.ts';
import { action, batch, eventsOf, freshStore, openWalk, sessionRow, startedAt } from './fresh-store.ts';

let store: Store;
beforeEach(async () => {
  store = freshStore();
  await openWalk(store);
});
const picture = (text: string) => new TextEncoder().encode(text);

describe('deleting a session', () => {
  test('leaves nothing of it in any table', async () => {
    await store.keepBatch(batch(0, { actions: [action('a1')] }));
    await store.keepBatch(batch(1, { events: eventsOf(1, true) }));
    await store.sealChunks('s1');
    await store.keepBatch(batch(2));
    await store.objects.keep('s1', 'image/png', picture('a picture'));
    await store.deliveries.write({
      sessionId: 's1',
      state: 'waiting',
      sent: 0,
      total: 0,
      attempts: 0,
      updatedAt: startedAt,
    });
    for (const table of [
      store.db.streams,
      store.db.chunks,
      store.db.batches,
      store.db.objects,
      store.db.deliveries,
      store.db.actions,
    ]) {
      expect([table.name, await table.count()]).not.toEqual([table.name, 0]);
    }
    await store.sessions.remove('s1');
    for (const table of store.db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
  });

  test('drops the objects that nothing else uses, and no other', async () => {
    await openWalk(store, 's2', 'st2');
    const shared = await store.objects.keep('s1', 'image/png', picture('shared'));
    await store.objects.keep('s2', 'image/png', picture('shared'));
    const own = await store.objects.keep('s1', 'image/png', picture('own'));
    const other = await store.objects.keep('s2', 'image/png', picture('other'));
    await store.sessions.remove('s1');
    await expect(store.objects.mustRead(own)).rejects.toThrow('not kept here');
    expect(await store.objects.mustRead(shared)).toEqual(picture('shared'));
    expect((await store.objects.entriesOf('s2')).map((entry) => entry.object).sort()).toEqual(
      [shared, other].sort(),
    );
    await store.sessions.remove('s2');
    expect(await store.db.objects.count()).toBe(0);
  });

  test('stops a delivery under way from writing itself back', async () => {
    await store.sessions.remove('s1');
    await store.deliveries.write({
      sessionId: 's1',
      state: 'sending',
      sent: 1,
      total: 2,
      attempts: 1,
      updatedAt: startedAt,
    });
    expect(await store.deliveries.read('s1')).toBeUndefined();
  });

  test('leaves the other sessions whole', async () => {
    await openWalk(store, 's2', 'st2');
    await store.keepBatch(
      batch(0, { sessionId: 's2', stream: 'st2', actions: [{ ...action('a2'), stream: 'st2' }] }),
    );
    const before = await store.sessions.readWhole('s2');
    await store.sessions.remove('s1');
    expect(await store.sessions.readWhole('s2')).toEqual(before);
  });
});

describe('an open walk', () => {
  test('is found in its own run of the browser, and is unfinished in another', async () => {
    expect((await store.sessions.findOpen('run-1'))?.id).toBe('s1');
    expect(await store.sessions.unfinished('run-1')).toEqual([]);
    expect(await store.sessions.findOpen('run-2')).toBeUndefined();
    expect((await store.sessions.unfinished('run-2')).map((row) => row.id)).toEqual(['s1']);
    await store.db.sessions.put(sessionRow('s1', { state: 'finished' }));
    expect(await store.sessions.unfinished('run-2')).toEqual([]);
  });

  test('ends, when it was left, with the last thing kept of it', async () => {
    expect(await store.sessions.lastMoment('s1')).toBe(startedAt);
    await store.keepBatch(batch(3));
    expect(await store.sessions.lastMoment('s1')).toBe(startedAt + 3020);
    await store.keepBatch(batch(4, { events: [], actions: [action('a1', startedAt + 9000)] }));
    expect(await store.sessions.lastMoment('s1')).toBe(startedAt + 9000);
  });
});

test('everything a report is made of is read in order of time', async () => {
  await store.keepBatch(
    batch(1, { actions: [action('late', startedAt + 900), action('early', startedAt + 100)] }),
  );
  await store.keepBatch(batch(0));
  const whole = await store.sessions.readWhole('s1');
  expect(whole?.actions.map((row) => row.id)).toEqual(['early', 'late']);
  expect(await store.sessions.readWhole('none')).toBeUndefined();
});

describe('deliveries', () => {
  const row = { sessionId: 's1', sent: 0, total: 0, attempts: 1, updatedAt: startedAt };

  test('are due when their time has come', async () => {
    await store.deliveries.write({ ...row, state: 'waiting', nextTryAt: startedAt + 100 });
    expect(await store.deliveries.due(startedAt + 99)).toEqual([]);
    expect(await store.deliveries.due(startedAt + 100)).toHaveLength(1);
    expect(await store.deliveries.nextMoment()).toBe(startedAt + 100);
  });

  test('that were cut off while sending are due a minute after they last moved', async () => {
    await store.deliveries.write({ ...row, state: 'sending' });
    expect(await store.deliveries.due(startedAt + 59_999)).toEqual([]);
    expect(await store.deliveries.due(startedAt + 60_000)).toHaveLength(1);
    expect(await store.deliveries.nextMoment()).toBe(startedAt + 60_000);
  });

  test('that are kept or refused are never due', async () => {
    await store.deliveries.write({ ...row, state: 'refused' });
    expect(await store.deliveries.due(Number.POSITIVE_INFINITY)).toEqual([]);
    expect(await store.deliveries.nextMoment()).toBeUndefined();
  });
});
