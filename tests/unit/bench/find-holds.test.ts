import { describe, expect, it } from 'vitest';
import { holdsOf } from '../../bench/support/find-holds.ts';
import { event, isPage, pageOfSeven } from './sample-trace.ts';

const ours = { args: { data: { url: 'chrome-extension://abc/recorder.js' } } };
const theirs = { args: { data: { url: 'http://bench.localhost/page.js' } } };
const isRecorder = (url: string) => url.startsWith('chrome-extension:');
const holds = (...events: ReturnType<typeof event>[]) =>
  holdsOf([...pageOfSeven, ...events], isPage, isRecorder, 'wall').map(({ ms }) => ms);

describe('how long a recorder holds the page', () => {
  it('is what its own calls take of each task', () => {
    expect(
      holds(
        event('RunTask', 0, 100),
        event('FunctionCall', 10, 30, ours),
        event('FunctionCall', 40, 90, theirs),
        event('FunctionCall', 92, 97, ours),
        event('RunTask', 200, 260),
        event('EvaluateScript', 200, 207, ours),
      ),
    ).toEqual([25, 7]);
  });

  it('has microtasks in it, but not what the page calls in them', () => {
    expect(
      holds(
        event('RunTask', 0, 100),
        event('RunMicrotasks', 10, 80),
        event('FunctionCall', 20, 50, theirs),
        event('FunctionCall', 55, 75, ours),
      ),
    ).toEqual([40]);
  });

  it('has calls of no script in it, as when an answer comes from the background', () => {
    const nobody = { args: { data: { url: '', functionName: '' } } };
    expect(holds(event('RunTask', 0, 100), event('FunctionCall', 10, 18, nobody))).toEqual([8]);
  });

  it('is told a second time without the collections of memory that began in its script, and in no other', () => {
    const events = [
      event('RunTask', 0, 100),
      event('RunMicrotasks', 10, 80),
      event('V8.GC_MC_INCREMENTAL', 12, 16),
      event('FunctionCall', 20, 50, theirs),
      event('MinorGC', 30, 40),
      event('FunctionCall', 55, 75, ours),
      event('MajorGC', 60, 70),
      event('V8.GC_MC_MARK', 62, 68),
    ];
    expect(holdsOf([...pageOfSeven, ...events], isPage, isRecorder, 'wall')).toEqual([{ ms: 40, ownMs: 26 }]);
  });

  it('is not told of tasks it has no part in', () => {
    expect(holds(event('RunTask', 0, 100), event('FunctionCall', 10, 80, theirs))).toEqual([]);
  });
});
