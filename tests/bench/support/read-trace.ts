/** One event of a Chromium trace; `ts` and `dur` in microseconds. */
export type TraceEvent = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** The thread's own processor time, microseconds, where the browser measured it. */
  tdur?: number;
  pid: number;
  tid: number;
  args?: { name?: string; data?: TraceData };
};

type FrameAt = { url?: string; processId?: number };
type TraceData = FrameAt & { frames?: FrameAt[]; functionName?: string };

/** `wall`: time that passed; `cpu`: the thread's own processor time, without what other programs took in between. */
export type Clock = 'cpu' | 'wall';

/** What runs script by itself. One lies within another (a call in a microtask): only the outermost may be summed. */
const scriptNames = new Set([
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'v8.callFunction',
  'v8.run',
  'v8.evaluateModule',
  'v8.compile',
  'v8.compileModule',
]);

/** Processes in which a document stood that `isPage` says yes to; a navigation may have changed them on the way. */
export function pageProcesses(events: readonly TraceEvent[], isPage: (url: string) => boolean): Set<number> {
  const found = new Set<number>();
  for (const { name, pid, args } of events) {
    const data = args?.data;
    if (!data) continue;
    if (name === 'CommitLoad' && isPage(data.url ?? '')) found.add(pid);
    if (name !== 'FrameCommittedInBrowser' && name !== 'TracingStartedInBrowser') continue;
    for (const frame of data.frames ?? [data]) {
      if (frame.processId !== undefined && isPage(frame.url ?? '')) found.add(frame.processId);
    }
  }
  return found;
}

/** Events of the main threads of these processes, each thread in order of time. */
export function mainThreads(events: readonly TraceEvent[], pids: ReadonlySet<number>): TraceEvent[][] {
  const threads = new Map<string, TraceEvent[]>();
  const key = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  for (const event of events) {
    if (event.name === 'thread_name' && event.args?.name === 'CrRendererMain' && pids.has(event.pid))
      threads.set(key(event), []);
  }
  for (const event of events) {
    if (event.ph === 'X' && event.dur !== undefined) threads.get(key(event))?.push(event);
  }
  for (const list of threads.values()) list.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return [...threads.values()];
}

/** Events that lie within no other of the list, which is one thread's and in order; what is nested is not counted twice. */
export function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const found: TraceEvent[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (event.ts < end) continue;
    found.push(event);
    end = event.ts + (event.dur ?? 0);
  }
  return found;
}

/** The thread's tasks; one run within another (a nested message loop) belongs to the outer one. */
export const tasksOf = (thread: readonly TraceEvent[]) =>
  outermost(thread.filter(({ name }) => name === 'RunTask'));

/** Playwright's evaluations, and what it polls and listens with: it drives the page for everyone and is no cost. */
export function isDriver({ name, args }: TraceEvent): boolean {
  const { data } = args ?? {};
  // What the browser is asked to evaluate from outside may say nothing of itself at all; a page's script says where it is from.
  if (name === 'EvaluateScript') return !data?.url;
  return name === 'FunctionCall' && !data?.url && ['raf', 'listener'].includes(data?.functionName ?? '');
}

/** What ran script on a thread. */
export const scriptOf = (thread: readonly TraceEvent[]) =>
  outermost(thread.filter(({ name }) => scriptNames.has(name))).filter((event) => !isDriver(event));

/** Milliseconds of an event: elapsed, or those in which the thread really ran, where the browser measured them. */
export const msOf = ({ dur = 0, tdur }: TraceEvent, clock: Clock) =>
  (clock === 'cpu' ? (tdur ?? dur) : dur) / 1000;

export const sumOf = (events: readonly TraceEvent[], clock: Clock) =>
  events.reduce((sum, event) => sum + msOf(event, clock), 0);
