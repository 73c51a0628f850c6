import type { Interval } from '../model/intervals.ts';

/**
 * How long this page's thread was held by its own tasks (a synchronous request, an endless script) between two moments
 * of the monotonic clock, ms, of the last tasks since asked before; 0 in browsers that tell of no long tasks.
 */
export function createBusyTime(signal: AbortSignal): (from: number, to: number) => number {
  if (!PerformanceObserver.supportedEntryTypes?.includes('longtask')) return () => 0;
  let tasks: Interval[] = [];
  const keep = (entries: readonly PerformanceEntry[]) => {
    for (const { startTime, duration } of entries) tasks.push({ from: startTime, to: startTime + duration });
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'longtask' });
  signal.addEventListener('abort', () => observer.disconnect());
  return (from, to) => {
    keep(observer.takeRecords());
    const busy = tasks.reduce(
      (sum, task) => sum + Math.max(0, Math.min(to, task.to) - Math.max(from, task.from)),
      0,
    );
    tasks = [];
    return busy;
  };
}
