import { expect, test, vi } from 'vitest';
import { createDeliveryQueue } from '../../../lib/deliver/delivery-queue.ts';
import { handIn } from '../../../lib/walk/hand-in.ts';
import { tellFullDisk } from '../../../lib/walk/tell-full-disk.ts';

const full = () => Object.assign(new Error('no room'), { name: 'QuotaExceededError' });

function queueOn(write: () => Promise<void>, send: () => Promise<never>) {
  return createDeliveryQueue({
    shelf: { read: async () => undefined, write, due: async () => [], nextMoment: async () => undefined },
    send,
    wakeAt: () => undefined,
  });
}

test('an order for which there is no room is told as such, and not logged as handed in', async () => {
  const log = vi.fn(async () => undefined);
  const queue = queueOn(
    () => Promise.reject(full()),
    () => new Promise(() => {}),
  );
  expect(await tellFullDisk(handIn({ queue, log }, 's1'))).toMatchObject({ ok: false, code: 'storage' });
  expect(log).not.toHaveBeenCalled();
});

test('an order that is noted is taken, however long the sending takes', async () => {
  const log = vi.fn(async () => undefined);
  const queue = queueOn(
    async () => undefined,
    () => new Promise(() => {}),
  );
  expect(await handIn({ queue, log }, 's1')).toEqual({ ok: true });
  expect(log).toHaveBeenCalledWith('s1');
});
