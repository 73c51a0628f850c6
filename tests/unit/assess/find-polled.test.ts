import { describe, expect, test } from 'vitest';
import { findPolled } from '../../../lib/assess/find-polled.ts';
import type { Action } from '../../../lib/model/action.ts';
import type { Request } from '../../../lib/model/request.ts';
import type { Visit } from '../../../lib/model/visit.ts';
import { action, request, visit } from './evidence.ts';

const call = (at: number, duration = 200, path = '/api/state') => ({
  ...request(at, duration),
  url: `https://zwfw.example${path}`,
});
const page = visit(0, '/form', { loadMs: 800 });
const polledIn = (requests: Request[], actions: Action[] = [], visits: Visit[] = [page]) => {
  const polled = findPolled({ requests, actions, visits });
  return requests.filter(({ id }) => polled.has(id)).map(({ at }) => at / 1000);
};

describe('what a page asks by itself', () => {
  test('every few seconds is polled, whatever its parameters', () => {
    const calls = [10, 15, 20, 25].map((at) => call(at * 1000, 200, `/api/state?n=${at}`));
    expect(polledIn(calls)).toEqual([10, 15, 20, 25]);
  });

  test('and holds open until there is news is polled', () => {
    expect(polledIn([call(5000, 30_000), call(35_000, 30_000), call(65_000, 30_000)])).toEqual([5, 35, 65]);
  });

  test('is polled in a frame that loads itself anew too, and the page itself never', () => {
    const loads = (type: string) =>
      [5000, 15_000, 25_000].map((at) => ({ ...call(at, 9900, '/news'), type }));
    expect(polledIn(loads('sub_frame'))).toEqual([5, 15, 25]);
    expect(polledIn(loads('main_frame'))).toEqual([]);
  });

  test('and goes on while an application of one page changes its views, or something is done, is polled', () => {
    const routes = [12, 21, 29].map((at) => ({
      ...visit(at * 1000, `/form#/${at}`),
      kind: 'route' as const,
    }));
    const visits = [page, ...routes];
    const calls = [5, 9.2, 13.4, 17.6, 21.8, 26].map((at) => call(at * 1000, 4000));
    expect(polledIn(calls, [action(17_000)], visits)).toEqual([5, 9.2, 13.4, 17.6, 21.8, 26]);
    // Out of step: a press asks for it.
    const pressed = [...calls.slice(0, 5), call(24_100, 3000)];
    expect(polledIn(pressed, [action(24_000)], visits)).toEqual([5, 9.2, 13.4, 17.6, 21.8]);
  });

  test('twice is not polled', () => expect(polledIn([call(10_000), call(20_000)])).toEqual([]));

  test('once on each page, as soon as it has loaded, is not', () => {
    const visits = [0, 20, 40, 60].map((at) => visit(at * 1000, `/page/${at}`, { loadMs: 2000 }));
    const calls = visits.map(({ at }) => call(at + 2500));
    expect(polledIn(calls, [], visits)).toEqual([]);
    // Late on each page, but never three times on one.
    expect(
      polledIn(
        visits.map(({ at }) => call(at + 9000)),
        [],
        visits,
      ),
    ).toEqual([]);
  });
});

describe('what is asked for', () => {
  const presses = [10, 20, 30, 40].map((at) => action(at * 1000));

  test('by a press is waited for each time, and so is what its answer makes the page ask', () => {
    const calls = presses.flatMap(({ at }) => [call(at + 50, 3000, '/api/find'), call(at + 3060, 900)]);
    expect(polledIn(calls, presses)).toEqual([]);
    expect(polledIn(calls).length).toBe(8);
  });

  test('while keys come is no poll', () => {
    const typed = { ...action(10_000), spans: [{ from: 10_000, to: 16_000 }] };
    expect(
      polledIn(
        [11, 13, 15, 16.5].map((at) => call(at * 1000)),
        [typed],
      ),
    ).toEqual([]);
  });

  test('in another tab does not count here', () => {
    const elsewhere = presses.map((each) => ({ ...each, tab: 2 }));
    expect(
      polledIn(
        presses.map(({ at }) => call(at + 50)),
        elsewhere,
      ).length,
    ).toBe(4);
  });

  test('as the parts of a chosen file is waited for to the last', () => {
    const parts = [0, 1, 2, 3].map((n) => call(10_100 + n * 3000, 2900, '/api/upload'));
    expect(polledIn(parts, [{ ...action(10_000), kind: 'upload' }])).toEqual([]);
    expect(polledIn(parts, [action(10_000)])).toEqual([13.1, 16.1, 19.1]);
  });

  test('does not excuse the polls around it', () => {
    const calls = [5, 10.5, 15, 20].map((at) => call(at * 1000));
    expect(polledIn(calls, [action(10_000)])).toEqual([5, 15, 20]);
  });
});
