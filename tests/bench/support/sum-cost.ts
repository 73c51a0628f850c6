import {
  type Clock,
  mainThreads,
  msOf,
  pageProcesses,
  scriptOf,
  sumOf,
  type TraceEvent,
  tasksOf,
} from './read-trace.ts';

/** From here on a task is a long one, as in the W3C Long Tasks specification. */
const longTaskMs = 50;

/** What a stretch of a page's life cost its main threads; all processes of the page summed. Milliseconds. */
export type PageCost = {
  taskMs: number;
  scriptMs: number;
  longTasks: number;
  /** Whole length of the long tasks. */
  longTaskMs: number;
  /** What each long task took beyond 50 ms. */
  longTaskExcessMs: number;
  longestMs: number;
};

/** Sums a trace over the main threads of all renderers that held a document of the page. Throws when it saw none. */
export function sumCost(
  events: readonly TraceEvent[],
  isPage: (url: string) => boolean,
  clock: Clock,
): PageCost {
  const threads = mainThreads(events, pageProcesses(events, isPage));
  const tasks = threads.flatMap(tasksOf);
  if (tasks.length === 0) throw new Error('the trace holds no task of the page: nothing was measured');
  const long = tasks.map((task) => msOf(task, clock)).filter((length) => length > longTaskMs);
  const whole = long.reduce((sum, length) => sum + length, 0);
  return {
    taskMs: sumOf(tasks, clock),
    scriptMs: sumOf(threads.flatMap(scriptOf), clock),
    longTasks: long.length,
    longTaskMs: whole,
    longTaskExcessMs: whole - longTaskMs * long.length,
    longestMs: tasks.reduce((longest, task) => Math.max(longest, msOf(task, clock)), 0),
  };
}
