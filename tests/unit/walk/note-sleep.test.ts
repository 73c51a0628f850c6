import { describe, expect, test, vi } from 'vitest';
import { sleptBetween } from '../../../lib/capture/watch-sleep.ts';
import { createSleepNoter } from '../../../lib/walk/note-sleep.ts';
import { settleGaps } from '../../../lib/walk/settle-gaps.ts';
import { startedAt } from '../store/fresh-store.ts';
import { openWalking } from './open-background.ts';

const minute = 60_000;

describe('two looks at the clocks, a second apart', () => {
  const look = (wall: number, mono: number, shown = true) => ({ wall, mono, shown });
  test.each([
    ['nothing', look(1000, 1000), false, { ms: 0, by: '' }],
    ['a busy page, twenty seconds late', look(20_000, 20_000), false, { ms: 0, by: '' }],
    [
      'a monotonic clock that stood still for ten minutes',
      look(10 * minute, 1000),
      false,
      { ms: 10 * minute, by: 'wall' },
    ],
    ['the same while hidden', look(10 * minute, 1000, false), false, { ms: 10 * minute, by: 'wall' }],
    [
      'a monotonic clock that went on, as on Windows',
      look(10 * minute, 10 * minute),
      false,
      { ms: 10 * minute, by: 'timer' },
    ],
    [
      'a hidden page whose timers were put off',
      look(10 * minute, 10 * minute, false),
      false,
      { ms: 0, by: '' },
    ],
    ['a dialog that stood open for ten minutes', look(10 * minute, 10 * minute), true, { ms: 0, by: '' }],
    ['a wall clock put right by four seconds', look(5000, 1000), false, { ms: 0, by: '' }],
    ['a wall clock put back', look(-minute, 1000), false, { ms: 0, by: '' }],
  ])('%s', (_what, now, held, slept) => {
    expect(sleptBetween(look(0, 0), now, held, 0)).toEqual(slept);
  });

  test('a page whose own tasks held its timers was at work; one with short tasks slept', () => {
    const now = look(40_000, 40_000);
    expect(sleptBetween(look(0, 0), now, false, 39_000)).toEqual({ ms: 0, by: '' });
    expect(sleptBetween(look(0, 0), now, false, 2000)).toEqual({ ms: 40_000, by: 'timer' });
  });
});

describe('the background', () => {
  test('notes a sleep from the last thing kept to now', async () => {
    vi.setSystemTime(startedAt + 20 * minute);
    const all = await openWalking({ startedAt });
    await all.store.db.incidents.put({
      id: 'i',
      sessionId: 's1',
      at: startedAt + 10 * minute + 5000,
      kind: 'toast',
      tab: 1,
      frame: 0,
      message: '',
      url: '',
    });
    const noteSleep = createSleepNoter(all);
    expect(await noteSleep(all.walk, 10 * minute)).toBe(true);
    expect(await all.store.db.gaps.toArray()).toMatchObject([
      { why: 'asleep', from: startedAt + 10 * minute + 5000, to: startedAt + 20 * minute },
    ]);
  });

  test.each([30_000, 61_000, undefined])('a beat that came after %s ms was no sleep', async (since) => {
    const all = await openWalking();
    expect(await createSleepNoter(all)(all.walk, since)).toBe(false);
    expect(await all.store.db.gaps.count()).toBe(0);
  });
});

describe('sleep that many tell of', () => {
  const gap = (id: string, from: number, to: number, stream?: string) => ({
    id,
    from,
    to,
    why: 'asleep' as const,
    detail: '',
    ...(stream ? { stream } : {}),
  });

  test('is one gap, as exact as the frames know it', () => {
    const { kept, dropped } = settleGaps([
      gap('background', 0, 1000),
      gap('top', 100, 900, 'a'),
      gap('child', 101, 901, 'b'),
    ]);
    expect(kept).toMatchObject([{ id: 'top', from: 100, to: 901 }]);
    expect(dropped.map(({ id }) => id).sort()).toEqual(['background', 'child']);
  });

  test('stays as the background tells it where no frame did; other gaps stay as they are', () => {
    const other = { ...gap('other', 0, 5), why: 'tab-crashed' as const };
    const { kept, dropped } = settleGaps([gap('background', 0, 1000), gap('top', 5000, 6000, 'a'), other]);
    expect(kept.map(({ id }) => id).sort()).toEqual(['background', 'other', 'top']);
    expect(dropped).toEqual([]);
  });
});
