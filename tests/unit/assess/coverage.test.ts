import { describe, expect, test } from 'vitest';
import { coverageOf, findGaps } from '../../../lib/assess/coverage.ts';
import { tabStretches } from '../../../lib/assess/tab-stretches.ts';
import type { Gap } from '../../../lib/model/gap.ts';
import type { Session } from '../../../lib/model/session.ts';
import type { Chunk, Stream } from '../../../lib/model/stream.ts';
import type { Visit } from '../../../lib/model/visit.ts';
import { recording, recordings, session, visit } from './evidence.ts';

const brief = (gaps: ReturnType<typeof findGaps>) =>
  gaps.map(({ why, tab, from, to }) => [why, tab, from, to]);

describe('tabStretches', () => {
  test('the walker looks at a tab until a tab visit says otherwise', () => {
    const visits = [
      visit(0, '/'),
      visit(4000, '/popup', { tab: 2 }),
      visit(5000, '/popup', { kind: 'tab', tab: 2 }),
      visit(9000, '/', { kind: 'tab' }),
    ];
    expect(tabStretches(visits, 0, 20_000)).toEqual([
      { tab: 1, from: 0, to: 5000 },
      { tab: 2, from: 5000, to: 9000 },
      { tab: 1, from: 9000, to: 20_000 },
    ]);
  });

  test('without a visit there is none', () => {
    expect(tabStretches([], 0, 1000)).toEqual([]);
  });
});

describe('a walk recorded from end to end', () => {
  const evidence = { session: session(0, 60_000), visits: [visit(0, '/')], ...recording(100, 30_000) };

  test('has no gap, also while the page stood still', () => {
    expect(findGaps(evidence)).toEqual([]);
  });

  test('is covered but for the time until the first event', () => {
    expect(coverageOf(evidence)).toEqual({
      walkedMs: 60_000,
      recordedMs: 59_900,
      frames: 1,
      framesRecorded: 1,
    });
  });
});

describe('a stretch that was lost in the middle of a stream', () => {
  const evidence = { session: session(0, 60_000), visits: [visit(0, '/')], ...recording(0, 60_000) };
  const lost = (why: Gap['why'], more: Partial<Gap> = {}): Gap => ({
    id: why,
    from: 20_000,
    to: 25_000,
    why,
    detail: '',
    ...more,
  });

  test.each(['tab-crashed', 'extension-updated', 'not-stored', 'lost-batch', 'recorder-stopped'] as const)(
    'is walked but not recorded: %s',
    (why) => {
      const gaps = [lost(why, { tab: 1 })];
      expect(coverageOf({ ...evidence, gaps })).toMatchObject({ walkedMs: 60_000, recordedMs: 55_000 });
      // It has its name already.
      expect(findGaps({ ...evidence, gaps })).toEqual([]);
    },
  );

  test('and so is a look at a page outside the walk, whatever tab was left for it', () => {
    const gaps = [lost('outside-walk', {})];
    expect(coverageOf({ ...evidence, gaps })).toMatchObject({ walkedMs: 60_000, recordedMs: 55_000 });
    expect(findGaps({ ...evidence, gaps })).toEqual([]);
  });

  test('in another tab, or in a frame of the page, leaves the page recorded', () => {
    const [top] = evidence.streams;
    const frame = { ...(top as Stream), id: 'child', top: false, frame: 3 };
    const streams = [...evidence.streams, frame];
    for (const gap of [lost('tab-crashed', { tab: 9 }), lost('lost-batch', { stream: 'child' })])
      expect(coverageOf({ ...evidence, streams, gaps: [gap] })).toMatchObject({ recordedMs: 60_000 });
  });
});

describe('the unified login', () => {
  const visits = [
    visit(0, '/'),
    visit(20_000, 'https://login.example/', { identity: true }),
    visit(20_500, '/my'),
  ];
  const evidence = {
    session: session(0, 60_000),
    visits,
    ...recordings(recording(0, 19_000), recording(20_500, 50_000)),
  };

  test('is a gap with its reason, however short', () => {
    expect(brief(findGaps(evidence))).toEqual([['identity-host', 1, 20_000, 20_500]]);
  });

  test('is time walked and not recorded', () => {
    expect(coverageOf(evidence)).toMatchObject({ walkedMs: 60_000, recordedMs: 59_500 });
  });

  test('stands apart from a page after it that could not be recorded', () => {
    const onlyBefore = { ...evidence, ...recording(0, 19_000) };
    expect(brief(findGaps(onlyBefore))).toEqual([
      ['identity-host', 1, 20_000, 20_500],
      ['no-script-here', 1, 20_500, 60_000],
    ]);
  });
});

