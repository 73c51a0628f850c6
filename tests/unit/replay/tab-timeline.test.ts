import { describe, expect, it } from 'vitest';
import type { Gap } from '../../../lib/model/gap.ts';
import type { Visit } from '../../../lib/model/visit.ts';
import { createChunkIndex } from '../../../lib/replay/chunk-index.ts';
import { createTabTimeline } from '../../../lib/replay/tab-timeline.ts';
import { bareChunk, bareReport, stream } from './sample-streams.ts';

const visit = (at: number, tab: number, kind: Visit['kind'] = 'tab', frame = 0) =>
  ({ id: `v${at}`, at, tab, frame, kind, url: '' }) as Visit;
const gap = (from: number, to: number, more: Partial<Gap>): Gap => ({
  id: `g${from}`,
  from,
  to,
  why: 'lost-batch',
  detail: '',
  ...more,
});

function timelineOf(
  gaps: Gap[] = [],
  visits = [visit(0, 1, 'document'), visit(30_000, 2), visit(50_000, 1)],
) {
  const report = bareReport({
    streams: [
      stream('first', { startedAt: 0 }),
      stream('second', { startedAt: 20_000 }),
      stream('other', { tab: 2, startedAt: 10_000 }),
      stream('inner', { top: false, startedAt: 25_000 }),
    ],
    chunks: [
      bareChunk('first', 0, 500, 19_000),
      bareChunk('second', 0, 21_000, 59_000),
      bareChunk('other', 0, 10_500, 58_000),
      bareChunk('inner', 0, 25_000, 26_000),
    ],
    visits,
    gaps,
  });
  return createTabTimeline(report, createChunkIndex(report));
}
const seen = (at: number, ...of: Parameters<typeof timelineOf>) => {
  const place = timelineOf(...of).placeAt(at);
  return place.stream ? place.stream.id : place.why;
};

describe('the tab timeline', () => {
  it('shows the newest document of the tab in front, and changes tabs with the walker', () => {
    expect([1000, 22_000, 31_000, 49_999, 50_000].map((at) => seen(at))).toEqual([
      'first',
      'second',
      'other',
      'other',
      'second',
    ]);
    expect(timelineOf().placeAt(31_000)).toMatchObject({ tab: 2, url: 'https://portal.example/other' });
  });

  it('never shows a frame on its own, and does not follow what happens in frames', () => {
    const visits = [visit(0, 1, 'document'), visit(5, 2, 'document', 7), visit(6, 2, 'route')];
    expect(seen(26_000, [], visits)).toBe('second');
  });

  it('stays with the tab in front when a document comes in another', () => {
    const visits = [visit(0, 1, 'document'), visit(10_000, 2, 'document'), visit(30_000, 2)];
    expect([12_000, 29_000, 31_000].map((at) => seen(at, [], visits))).toEqual(['first', 'second', 'other']);
  });

  it('shows a document from its beginning although its first snapshot came a little later', () => {
    expect(seen(0)).toBe('first');
    expect(seen(20_000)).toBe('second');
  });

  it('says so when a document’s first snapshot came much later, or never', () => {
    const report = bareReport({ streams: [stream('late')], chunks: [bareChunk('late', 0, 60_000, 61_000)] });
    const timeline = createTabTimeline(report, createChunkIndex(report));
    expect(timeline.placeAt(10)).toMatchObject({ why: 'not-recorded' });
    expect(timeline.placeAt(60_000)).toMatchObject({ stream: { id: 'late' } });
    expect(createTabTimeline(bareReport({}), createChunkIndex(bareReport({}))).placeAt(1)).toEqual({
      tab: undefined,
      url: '',
      why: 'not-recorded',
    });
  });

  it('follows the document begun last when nobody noted a visit', () => {
    expect(seen(12_000, [], [])).toBe('other');
  });

  it('gives the reason of a gap of the stream shown', () => {
    const gaps = [
      gap(2000, 3000, { stream: 'first', why: 'over-budget' }),
      gap(2000, 3000, { stream: 'inner' }),
    ];
    expect([1999, 2000, 2999, 3000].map((at) => seen(at, gaps))).toEqual([
      'first',
      'over-budget',
      'over-budget',
      'first',
    ]);
  });

  it('lets a gap of the tab hide only what was not recorded, except what was cut out or left for a page outside', () => {
    const gaps = [
      gap(1000, 2000, { tab: 1, why: 'not-granted' }),
      gap(19_100, 19_900, { why: 'requests-unseen' }),
      gap(19_100, 19_900, { why: 'identity-host' }),
      gap(22_000, 23_000, { why: 'cut' }),
      gap(24_000, 25_000, { why: 'picture-dropped' }),
      gap(26_000, 27_000, { tab: 9, why: 'cut' }),
      gap(27_000, 28_000, { tab: 1, stream: 'second', why: 'frame-unseen' }),
      gap(28_000, 29_000, { why: 'outside-walk' }),
    ];
    const moments = [1500, 19_500, 22_500, 24_500, 26_500, 27_500, 28_500];
    expect(moments.map((at) => seen(at, gaps))).toEqual([
      'first',
      'identity-host',
      'cut',
      'second',
      'second',
      'second',
      'outside-walk',
    ]);
  });
});
