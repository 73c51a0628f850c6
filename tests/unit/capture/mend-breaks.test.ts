import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBreakMender } from '../../../lib/capture/mend-breaks.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('addEventListener', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A recording in which a snapshot mends what broke, unless the page is broken itself. */
function recording() {
  const gaps = new Map<string | undefined, { from: number; to: number; why: string; detail?: string }>();
  const life = new AbortController();
  const page = { broken: false, snapshots: [] as number[] };
  const mender = createBreakMender({
    gap: ({ id, ...gap }) => void gaps.set(id, gap),
    snapshot() {
      page.snapshots.push(Date.now() - 1_000_000);
      if (page.broken) mender.broke(new TypeError('still'));
      else mender.mended();
    },
    signal: life.signal,
  });
  return { mender, page, life, gaps: () => [...gaps.values()] };
}

test('what broke is a gap until a snapshot is there again, a second later', () => {
  const { mender, page, gaps } = recording();
  mender.broke(new RangeError('too deep'));
  vi.advanceTimersByTime(600);
  mender.broke(new RangeError('again'));
  expect(gaps()).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  expect(page.snapshots).toEqual([1000]);
  expect(gaps()).toEqual([{ from: 1_000_000, to: 1_001_000, why: 'recorder-stopped', detail: 'RangeError' }]);
});

test('a page that breaks every snapshot is asked for one every thirty seconds, and is one gap', () => {
  const { mender, page, gaps } = recording();
  page.broken = true;
  mender.broke(new TypeError('first'));
  vi.advanceTimersByTime(62_000);
  expect(page.snapshots).toEqual([1000, 31_000, 61_000]);
  page.broken = false;
  vi.advanceTimersByTime(60_000);
  expect(page.snapshots).toEqual([1000, 31_000, 61_000, 91_000]);
  expect(gaps()).toEqual([{ from: 1_000_000, to: 1_091_000, why: 'recorder-stopped', detail: 'TypeError' }]);
});

test('a page whose changes break right after each snapshot costs one in thirty seconds', () => {
  const { mender, page, gaps } = recording();
  const timer = setInterval(() => mender.broke(new TypeError('each time')), 100);
  vi.advanceTimersByTime(59_000);
  clearInterval(timer);
  expect(page.snapshots).toEqual([1100, 31_100]);
  expect(gaps()).toHaveLength(3);
});

test('a recording that ends while it is broken ends the gap', () => {
  const { mender, page, life, gaps } = recording();
  mender.broke('no error at all');
  vi.advanceTimersByTime(500);
  life.abort();
  vi.advanceTimersByTime(60_000);
  mender.broke(new TypeError('too late'));
  expect(page.snapshots).toEqual([]);
  expect(gaps()).toEqual([{ from: 1_000_000, to: 1_000_500, why: 'recorder-stopped', detail: '' }]);
});

test('a frame that has become another site’s is no break', () => {
  const { mender, page, gaps } = recording();
  mender.broke(new DOMException('cross-origin', 'SecurityError'));
  vi.advanceTimersByTime(60_000);
  expect([page.snapshots, gaps()]).toEqual([[], []]);
});
