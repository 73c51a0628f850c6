import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRemedy } from '../../../components/delivery-status/remedy-of.ts';
import { countKinds } from '../../../components/incident-list/count-kinds.ts';
import { setFrom, setTo } from '../../../components/pain-point-editor/set-interval.ts';
import { checkItemText } from '../../../components/pain-point-list/check-item-text.ts';
import { type SessionRow, sortRows } from '../../../components/session-list/session-row.ts';
import { costOf } from '../../../components/session-review/cost-of.ts';
import { maskedByKind } from '../../../components/session-review/mask-kinds.ts';
import { openingMoment } from '../../../components/session-review/opening-moment.ts';
import { walkedMs } from '../../../components/session-review/walked-ms.ts';
import { segmentsOf, totalsOf } from '../../../components/step-timeline/step-segments.ts';
import { Gap } from '../../../lib/model/gap.ts';
import type { SessionReport } from '../../../lib/model/report.ts';
import type { Stream } from '../../../lib/model/stream.ts';
import { measuredTime, unseenIn } from '../../../lib/model/unseen-time.ts';

const times = (wall: number, active: number, waiting: number, idle: number, paused = 0) => ({
  wall,
  active,
  waiting,
  idle,
  paused,
});

describe('a step’s time', () => {
  it('is made of its measured parts when they account for all of it', () => {
    expect(segmentsOf({ identity: false, times: times(100_000, 60_000, 30_000, 0, 10_000) })).toEqual([
      { kind: 'active', ms: 60_000 },
      { kind: 'waiting', ms: 30_000 },
      { kind: 'paused', ms: 10_000 },
    ]);
  });

  it('names what nobody measured instead of hiding it in another part', () => {
    expect(segmentsOf({ identity: false, times: times(100_000, 10_000, 0, 0) })).toContainEqual({
      kind: 'unobserved',
      ms: 90_000,
    });
  });

  it('is unobserved inside an identity host, whatever its figures say', () => {
    const step = { identity: true, times: times(58_000, 0, 0, 58_000) };
    expect(segmentsOf(step)).toEqual([{ kind: 'unobserved', ms: 58_000 }]);
    expect(measuredTime(step, 'waiting')).toBeUndefined();
  });

  it('is unobserved where no recorder ran: that share comes off what would be idle', () => {
    const step = { identity: false, times: times(100_000, 10_000, 5000, 85_000) };
    expect(segmentsOf(step, 60_000)).toEqual([
      { kind: 'active', ms: 10_000 },
      { kind: 'waiting', ms: 5000 },
      { kind: 'idle', ms: 25_000 },
      { kind: 'unobserved', ms: 60_000 },
    ]);
    expect(measuredTime(step, 'idle', 60_000)).toBe(25_000);
    const blind = { identity: false, times: times(100_000, 0, 5000, 95_000) };
    expect(segmentsOf(blind, 100_000)).toEqual([
      { kind: 'waiting', ms: 5000 },
      { kind: 'unobserved', ms: 95_000 },
    ]);
    const parts = (['active', 'waiting', 'idle'] as const).map((kind) => measuredTime(blind, kind, 100_000));
    expect(parts).toEqual([undefined, 5000, undefined]);
  });

  it('had no recorder where a gap of its tab says so, outside of frames, sleep and pauses', () => {
    const step = { from: 10_000, to: 60_000, tab: 1 };
    const gapOf = (from: number, to: number, why: Gap['why'], more: Partial<Gap> = {}) =>
      Gap.parse({ id: `g${from}`, from, to, why, ...more });
    const told = {
      session: { pauses: [{ from: 20_000, to: 25_000, reason: '' }] },
      streams: [{ id: 'inner', top: false }] as Stream[],
      gaps: [
        gapOf(0, 30_000, 'no-script-here'),
        gapOf(28_000, 32_000, 'tab-crashed', { tab: 1 }),
        gapOf(30_000, 31_000, 'asleep'),
        gapOf(40_000, 45_000, 'not-stored', { tab: 1, stream: 'inner' }),
        gapOf(45_000, 50_000, 'no-script-here', { tab: 2 }),
        gapOf(50_000, 59_000, 'over-budget'),
      ],
    };
    expect(unseenIn(told, step)).toBe(16_000);
  });

  it('adds up to the wall time, give or take rounding', () => {
    const ms = fc.integer({ min: 0, max: 600_000 });
    fc.assert(
      fc.property(
        ms,
        ms,
        ms,
        ms,
        ms,
        ms,
        fc.boolean(),
        (active, waiting, idle, paused, hole, unseen, identity) => {
          const step = {
            identity,
            times: times(active + waiting + idle + paused + hole, active, waiting, idle, paused),
          };
          const sum = totalsOf([step], () => Math.min(unseen, idle)).reduce((all, part) => all + part.ms, 0);
          expect(Math.abs(sum - step.times.wall)).toBeLessThanOrEqual(500);
        },
      ),
    );
  });
});

