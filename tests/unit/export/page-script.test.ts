import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { hasAnswered } from '../../../lib/export/page-script.ts';

it('an answer is waited for where nothing was asked for long before, and in vain for ten seconds only', () => {
  const expression = hasAnswered('^https://a\\.example/api(?:[;?#].*)?$', 1);
  const window = {};
  const ask = (now: number, ...came: string[]): unknown => {
    const entries = came.map((name) => ({ name, responseEnd: 100 }));
    const performance = { now: () => now, getEntriesByType: () => entries };
    return runInNewContext(expression, { performance, window });
  };
  expect(ask(20_000, 'https://a.example/page.js')).toBe(false);
  expect(ask(29_000, 'https://a.example/page.js')).toBe(false);
  expect(ask(29_500, 'https://a.example/page.js', 'https://a.example/api?x=1')).toBe(true);
  expect(ask(50_000)).toBe(false);
  expect(ask(60_001)).toBe(true);
});
