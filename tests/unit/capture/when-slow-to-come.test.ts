import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenSlowToCome } from '../../../lib/capture/when-slow-to-come.ts';

let page: EventTarget & { readyState: string; body: object | null };
let begun: number;
let life: AbortController;
const watch = () => whenSlowToCome(() => void (begun += 1), life.signal);

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { readyState: 'loading', body: {} });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  begun = 0;
  life = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const loaded = () => {
  page.readyState = 'interactive';
  page.dispatchEvent(new Event('DOMContentLoaded'));
};
const press = (isTrusted: boolean) => {
  const event = new Event('pointerdown');
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  page.dispatchEvent(event);
};

test('a page that comes within a second begins by itself', () => {
  watch();
  vi.advanceTimersByTime(900);
  loaded();
  vi.advanceTimersByTime(60_000);
  press(true);
  expect(begun).toBe(0);
});

test('a page that is still loading after a second is begun, once', () => {
  watch();
  vi.advanceTimersByTime(1000);
  expect(begun).toBe(1);
  vi.advanceTimersByTime(60_000);
  press(true);
  expect(begun).toBe(1);
});

test('a press begins it at once, one by a script does not', () => {
  watch();
  press(false);
  expect(begun).toBe(0);
  press(true);
  expect(begun).toBe(1);
});

test('a page without a body is waited for', () => {
  page.body = null;
  watch();
  vi.advanceTimersByTime(5000);
  expect(begun).toBe(0);
  page.body = {};
  vi.advanceTimersByTime(500);
  expect(begun).toBe(1);
});

test('a recorder that is stopped begins nothing', () => {
  watch();
  life.abort();
  vi.advanceTimersByTime(60_000);
  expect(begun).toBe(0);
});

test('a page that a script writes is begun when the script has written: it may never end', () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name: 'about:blank' }] as never);
  page.body = null;
  watch();
  vi.advanceTimersByTime(40);
  expect(begun).toBe(0);
  page.body = {};
  vi.advanceTimersByTime(60);
  expect(begun).toBe(1);
});
