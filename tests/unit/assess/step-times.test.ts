import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepTimes, type TimeEvidence } from '../../../lib/assess/step-times.ts';
import { action, request, visit } from './evidence.ts';

const pause = (from: number, to?: number) => ({ from, reason: '', ...(to === undefined ? {} : { to }) });
const nothing: TimeEvidence = { actions: [], requests: [], visits: [], pauses: [] };
const times = (evidence: Partial<TimeEvidence>, from = 0, to = 20_000) =>
  stepTimes({ ...nothing, ...evidence }, from, to);

describe('where a step’s time went', () => {
  test('a step in which nothing happened is idle', () => {
    expect(times({})).toEqual({ wall: 20_000, active: 0, waiting: 0, idle: 20_000, paused: 0 });
  });

  test('an action counts for five seconds, overlapping ones once', () => {
    expect(times({ actions: [action(1000), action(3000)] })).toMatchObject({ active: 7000, idle: 13_000 });
  });

  test('an action shortly before the step still counts for what it reaches into it', () => {
    expect(times({ actions: [action(8000)] }, 10_000, 20_000)).toMatchObject({ active: 3000, idle: 7000 });
  });

  test('waiting takes precedence over activity', () => {
    expect(times({ actions: [action(1000)], requests: [request(1000, 3500)] })).toMatchObject({
      waiting: 3500,
      active: 1500,
      idle: 15_000,
    });
  });

  test('a page load is waiting until its load event; one that never fired is not guessed', () => {
    const visits = [visit(2000, '/a', { loadMs: 1200 }), visit(9000, '/b')];
    expect(times({ visits })).toMatchObject({ waiting: 1200 });
  });

  test('requests that nobody feels or waits for are no waiting', () => {
    const requests = [request(0, 99), request(1000, 5000, 'image'), request(8000, 5000, 'script')];
    expect(times({ requests })).toMatchObject({ waiting: 0 });
    expect(times({ requests: [request(0, 100)] })).toMatchObject({ waiting: 100 });
  });

  test('a pause takes precedence over everything', () => {
    const evidence = { pauses: [pause(0, 10_000)], actions: [action(9000)], requests: [request(8000, 4000)] };
    expect(times(evidence)).toEqual({
      wall: 20_000,
      paused: 10_000,
      waiting: 2000,
      active: 2000,
      idle: 6000,
    });
  });

  test('a pause that is still on lasts to the step’s end', () => {
    expect(times({ pauses: [pause(15_000)] })).toMatchObject({ paused: 5000, idle: 15_000 });
  });

  test('a step that ends before it begins has no time', () => {
    const busy = { actions: [action(0)], requests: [request(0, 9000)], pauses: [pause(0, 9000)] };
    expect(times(busy, 5000, 4000)).toEqual({ wall: 0, active: 0, waiting: 0, idle: 0, paused: 0 });
  });
});

const moment = fc.integer({ min: -10_000, max: 60_000 });
const length = fc.nat(20_000);
const evidence = fc.record({
  actions: fc.array(
    moment.map((at) => action(Math.max(0, at))),
    { maxLength: 6 },
  ),
  requests: fc.array(
    fc.tuple(moment, length).map(([at, ms]) => request(Math.max(0, at), ms)),
    { maxLength: 6 },
  ),
  visits: fc.array(
    fc.tuple(moment, length).map(([at, loadMs]) => visit(Math.max(0, at), '/', { loadMs })),
    { maxLength: 4 },
  ),
  pauses: fc.array(
    fc
      .tuple(moment, fc.option(length, { nil: undefined }))
      .map(([at, ms]) => pause(at, ms === undefined ? undefined : at + ms)),
    { maxLength: 4 },
  ),
});

test('the four parts add up to the wall time and none is negative, whatever the evidence', () => {
  fc.assert(
    fc.property(evidence, moment, length, (found, from, ms) => {
      const { wall, waitingFor: _split, ...parts } = stepTimes(found, from, from + ms);
      expect(wall).toBe(ms);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(wall);
      expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a step cut in two has the same times as the whole', () => {
  fc.assert(
    fc.property(evidence, length, length, (found, first, second) => {
      // An open pause means "until the end asked about", so only closed ones can be cut.
      const closed = { ...found, pauses: found.pauses.filter((each) => each.to !== undefined) };
      const whole = stepTimes(closed, 0, first + second);
      const parts = [stepTimes(closed, 0, first), stepTimes(closed, first, first + second)];
      for (const key of ['wall', 'active', 'waiting', 'idle', 'paused'] as const) {
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key]);
      }
    }),
  );
});
