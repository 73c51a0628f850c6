import { describe, expect, it } from 'vitest';
import { pageProcesses } from '../../bench/support/read-trace.ts';
import { sumCost } from '../../bench/support/sum-cost.ts';
import { event, isPage, pageOfSeven } from './sample-trace.ts';

const costOf = (...events: ReturnType<typeof event>[]) =>
  sumCost([...pageOfSeven, ...events], isPage, 'wall');

describe('the cost of a page', () => {
  it('is the sum of its tasks, one nested in another counted once', () => {
    expect(
      costOf(event('RunTask', 0, 10), event('RunTask', 2, 6), event('RunTask', 20, 25)).taskMs,
    ).toBeCloseTo(15);
  });

  it('counts script within script once, and script in microtasks', () => {
    const { scriptMs } = costOf(
      event('RunTask', 0, 100),
      event('FunctionCall', 0, 10),
      event('v8.callFunction', 1, 9),
      event('RunMicrotasks', 20, 50),
      event('FunctionCall', 25, 45),
      event('Layout', 60, 90),
    );
    expect(scriptMs).toBeCloseTo(40);
  });

  it('has no script of the driver in it: it asks the page the same of everyone', () => {
    const driven = (functionName: string) => ({ args: { data: { url: '', functionName } } });
    const { scriptMs } = costOf(
      event('RunTask', 0, 100),
      event('EvaluateScript', 0, 10, driven('')),
      event('EvaluateScript', 200, 230, { args: {} }),
      event('FunctionCall', 210, 220, driven('evaluate')),
      event('FunctionCall', 10, 30, driven('raf')),
      event('v8.callFunction', 11, 29),
      event('FunctionCall', 40, 45, driven('')),
    );
    expect(scriptMs).toBeCloseTo(5);
  });

  it('calls a task long from 50 ms on, and tells its length, what is beyond, and the longest', () => {
    expect(
      costOf(event('RunTask', 0, 50), event('RunTask', 100, 160), event('RunTask', 200, 280)),
    ).toMatchObject({ longTasks: 2, longTaskMs: 140, longTaskExcessMs: 40, longestMs: 80 });
  });

  it('leaves out other threads of the page and processes that hold none', () => {
    const { taskMs } = costOf(
      event('RunTask', 0, 5),
      event('RunTask', 0, 500, { tid: 2 }),
      event('RunTask', 0, 500, { pid: 8 }),
    );
    expect(taskMs).toBeCloseTo(5);
  });

  it("takes the thread's own time when asked for, and what passed where that is not known", () => {
    const trace = [...pageOfSeven, event('RunTask', 0, 80, { tdur: 30_000 }), event('RunTask', 100, 110)];
    expect(sumCost(trace, isPage, 'cpu')).toMatchObject({ taskMs: 40, longTasks: 0 });
    expect(sumCost(trace, isPage, 'wall')).toMatchObject({ taskMs: 90, longTasks: 1 });
  });

  it('of a trace without the page is an error, not zero', () => {
    expect(() => costOf(event('RunTask', 0, 5, { pid: 8 }))).toThrow('nothing was measured');
  });
});

describe('the processes of a page', () => {
  it('are all it went through, those that stood there at the beginning too', () => {
    const started = {
      ...event('TracingStartedInBrowser', 0, 0),
      args: {
        data: {
          frames: [
            { url: 'http://a.localhost/', processId: 3 },
            { url: 'chrome-extension://x/popup.html', processId: 4 },
          ],
        },
      },
    };
    const committed = {
      ...event('CommitLoad', 5, 6, { pid: 9 }),
      args: { data: { url: 'https://b.localhost/' } },
    };
    expect([...pageProcesses([started, committed], isPage)].sort()).toEqual([3, 9]);
  });
});
