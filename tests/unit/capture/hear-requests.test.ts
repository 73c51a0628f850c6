import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRequestHearing } from '../../../lib/capture/hear-requests.ts';

type Entry = { name: string; startTime: number; initiatorType: string };

/** What the browser remembers of the page's requests, and who hears of the next ones. */
let remembered: Entry[];
let hearing: ((entries: Entry[]) => void)[];
let life: AbortController;
let memory: EventTarget;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  remembered = [];
  hearing = [];
  life = new AbortController();
  memory = Object.assign(new EventTarget(), { now: () => 120_000, getEntriesByType: () => remembered });
  vi.stubGlobal('performance', memory);
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      hear: (entries: Entry[]) => void;
      constructor(hear: (list: { getEntries(): Entry[] }) => void) {
        this.hear = (entries) => hear({ getEntries: () => entries });
      }
      observe() {
        hearing.push(this.hear);
      }
      disconnect() {
        hearing = hearing.filter((each) => each !== this.hear);
      }
    },
  );
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const request = (name: string, startTime: number, initiatorType = 'fetch'): Entry => ({
  name,
  startTime,
  initiatorType,
});
const answer = (...entries: Entry[]) => {
  if (remembered.length < 250) remembered.push(...entries);
  for (const hear of hearing) hear(entries);
};
const fill = () => {
  for (let n = 0; n < 250; n += 1) remembered.push(request(`https://portal.example/${n}.png`, 0, 'img'));
};
const begin = () => createRequestHearing(life.signal);

it('tells a request that began and was answered before it was asked after, also where the browser forgot it', () => {
  fill();
  const told = vi.fn();
  const press = begin()(1000, 2000);
  answer(request('https://portal.example/draft', 1040));
  press.tell(told);
  expect(told).toHaveBeenCalledExactlyOnceWith(40);
});

it('tells one that is answered later, once, and none that began before the press or too late after it', () => {
  const told = vi.fn();
  const press = begin()(1000, 2000);
  press.tell(told);
  answer(request('https://portal.example/before', 900), request('https://portal.example/late', 3500));
  answer(request('https://portal.example/picture', 1010, 'img'));
  expect(told).not.toHaveBeenCalled();
  answer(request('https://portal.example/a', 1200));
  answer(request('https://portal.example/b', 1300));
  expect(told).toHaveBeenCalledExactlyOnceWith(200);
});

it('listens only while a press is followed, with one observer for all', () => {
  const hear = begin();
  expect(hearing).toHaveLength(0);
  const first = hear(1000, 2000);
  const second = hear(1100, 2000);
  expect(hearing).toHaveLength(1);
  first.stop();
  expect(hearing).toHaveLength(1);
  second.stop();
  expect(hearing).toHaveLength(0);
  hear(1200, 2000);
  vi.advanceTimersByTime(30_000);
  expect(hearing).toHaveLength(0);
});

it('takes what the page asks for again and again for no answer, also where the browser forgot the requests before', () => {
  const poll = (at: number) => answer(request('https://portal.example/queue?n=1', at));
  for (const full of [false, true]) {
    remembered = [];
    if (full) fill();
    const hear = begin();
    for (const at of [100_000, 105_000, 110_000]) poll(at);
    const told = vi.fn();
    const press = hear(112_000, 4000);
    poll(115_000);
    press.tell(told);
    expect(told, full ? 'forgotten' : 'remembered').not.toHaveBeenCalled();
  }
});

it('goes on listening once the browser forgets, until the walk ends', () => {
  begin();
  memory.dispatchEvent(new Event('resourcetimingbufferfull'));
  expect(hearing).toHaveLength(1);
  life.abort();
  expect(hearing).toHaveLength(0);
});
