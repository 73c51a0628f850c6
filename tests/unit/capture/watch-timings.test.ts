import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FrameContext, PageTimings, Report } from '../../../lib/capture/watcher.ts';

type Metric = { name: string; value: number; navigationType: string };

/** What the library does: it takes a return from the back/forward cache for a new page, of which the first byte is there at once. */
vi.mock('web-vitals', () => ({
  onTTFB: (take: (metric: Metric) => void) => {
    take({ name: 'TTFB', value: 321, navigationType: 'navigate' });
    addEventListener(
      'pageshow',
      ({ persisted }) => persisted && take({ name: 'TTFB', value: 0, navigationType: 'back-forward-cache' }),
      true,
    );
  },
  onFCP: () => {},
  onLCP: () => {},
  onCLS: () => {},
  onINP: () => {},
}));
vi.mock('../../../lib/capture/when-left.ts', () => ({ whenLeft: () => {} }));

let told: PageTimings[];
let page: EventTarget;
let watchTimings: typeof import('../../../lib/capture/watch-timings.ts').watchTimings;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  told = [];
  page = new EventTarget();
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', new URL('https://portal.example/'));
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
    { domContentLoadedEventEnd: 400, loadEventEnd: 500 },
  ] as never);
  ({ watchTimings } = await import('../../../lib/capture/watch-timings.ts'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const watch = (stream: string) => {
  const life = new AbortController();
  const report = { timings: (row: PageTimings) => void told.push(row) } as unknown as Report;
  const context = { stream, redactUrl: (url: string) => url } as unknown as FrameContext;
  watchTimings(report, context, life.signal);
  vi.advanceTimersByTime(5000);
  return life;
};

it('a page that comes back from the back/forward cache keeps its figures and has no others', () => {
  const first = watch('first');
  expect(told).toMatchObject([{ id: 'first', ttfb: 321, load: 500 }]);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  first.abort();
  watch('second').abort();
  expect(told).toHaveLength(1);
});

it('a page whose walk goes on after a pause is told under the same id', () => {
  watch('first').abort();
  watch('first').abort();
  expect(new Set(told.map(({ id }) => id))).toEqual(new Set(['first']));
});
