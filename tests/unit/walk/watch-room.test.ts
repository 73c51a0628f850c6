import { expect, test } from 'vitest';
import { roomLowBelow, watchRoom } from '../../../lib/walk/watch-room.ts';
import { openWalking } from './open-background.ts';

const told = async (all: Awaited<ReturnType<typeof openWalking>>) =>
  (await all.store.sessions.find('s1'))?.warnings ?? [];

test('little room is told in time, in round figures, and taken back when there is room again', async () => {
  const all = await openWalking();
  let quota = roomLowBelow * 4;
  const room = watchRoom({ estimate: async () => ({ quota, usage: 0 }), warnings: all.warnings });
  await room.check();
  expect(await told(all)).toEqual([]);
  quota = roomLowBelow - 1;
  await room.check();
  expect(await told(all)).toEqual([{ code: 'roomLow', detail: '450' }]);
  quota = 1024;
  await room.check();
  expect(await told(all)).toEqual([{ code: 'roomLow', detail: '<50' }]);
  quota = roomLowBelow;
  await room.check();
  expect(await told(all)).toEqual([]);
});

test('what is used counts, and is looked at again after so many batches', async () => {
  const all = await openWalking();
  let usage = 0;
  const room = watchRoom({
    estimate: async () => ({ quota: roomLowBelow + 10, usage }),
    warnings: all.warnings,
  });
  usage = 20;
  for (let n = 0; n < 99; n += 1) await room.countBatch();
  expect(await told(all)).toEqual([]);
  await room.countBatch();
  expect(await told(all)).toHaveLength(1);
});

test('a browser that gives no figures warns of nothing', async () => {
  const all = await openWalking();
  const room = watchRoom({ estimate: async () => Promise.reject(new Error('no')), warnings: all.warnings });
  await room.check();
  expect(await told(all)).toEqual([]);
});
