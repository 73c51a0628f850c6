import { describe, expect, test, vi } from 'vitest';
import { createReopener, isConnectionTrouble } from '../../../lib/store/reopen.ts';
import { batch, freshStore, openWalk } from './fresh-store.ts';

const trouble = (name: string) => new DOMException('gone', name);
const quick = [0, 0];

describe('work on a connection that is gone', () => {
  test('is done again on one opened anew', async () => {
    const db = { close: vi.fn(), open: vi.fn(async () => undefined) };
    const work = vi.fn().mockRejectedValueOnce(trouble('InvalidStateError')).mockResolvedValue('done');
    expect(await createReopener(db as never, quick)(work)).toBe('done');
    expect(db.close).toHaveBeenCalledOnce();
    expect(db.open).toHaveBeenCalledOnce();
  });

  test('is given back with its error when that helps nothing', async () => {
    const db = { close: vi.fn(), open: vi.fn(async () => Promise.reject(trouble('UnknownError'))) };
    const work = vi.fn().mockRejectedValue(trouble('DatabaseClosedError'));
    await expect(createReopener(db as never, quick)(work)).rejects.toThrow('gone');
    expect(work).toHaveBeenCalledTimes(3);
  });

  test('is opened once for all who wait', async () => {
    const db = { close: vi.fn(), open: vi.fn(async () => undefined) };
    const again = createReopener(db as never, quick);
    const work = () => vi.fn().mockRejectedValueOnce(trouble('InvalidStateError')).mockResolvedValue(1);
    await Promise.all([again(work()), again(work()), again(work())]);
    expect(db.open).toHaveBeenCalledOnce();
  });
});

test.each([
  ['the disk is full', Object.assign(trouble('AbortError'), { inner: trouble('QuotaExceededError') })],
  ['the disk is full', trouble('QuotaExceededError')],
  ['the work itself is wrong', new TypeError('no')],
])('opening anew does not help when %s', async (_what, error) => {
  expect(isConnectionTrouble(error)).toBe(false);
});

test('a batch is kept though the browser closed the connection in between', async () => {
  const store = freshStore();
  await openWalk(store);
  await store.keepBatch(batch(0));
  store.db.close({ disableAutoOpen: true });
  await store.keepBatch(batch(1));
  expect(await store.db.batches.count()).toBe(2);
});

test('another version that wants the database gets it, and this one opens again', async () => {
  const store = freshStore();
  await openWalk(store);
  await store.keepBatch(batch(0));
  const factory = (await import('dexie')).Dexie.dependencies.indexedDB;
  await new Promise<void>((resolve, reject) => {
    const open = factory.open('zouyibian', 10_000);
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      open.result.close();
      resolve();
    };
  });
  await store.keepBatch(batch(1));
  expect(await store.db.batches.count()).toBe(2);
});

test('a batch for a session that is not there is not said to be kept', async () => {
  const store = freshStore();
  await expect(store.keepBatch(batch(0))).rejects.toMatchObject({ name: 'SessionGone' });
});
