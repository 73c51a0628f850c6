import {
  type Clock,
  isDriver,
  mainThreads,
  msOf,
  outermost,
  pageProcesses,
  sumOf,
  type TraceEvent,
  tasksOf,
} from './read-trace.ts';

/** Events that say by `url` whose script they run. */
const attributed = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile']);

/** The browser's collections of unused memory, of the whole page's heap: they begin in whatever script runs. */
const isCollection = ({ name }: TraceEvent) => /^(?:M(?:ajor|inor)GC$|V8\.GC)/.test(name);

/** How long a recorder held the page in one task, milliseconds: in all, and without collections that began in its script. */
export type Hold = { ms: number; ownMs: number };

/**
 * How long a recorder held the page in each task, tasks without it left out. Its calls count, calls of
 * nobody's script (the browser hands an answer to a content script), and microtasks, which name no script, but for the
 * calls of others within them: the page measured uses none of its own.
 */
export function holdsOf(
  events: readonly TraceEvent[],
  isPage: (url: string) => boolean,
  isRecorder: (scriptUrl: string) => boolean,
  clock: Clock,
): Hold[] {
  const mine = (event: TraceEvent) => {
    const url = event.args?.data?.url ?? '';
    return attributed.has(event.name) && !isDriver(event) && (url === '' || isRecorder(url));
  };
  return mainThreads(events, pageProcesses(events, isPage)).flatMap((thread) => {
    const ours = outermost(thread.filter((event) => mine(event) || event.name === 'RunMicrotasks'));
    const microtasks = ours.filter(({ name }) => name === 'RunMicrotasks');
    const others = outermost(thread.filter((event) => event.name === 'FunctionCall' && !mine(event)));
    const collections = outermost(thread.filter(isCollection));
    return tasksOf(thread).flatMap((task) => {
      const held = within(ours, task);
      if (!held.length) return [];
      const foreign = within(microtasks, task).flatMap((run) => within(others, run));
      const whole = sumOf(held, clock) - sumOf(foreign, clock);
      const ms = Math.max(0, Math.min(whole, msOf(task, clock)));
      const collected = (among: readonly TraceEvent[]) =>
        sumOf(
          among.flatMap((each) => within(collections, each)),
          clock,
        );
      return [{ ms, ownMs: Math.max(0, ms - (collected(held) - collected(foreign))) }];
    });
  });
}

/** Those of a list in order of time that begin within `outer`. */
function within(events: readonly TraceEvent[], outer: TraceEvent): TraceEvent[] {
  let low = 0;
  for (let high = events.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((events[middle] as TraceEvent).ts < outer.ts) low = middle + 1;
    else high = middle;
  }
  const found: TraceEvent[] = [];
  const end = outer.ts + (outer.dur ?? 0);
  for (let at = low; at < events.length && (events[at] as TraceEvent).ts < end; at += 1)
    found.push(events[at] as TraceEvent);
  return found;
}
