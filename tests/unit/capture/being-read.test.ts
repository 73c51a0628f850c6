import { afterEach, expect, it, vi } from 'vitest';
import { isBeingRead } from '../../../lib/capture/being-read.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each([
  ['one whose parser is at work', 'loading', 'http://zwfw.localhost/', 0, true],
  ['one that has been read', 'interactive', 'http://zwfw.localhost/', 812, false],
  ['one that was read and is written anew', 'loading', 'http://zwfw.localhost/', 812, false],
  ['an empty one that a script writes into', 'loading', 'about:blank', 0, false],
  ['one that stands in an attribute', 'loading', 'about:srcdoc', 0, true],
])('%s', (_, readyState, name, domContentLoadedEventEnd, is) => {
  vi.stubGlobal('document', { readyState });
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name, domContentLoadedEventEnd }] as never);
  expect(isBeingRead()).toBe(is);
});