describe('a page without a replay', () => {
  const visits = [visit(0, '/'), visit(20_000, '/viewer.pdf'), visit(30_000, '/my')];
  const around = recordings(recording(0, 19_000), recording(30_000, 50_000));

  test('is a gap that says no script could run there', () => {
    expect(brief(findGaps({ session: session(0, 60_000), visits, ...around }))).toEqual([
      ['no-script-here', 1, 20_000, 30_000],
    ]);
  });

  test('shorter than two seconds it is a page being loaded', () => {
    const quick = [visit(0, '/'), visit(20_000, '/hop'), visit(21_999, '/my')];
    const both = recordings(recording(0, 19_000), recording(21_999, 50_000));
    expect(findGaps({ session: session(0, 60_000), visits: quick, ...both })).toEqual([]);
  });

  test('whose recorder was there was still loading, and is not said to be closed to recording', () => {
    const late = recording(27_000, 50_000);
    const streams = late.streams.map((stream) => ({ ...stream, startedAt: 20_200 }));
    const slow = recordings(recording(0, 19_000), { ...late, streams });
    expect(brief(findGaps({ session: session(0, 60_000), visits: visits.slice(0, 2), ...slow }))).toEqual([
      ['page-loading', 1, 20_000, 27_000],
    ]);
    const left = recordings(recording(0, 19_000), recording(20_200), recording(30_000, 50_000));
    expect(brief(findGaps({ session: session(0, 60_000), visits, ...left }))).toEqual([
      ['page-loading', 1, 20_000, 30_000],
    ]);
  });

  test('in a walk of figures alone says so', () => {
    const metrics = { session: session(0, 60_000, { privacy: 'metrics' }), visits, streams: [], chunks: [] };
    expect(brief(findGaps(metrics))).toEqual([['metrics-only', 1, 0, 60_000]]);
    expect(coverageOf(metrics)).toEqual({ walkedMs: 60_000, recordedMs: 0, frames: 0, framesRecorded: 0 });
  });

  test('a frame that said hello and sent nothing counts as not recorded', () => {
    const silent = recordings(recording(0, 50_000), recording(100));
    expect(coverageOf({ session: session(0, 60_000), visits: [visit(0, '/')], ...silent })).toMatchObject({
      frames: 2,
      framesRecorded: 1,
    });
  });
});

describe('a pause', () => {
  const paused = { pauses: [{ from: 20_000, to: 50_000, reason: '' }] };

  test('is no gap and no time walked', () => {
    const visits = [visit(0, '/'), visit(20_000, '/elsewhere'), visit(50_000, '/my')];
    const evidence = {
      session: session(0, 60_000, paused),
      visits,
      ...recordings(recording(0, 19_000), recording(50_000, 55_000)),
    };
    expect(findGaps(evidence)).toEqual([]);
    expect(coverageOf(evidence)).toMatchObject({ walkedMs: 30_000, recordedMs: 30_000 });
  });

  test('does not hide the part of a gap before it', () => {
    const evidence = {
      session: session(0, 60_000, paused),
      visits: [visit(0, '/')],
      ...recording(50_000, 55_000),
    };
    expect(brief(findGaps(evidence))).toEqual([['no-script-here', 1, 0, 20_000]]);
  });
});

describe('a popup tab', () => {
  const visits = [
    visit(0, '/'),
    visit(10_000, '/receipt', { tab: 2 }),
    visit(10_000, '/receipt', { kind: 'tab', tab: 2 }),
    visit(30_000, '/', { kind: 'tab' }),
  ];

  test('that was recorded leaves no gap; the tab behind it is not asked for', () => {
    const evidence = {
      session: session(0, 60_000),
      visits,
      ...recordings(recording(0, 9000), recording(10_000, 12_000, 2)),
    };
    expect(findGaps(evidence)).toEqual([]);
    expect(coverageOf(evidence)).toMatchObject({ walkedMs: 60_000, recordedMs: 60_000 });
  });

  test('that was not recorded is a gap of that tab', () => {
    const evidence = { session: session(0, 60_000), visits, ...recording(0, 9000) };
    expect(brief(findGaps(evidence))).toEqual([['no-script-here', 2, 10_000, 30_000]]);
    expect(coverageOf(evidence)).toMatchObject({ recordedMs: 40_000 });
  });
});

describe('a walk that went on after the browser was closed', () => {
  test('counts the time between neither as walked nor as recorded, and as no second gap', () => {
    const walked = { startedAt: 0, endedAt: 100_000, pauses: [], privacy: 'full' } as unknown as Session;
    const came = (at: number, kind: 'document' | 'tab', tab: number) =>
      ({ id: `v${at}${kind}`, at, kind, tab, frame: 0, identity: false, url: '' }) as unknown as Visit;
    const evidence = {
      session: walked,
      visits: [came(0, 'document', 1), came(60_000, 'tab', 2), came(60_000, 'document', 2)],
      streams: [
        { id: 'a', tab: 1, frame: 0, top: true, startedAt: 0 },
        { id: 'b', tab: 2, frame: 0, top: true, startedAt: 60_000 },
      ] as unknown as Stream[],
      chunks: [
        { stream: 'a', from: 0, to: 20_000 },
        { stream: 'b', from: 60_000, to: 99_000 },
      ] as unknown as Chunk[],
      gaps: [{ id: 'g', from: 20_000, to: 60_000, why: 'browser-closed', detail: '' }] as Gap[],
    };
    expect(coverageOf(evidence)).toMatchObject({ walkedMs: 60_000, recordedMs: 60_000 });
    expect(findGaps(evidence)).toEqual([]);
  });
});
