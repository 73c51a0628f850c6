import { expect, test, vi } from 'vitest';
import { findGaps } from '../../../lib/assess/coverage.ts';
import { detectSteps } from '../../../lib/assess/detect-steps.ts';
import { stepTimes } from '../../../lib/assess/step-times.ts';
import { closeSession } from '../../../lib/walk/close-session.ts';
import { createBatchKeeper } from '../../../lib/walk/keep-batches.ts';
import { createRefusedBatches } from '../../../lib/walk/refused-batches.ts';
import { action, batchJson, eventsOf, sessionRow, startedAt, streamRow } from '../store/fresh-store.ts';
import { fillDisk, openWalking } from './open-background.ts';

const content = (seq: number, more: object = {}) => batchJson({ events: eventsOf(seq), ...more });

async function keeping() {
  const all = await openWalking();
  const { store, rows } = all;
  const nothing = async () => undefined;
  const keepBatch = createBatchKeeper({
    ...all,
    refused: createRefusedBatches(rows),
    freezer: { take: nothing },
    tabs: { acted: nothing },
    checker: { acted: vi.fn(), arrived: vi.fn() },
    shooter: { soon: vi.fn() },
    room: { countBatch: nothing },
    healer: {},
    warn: nothing,
    allIsWell: nothing,
    tellTrouble: nothing,
    announce: vi.fn(),
  } as unknown as Parameters<typeof createBatchKeeper>[0]);
  await store.db.streams.put(streamRow());
  const send = (seq: number, more?: object) =>
    keepBatch({ stream: 'st1', seq, json: content(seq, more), frame: 0 }, 1);
  const close = async () => {
    await rows.finish();
    const session = sessionRow('s1', { state: 'finished', endedAt: startedAt + 60_000 });
    await store.db.sessions.put(session);
    await closeSession(store, { detectSteps, stepTimes, findGaps }, session);
    return (await store.sessions.readWhole('s1'))?.gaps.filter(({ why }) =>
      /not-stored|lost-batch/.test(why),
    );
  };
  return { ...all, send, close };
}

test('the last batch of a page that left while the disk was full is a gap with its times', async () => {
  const { store, send, close } = await keeping();
  await send(0);
  fillDisk(store, true);
  await expect(send(1, { actions: [action('a1', startedAt + 1500)] })).rejects.toThrow();
  await expect(send(1)).rejects.toThrow();
  fillDisk(store, false);
  expect(await close()).toEqual([
    expect.objectContaining({
      from: startedAt + 1010,
      to: startedAt + 1500,
      why: 'not-stored',
      tab: 1,
      stream: 'st1',
    }),
  ]);
});

test('one that came again once there was room is none, also when the walk is closed twice', async () => {
  const { store, send, close } = await keeping();
  await send(0);
  fillDisk(store, true);
  await expect(send(1)).rejects.toThrow();
  fillDisk(store, false);
  await send(1);
  expect(await close()).toEqual([]);
  expect(await close()).toEqual([]);
});

test('one between two others is named once', async () => {
  const { store, send, close } = await keeping();
  await send(0);
  fillDisk(store, true);
  await expect(send(1)).rejects.toThrow();
  fillDisk(store, false);
  await send(2);
  expect((await close())?.map(({ why }) => why)).toEqual(['not-stored']);
});
