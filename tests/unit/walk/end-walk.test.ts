import { expect, test, vi } from 'vitest';
import { createEnding } from '../../../lib/walk/end-walk.ts';

function setUp(change = async () => {}) {
  const order: string[] = [];
  const say = (word: string) => vi.fn(async () => void order.push(word));
  const session = { id: 's1', state: 'paused', tabs: [1], visibleTab: 1, outcome: 'unknown', pauses: [] };
  const ending = createEnding({
    browser: { webNavigation: { getAllFrames: async () => [{ frameId: 0 }] } },
    store: { sessions: { find: async () => session }, logProcessing: async () => undefined },
    current: {
      find: async () => ({ session }),
      async change() {
        order.push('finished');
        await change();
      },
      reload: () => {},
    },
    injector: { unregister: say('unregister') },
    shooter: { now: say('picture') },
    freezer: { settle: say('settle') },
    aside: { collect: say('collect') },
    rows: { finish: say('rows') },
    requests: { cut: say('requests') },
    speak: { stopRecording: say('stop') },
    maskTold: async () => undefined,
    close: say('close'),
  } as never);
  return { ending, order };
}

test('frames stop and rows are written before the end is, and frames again after it, for those that had just begun', async () => {
  const { ending, order } = setUp();
  await ending.finish('stopped');
  expect(order).toEqual([
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
