import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createReplayHandle } from '../../../components/replay-panel/create-replay-handle.ts';
import { findAround, findLastBefore, nearest } from '../../../components/replay-panel/last-before.ts';
import { noteKey, reasonText } from '../../../components/replay-panel/reason-text.ts';
import { commandOf } from '../../../components/replay-panel/replay-keys.ts';
import { bandOf, boundaryFrom, momentAt, shareOf } from '../../../components/replay-panel/scrub-geometry.ts';
import type { ReplayController, ReplayState } from '../../../components/session-review/review-source.ts';

const span = { from: 1_000, to: 101_000 };

describe('the scrub bar', () => {
  it('puts a moment where a click on that place leads back to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: span.from, max: span.to }), (at) => {
        expect(momentAt(shareOf(at, span), span)).toBeCloseTo(at, 5);
      }),
    );
  });

  it('keeps moments and stretches outside the walk on the bar', () => {
    expect([shareOf(0, span), shareOf(999_999, span)]).toEqual([0, 1]);
    expect(bandOf({ from: 51_000, to: 999_999 }, span)).toEqual({ left: '50%', width: '50%' });
    expect(shareOf(5, { from: 5, to: 5 })).toBe(0);
  });

  it('goes to the beginning of a step first, and to the one before only near the beginning', () => {
    const starts = [1_000, 20_000, 60_000];
    expect(boundaryFrom(starts, 30_000, -1)).toBe(20_000);
    expect(boundaryFrom(starts, 21_000, -1)).toBe(1_000);
    expect(boundaryFrom(starts, 1_500, -1)).toBe(1_000);
    expect(boundaryFrom(starts, 20_000, 1)).toBe(60_000);
    expect(boundaryFrom(starts, 60_000, 1)).toBeUndefined();
  });
});

describe('rows around a moment', () => {
  const rows = [{ at: 10 }, { at: 20 }, { at: 20 }, { at: 50 }];

  it('finds the last row that is not after it, as a plain search would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 })), fc.integer({ min: 0, max: 99 }), (times, at) => {
        const sorted = times.sort((a, b) => a - b).map((time) => ({ at: time }));
        expect(findLastBefore(sorted, at)).toBe(sorted.findLast((row) => row.at <= at));
      }),
    );
  });

  it('gives the nearest rows in order of time', () => {
    expect(nearest(rows, 45, 2)).toEqual([{ at: 20 }, { at: 50 }]);
  });

  it('takes the later of two stretches that overlap, and none at a stretch’s end', () => {
    const stretches = [
      { from: 0, to: 30 },
      { from: 20, to: 40 },
    ];
    expect([findAround(stretches, 25), findAround(stretches, 40)]).toEqual([stretches[1], undefined]);
  });
});

const on = (...selectors: string[]) => ({
  closest: (list: string) => list.split(', ').find((selector) => selectors.includes(selector)) ?? null,
});

describe('keys', () => {
  it('play, skip and step when nothing else needs them', () => {
    expect(commandOf(' ', on())).toEqual({ do: 'toggle' });
    expect(commandOf('ArrowLeft', on())).toEqual({ do: 'skip', ms: -5_000 });
    expect(commandOf(']', on())).toEqual({ do: 'step', direction: 1 });
    expect(commandOf('x', on())).toBeUndefined();
  });

  it('belong to a field one types in', () => {
    for (const key of [' ', 'ArrowRight', '[']) expect(commandOf(key, on('textarea'))).toBeUndefined();
  });

  it('leave a focused button its space, but not its arrows', () => {
    expect(commandOf(' ', on('button'))).toBeUndefined();
    expect(commandOf('ArrowRight', on('button'))).toEqual({ do: 'skip', ms: 5_000 });
    expect(commandOf('ArrowRight', on('[role="tab"]'))).toBeUndefined();
  });
});

function fakeController(begin: number) {
  let tell: ((state: ReplayState) => void) | undefined;
  const first: ReplayState = {
    at: begin,
    playing: false,
    tab: 1,
    url: '',
    status: 'loading',
    eventsPlayed: 0,
  };
  const controller: ReplayController = {
    seek: vi.fn(async (at: number) => tell?.({ ...first, at, status: 'ready' })),
    play: vi.fn(),
    pause: vi.fn(),
    setSpeed: vi.fn(),
    onChange(listener) {
      tell = listener;
      listener(first);
      return () => void (tell = undefined);
    },
    destroy: vi.fn(),
  };
  return { controller, say: (change: Partial<ReplayState>) => tell?.({ ...first, ...change }) };
}

describe('the replay handle', () => {
  it('opens a player at the moment asked for, not at the player’s own beginning', () => {
    const handle = createReplayHandle(5_000);
    const { controller } = fakeController(1_000);
    handle.plug(() => controller);
    expect(controller.seek).toHaveBeenCalledWith(5_000);
    expect(handle.getState()).toMatchObject({ at: 5_000, status: 'ready' });
  });

  it('keeps moment and speed when a player is built anew, and lets go of the old one', () => {
    const handle = createReplayHandle(1_000);
    const old = fakeController(1_000);
    const unplug = handle.plug(() => old.controller);
    handle.setSpeed(4);
    handle.seek(9_000);
    unplug();
    const next = fakeController(1_000);
    handle.plug(() => next.controller);
    old.say({ at: 77 });
    expect(old.controller.destroy).toHaveBeenCalledOnce();
    expect(next.controller.setSpeed).toHaveBeenCalledWith(4);
    expect(handle.getState().at).toBe(9_000);
  });

  it('shows why a player could not be made, or could not go there', async () => {
    const handle = createReplayHandle(0);
    handle.plug(() => {
      throw new Error('no frame');
    });
    expect(handle.getState()).toMatchObject({ status: 'error', reason: 'no frame' });
    const { controller } = fakeController(0);
    controller.seek = () => Promise.reject(new Error('no object'));
    handle.plug(() => controller);
    await vi.waitFor(() => expect(handle.getState()).toMatchObject({ status: 'error', reason: 'no object' }));
  });

  it('pauses what plays and plays what is paused', () => {
    const handle = createReplayHandle(0);
    const { controller, say } = fakeController(0);
    handle.plug(() => controller);
    handle.toggle();
    say({ playing: true });
    handle.toggle();
    expect(controller.play).toHaveBeenCalledOnce();
    expect(controller.pause).toHaveBeenCalledOnce();
  });
});

const text = (key: string) => key;

describe('reasons', () => {
  it('are sentences for the player’s codes and its own words otherwise', () => {
    expect(reasonText({ status: 'gap', reason: 'not-granted' }, text)).toBe('gapWhy.notGranted');
    expect(reasonText({ status: 'gap', reason: 'not-recorded' }, text)).toBe('review.gapView.noStream');
    expect(reasonText({ status: 'error', reason: 'object-hash' }, text)).toBe(
      'review.replay.broken.objectHash',
    );
    expect(reasonText({ status: 'error', reason: '断网' }, text)).toBe('断网');
  });

  it('give a passing note only for skipped stretches', () => {
    expect([noteKey({ reason: 'skipped-pause' }), noteKey({ reason: 'cut' }), noteKey({})]).toEqual([
      'review.replay.skippedPause',
      undefined,
      undefined,
    ]);
  });
});