it('counts a walk’s time without its pauses, an open pause included, and without sleep', () => {
  const session = {
    startedAt: 1_000,
    endedAt: 61_000,
    pauses: [{ from: 11_000, to: 21_000 }, { from: 51_000 }],
  };
  const walked = (gaps: object[]) => walkedMs({ session, gaps, createdAt: 0 } as unknown as SessionReport);
  expect(walked([])).toBe(40_000);
  expect(walked([{ from: 16_000, to: 31_000, why: 'asleep' }])).toBe(30_000);
});

const opened = (...from: number[]) =>
  openingMoment({
    session: { startedAt: 1_000 },
    chunks: from.map((each) => ({ from: each })),
  } as unknown as SessionReport);

it('opens at the first picture when it follows the start closely, else at the start', () => {
  expect([opened(9_000, 1_400), opened(60_000), opened(900, 5_000), opened()]).toEqual([
    1_400, 1_000, 1_000, 1_000,
  ]);
});

it('has no recorder cost where none was measured', () => {
  expect(costOf([], 60_000)).toBeUndefined();
  const page = { stream: 's', snapshotMs: 90, longestMs: 90, eventsMs: 210, events: 1, bytes: 1 };
  expect(costOf([page, { ...page, snapshotMs: 10 }], 100_000)).toEqual({
    totalMs: 520,
    checksMs: 0,
    share: '0.52%',
    longestSnapshotMs: 90,
  });
  expect(costOf([page], 0)?.share).toBeUndefined();
});

it('counts what page checks held the pages into the recorder cost', () => {
  const page = { stream: 's', snapshotMs: 90, longestMs: 90, eventsMs: 210, events: 1, bytes: 1 };
  expect(costOf([page], 100_000, [{ took: 700 }, { took: 500 }])).toMatchObject({
    totalMs: 1500,
    checksMs: 1200,
    share: '1%',
  });
  expect(costOf([], 100_000, [{ took: 700 }])?.totalMs).toBe(700);
});

it('loses no masked value: kinds without a name are counted together', () => {
  expect(maskedByKind({ name: 2, mobile: 5, 'new-kind': 1, other2: 3, plate: 0 })).toEqual([
    { kind: 'mobile', count: 5 },
    { kind: 'name', count: 2 },
    { kind: 'other', count: 4 },
  ]);
});

it('offers only incident kinds that occur', () => {
  expect(countKinds([{ kind: 'toast' }, { kind: 'script-error' }, { kind: 'toast' }])).toEqual([
    { kind: 'script-error', count: 1 },
    { kind: 'toast', count: 2 },
  ]);
});

it('keeps an interval’s beginning before its end when one of them is moved past the other', () => {
  expect(setFrom({ from: 10, to: 20 }, 30)).toEqual({ from: 30, to: 30 });
  expect(setTo({ from: 10, to: 20 }, 5)).toEqual({ from: 5, to: 5 });
  expect(setTo({ from: 10, to: 20 }, 15)).toEqual({ from: 10, to: 15 });
});

it('shows a check item’s id where no programme has it', () => {
  expect(checkItemText(undefined, { dimensionId: 'd', checkItemId: 'd.01' })).toEqual({
    dimension: 'd',
    item: 'd.01',
    known: false,
  });
});

it('advises only on problems of this side; a refusal brings its own advice', () => {
  expect([findRemedy('collector-unreachable'), findRemedy('key-wrong')]).toEqual(['network', undefined]);
});

const row = (id: string, startedAt: number, state: SessionRow['state']) =>
  ({ id, startedAt, state }) as SessionRow;

it('lists what waits for a decision apart from the rest, newest first', () => {
  const { unfinished, others } = sortRows([
    row('a', 1, 'finished'),
    row('b', 2, 'unfinished'),
    row('c', 3, 'imported'),
  ]);
  expect([unfinished.map((each) => each.id), others.map((each) => each.id)]).toEqual([['b'], ['c', 'a']]);
});
