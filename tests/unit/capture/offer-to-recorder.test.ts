import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { offerToRecorder, tellComing } from '../../../lib/capture/offer-to-recorder.ts';

let page: EventTarget & { readyState: string; body?: object; zybComing?: boolean; zybHeard?: boolean };
let life: AbortController;
let offers: number;

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { readyState: 'loading' });
  life = new AbortController();
  offers = 0;
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', { frameElement: { zybOnLoad: () => (offers += 1) } });
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('an iframe offers its document once it is there, whatever its pictures do', () => {
  tellComing(true);
  offerToRecorder(life.signal);
  expect(page).toMatchObject({ zybComing: true, zybHeard: true });
  expect(offers).toBe(0);
  page.dispatchEvent(new Event('DOMContentLoaded'));
  expect(offers).toBe(1);
  expect(page.zybComing).toBe(false);
});

it('one that takes long is offered as far as it has come, if anything has', () => {
  offerToRecorder(life.signal);
  vi.advanceTimersByTime(1600);
  expect(offers).toBe(0);
  page.body = {};
  vi.advanceTimersByTime(200);
  expect(offers).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(offers).toBe(1);
});

it('one that a script writes is offered with what it wrote first: it may never end', () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name: 'about:blank' }] as never);
  page.body = {};
  offerToRecorder(life.signal);
  vi.advanceTimersByTime(1);
  expect(offers).toBe(1);
});

it('one that was there before anybody listened is offered at once, and read by its rules', () => {
  page.readyState = 'interactive';
  offerToRecorder(life.signal);
  expect(offers).toBe(1);
  expect(page.zybHeard).toBe(false);
});
