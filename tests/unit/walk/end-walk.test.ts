import { expect, test, vi } from 'vitest';
import { createEnding } from '../../../lib/walk/end-walk.ts';

function setUp(
  change: (patch: object) => Promise<void> = async () => {},
  changes: object = {},
  close?: () => Promise<void>,
) {
  const order: string[] = [];
  const gaps: object[] = [];
  const say = (word: string) => vi.fn(async () => void order.push(word));
  const session = { id: 's1', state: 'paused', tabs: [1], visibleTab: 1, outcome: 'unknown', pauses: [] };
  Object.assign(session, changes);
  const ending: ReturnType<typeof createEnding> = createEnding({
    browser: { webNavigation: { getAllFrames: async () => [{ frameId: 0 }] } },
    store: { sessions: { find: async () => session }, logProcessing: async () => undefined },
    current: {
      find: async () => ({ session }),
      async change(patch: object) {
        order.push('finished');
        await change(patch);
        Object.assign(session, patch);
      },
      reload: () => {},
    },
    injector: {
      unregister: say('unregister'),
      async intoTab(tab: number) {
        order.push(`back into ${tab}${ending.isEnding() ? ', too early' : ''}`);
      },
    },
    shooter: { now: say('picture') },
    freezer: { settle: say('settle'), goOn: () => order.push('freeze on') },
    aside: { collect: say('collect') },
    rows: { finish: say('rows'), put: async (_table: string, row: object) => void gaps.push(row) },
    requests: { cut: say('requests') },
    speak: { stopRecording: say('stop') },
    maskTold: async () => undefined,
    async lastLook() {
      order.push('look');
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: close ?? say('close'),
  } as never);
  return { ending, order, gaps };
}

test('frames stop and rows are written before the end is, and frames again after it, for those that had just begun', async () => {
  const { ending, order } = setUp();
  await ending.finish('stopped');
  expect(order).toEqual([
    'look',
    'stop',
    'collect',
    'settle',
    'requests',
    'rows',
    'finished',
    'unregister',
    'stop',
    'close',
  ]);
});

test('says that it is ending from the first moment to the last, also when it fails', async () => {
  const { ending } = setUp(async () => {
    throw new Error('database blocked');
  });
  expect(ending.isEnding()).toBe(false);
  const done = ending.finish('stopped');
  expect(ending.isEnding()).toBe(true);
  await expect(done).rejects.toThrow('database blocked');
  expect(ending.isEnding()).toBe(false);
});

test('the walk ends when its walker says so, not when everything is put together; what comes meanwhile is none of it', async () => {
  vi.useFakeTimers();
  const pressed = Date.now();
  const patches: object[] = [];
  const { ending } = setUp(async (patch) => void patches.push(patch), {
    pauses: [{ from: pressed - 5000, reason: '' }],
  });
  const done = ending.finish('stopped');
  expect([ending.isOver(pressed), ending.isOver(pressed + 1)]).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(4000);
  await done;
  expect(patches).toMatchObject([{ endedAt: pressed, pauses: [{ from: pressed - 5000, to: pressed }] }]);
  expect(ending.isOver(pressed + 1)).toBe(false);
  vi.useRealTimers();
});

test('a walk that could not be ended is recorded on, and the time without recorders is a gap', async () => {
  const full = () => Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));
  const { ending, order, gaps } = setUp(full, { tabs: [1, 4] });
  await expect(ending.finish('stopped')).rejects.toThrow('The disk is full.');
  expect(order.slice(-4)).toEqual(['finished', 'freeze on', 'back into 1', 'back into 4']);
  expect(gaps).toEqual([
    expect.objectContaining({ sessionId: 's1', why: 'recorder-stopped', from: expect.any(Number) }),
  ]);
});

test('one that is finished, and only could not be closed, is over', async () => {
  const close = () => Promise.reject(new Error('sealing failed'));
  const { ending, order, gaps } = setUp(async () => {}, {}, close);
  await expect(ending.finish('stopped')).rejects.toThrow('sealing failed');
  expect(order.filter((word) => word.startsWith('back'))).toEqual([]);
  expect(gaps).toEqual([]);
});
