import { expect, test, vi } from 'vitest';
import { createEnding } from '../../../lib/walk/end-walk.ts';

/** `next` is the walk that begins as soon as this one is out of the way. */
function setUp(
  change: (patch: object) => Promise<void> = async () => {},
  changes: object = {},
  next?: { id: string; tabs: number[] },
  { unregister, close }: { unregister?: () => Promise<void>; close?: () => Promise<void> } = {},
) {
  const order: string[] = [];
  const gaps: object[] = [];
  const say = (word: string) => vi.fn(async () => void order.push(word));
  const session = { id: 's1', state: 'paused', tabs: [1], visibleTab: 1, outcome: 'unknown', pauses: [] };
  Object.assign(session, changes);
  const open: { session: { id: string } | undefined } = { session };
  const stoppedIn: number[] = [];
  const ending: ReturnType<typeof createEnding> = createEnding({
    browser: { webNavigation: { getAllFrames: async () => [{ frameId: 0 }] } },
    store: { sessions: { find: async () => session }, logProcessing: async () => undefined },
    current: {
      find: async () => open.session && { session: open.session },
      peek: () => undefined,
      async change(patch: object) {
        order.push('finished');
        await change(patch);
        Object.assign(session, patch);
      },
      reload() {
        order.push('let go');
        open.session = next;
      },
    },
    injector: {
      unregister: unregister ?? say('unregister'),
      async intoTab(tab: number) {
        order.push(`back into ${tab}${ending.isEnding('s1') ? ', too early' : ''}`);
      },
    },
    shooter: { now: say('picture') },
    freezer: { settle: say('settle'), goOn: () => order.push('freeze on') },
    aside: { collect: say('collect') },
    rows: { finish: say('rows'), put: async (_table: string, row: object) => void gaps.push(row) },
    requests: { cut: say('requests') },
    speak: {
      async stopRecording(tab: number) {
        order.push('stop');
        stoppedIn.push(tab);
      },
    },
    maskTold: async () => undefined,
    async lastLook() {
      order.push('look');
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: close ?? say('close'),
  } as never);
  return { ending, order, gaps, stoppedIn };
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
    'let go',
    'stop',
    'close',
  ]);
});

test('says that it is ending from the first moment to the last, also when it fails', async () => {
  const { ending } = setUp(async () => {
    throw new Error('database blocked');
  });
  expect(ending.isEnding('s1')).toBe(false);
  const done = ending.finish('stopped');
  expect(ending.isEnding('s1')).toBe(true);
  await expect(done).rejects.toThrow('database blocked');
  expect(ending.isEnding('s1')).toBe(false);
});

test('the walk ends when its walker says so, not when everything is put together; what comes meanwhile is none of it', async () => {
  vi.useFakeTimers();
  const pressed = Date.now();
  const patches: object[] = [];
  const { ending } = setUp(async (patch) => void patches.push(patch), {
    pauses: [{ from: pressed - 5000, reason: '' }],
  });
  const done = ending.finish('stopped');
  expect([ending.isOver(pressed, 's1'), ending.isOver(pressed + 1, 's1')]).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(4000);
  await done;
  expect(patches).toMatchObject([{ endedAt: pressed, pauses: [{ from: pressed - 5000, to: pressed }] }]);
  expect(ending.isOver(pressed + 1, 's1')).toBe(false);
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
  const { ending, order, gaps } = setUp(async () => {}, {}, undefined, { close });
  await expect(ending.finish('stopped')).rejects.toThrow('sealing failed');
  expect(order.filter((word) => word.startsWith('back'))).toEqual([]);
  expect(gaps).toEqual([]);
});

test('a walk that begins while the one before is put together is neither ending nor over, and its frames are not stopped', async () => {
  const { ending, stoppedIn } = setUp(undefined, { tabs: [1, 2] }, { id: 's2', tabs: [1] });
  const done = ending.finish('stopped');
  // Whose walk it is takes the database a moment to say: until then it may be anybody's.
  expect(ending.isEnding('s2')).toBe(true);
  const late = Date.now() + 1000;
  await new Promise((resolve) => setTimeout(resolve));
  expect(ending.isEnding('s2')).toBe(false);
  const seen = [ending.isEnding('s1'), ending.isOver(late, 's1'), ending.isOver(late, 's2')];
  await done;
  expect(seen).toEqual([true, true, false]);
  expect(stoppedIn).toEqual([1, 2, 2]);
});

test('a walk whose scripts cannot be taken back is let go all the same', async () => {
  const { ending, order } = setUp(undefined, {}, undefined, {
    unregister: () => Promise.reject(new Error('no scripting')),
  });
  await expect(ending.finish('stopped')).rejects.toThrow('no scripting');
  expect(order.at(-1)).toBe('let go');
});
