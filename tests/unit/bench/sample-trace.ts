import type { TraceEvent } from '../../bench/support/read-trace.ts';

/** A complete event on the main thread of process 7, milliseconds. */
export const event = (
  name: string,
  from: number,
  to: number,
  more: Partial<TraceEvent> = {},
): TraceEvent => ({
  name,
  ph: 'X',
  ts: from * 1000,
  dur: (to - from) * 1000,
  pid: 7,
  tid: 1,
  ...more,
});

/** What tells that process 7 holds a page and that thread 1 is its main thread. */
export const pageOfSeven: TraceEvent[] = [
  { name: 'thread_name', ph: 'M', ts: 0, pid: 7, tid: 1, args: { name: 'CrRendererMain' } },
  {
    name: 'FrameCommittedInBrowser',
    ph: 'I',
    ts: 0,
    pid: 1,
    tid: 1,
    args: { data: { url: 'http://bench.localhost/', processId: 7 } },
  },
];

export const isPage = (url: string) => url.startsWith('http');
