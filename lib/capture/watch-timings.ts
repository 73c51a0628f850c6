import { type MetricType, onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals';
import type { PageTimings, Watcher } from './watcher.ts';
import { whenLeft } from './when-left.ts';

type Figures = Pick<PageTimings, 'ttfb' | 'fcp' | 'lcp' | 'inp' | 'cls' | 'domContentLoaded' | 'load'>;

/** Better figures are gathered for this long before they are told. Milliseconds. */
const gatherMs = 2000;

/** The library cannot be told to stop, and begins once a document, however often the walk is paused. */
const figures: Figures = {};
let changed: (() => void) | undefined;
let begun = false;
/** The page was shown again from the back/forward cache: it did not load for that, and what it took has been told. */
let restored = false;

/**
 * This document's own timings: the browser's Navigation Timing and web-vitals, told anew whenever a figure is better
 * known and once more when the page is left. A page that comes back from the back/forward cache has no others. To be run
 * where a frame is a page of its own.
 */
export const watchTimings: Watcher = (report, context, signal) => {
  begin();
  if (restored) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    Object.assign(figures, readNavigation());
    const known = JSON.stringify(figures);
    if (known === told || known === '{}') return;
    told = known;
    report.timings({
      ...figures,
      id: context.stream,
      at: performance.timeOrigin,
      url: context.redactUrl(location.href),
    });
  };
  changed = () => {
    timer ??= setTimeout(tell, gatherMs);
  };
  changed();
  addEventListener('load', changed, { signal });
  // The library listens at the window, before the document: its last word is in by then. What is told here must be in
  // the batch that goes out on the same event.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell(), {
    capture: true,
    signal,
  });
  whenLeft('tell', tell, signal, true);
  signal.addEventListener('abort', tell);
};

function begin(): void {
  if (begun) return;
  begun = true;
  // Before the library's own listeners, which take the return for a new page.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      restored ||= persisted;
    },
    true,
  );
  const take = ({ name, value, navigationType }: MetricType) => {
    if (restored || navigationType === 'back-forward-cache') return;
    figures[name.toLowerCase() as 'ttfb' | 'fcp' | 'lcp' | 'inp' | 'cls'] = rounded(
      value,
      name === 'CLS' ? 10_000 : 10,
    );
    changed?.();
  };
  const all = { reportAllChanges: true };
  onTTFB(take);
  onFCP(take);
  onLCP(take, all);
  onCLS(take, all);
  onINP(take, all);
}

function readNavigation(): Figures {
  const [entry] = performance.getEntriesByType('navigation');
  if (!entry) return {};
  const { domContentLoadedEventEnd, loadEventEnd } = entry;
  return {
    ...(domContentLoadedEventEnd > 0 ? { domContentLoaded: rounded(domContentLoadedEventEnd, 10) } : {}),
    ...(loadEventEnd > 0 ? { load: rounded(loadEventEnd, 10) } : {}),
  };
}

const rounded = (value: number, per: number) => Math.round(value * per) / per;
