import { expect, test } from 'vitest';
import { createRetryWatch } from '../../../lib/walk/own-retries.ts';
import { asBrowser, fakeBrowser } from './fake-browser.ts';

const url = 'https://portal.example/down';
const areaOf = () => asBrowser(fakeBrowser()).storage.session;
/** Fails 20 ms after it was asked for at these moments, ms; says which were the browser's own. */
async function fails(moments: number[], retries = createRetryWatch(areaOf()), changes: object = {}) {
  const own: boolean[] = [];
  for (const at of moments)
    own.push(await retries.isOwn({ tabId: 1, url, begunAt: at, failedAt: at + 20, ...changes }));
  return own;
}

test('the browser asks again a second after a page failed, then five, then thirty, and so on', async () => {
  const moments = [0, 1050, 6100, 36_200, 96_300];
  expect(await fails(moments)).toEqual([false, true, true, true, true]);
});

test('at any other moment it was the walker, and the browser begins anew', async () => {
  expect(await fails([0, 700, 1750, 4000, 5080])).toEqual([false, false, true, false, true]);
});

test('another address or tab, or a page that has come since, is followed by no retry', async () => {
  const retries = createRetryWatch(areaOf());
  await fails([0], retries);
  expect(await fails([1050], retries, { tabId: 2 })).toEqual([false]);
  expect(await fails([1050], retries, { url: `${url}2` })).toEqual([false]);
  await fails([5000], retries);
  await retries.forget(1);
  expect(await fails([6050], retries)).toEqual([false]);
});

test('what failed is known though the worker was stopped meanwhile, and nothing once the walk is over', async () => {
  const area = areaOf();
  await fails([0, 1050, 6100], createRetryWatch(area));
  const next = createRetryWatch(area);
  expect(await fails([36_200], next)).toEqual([true]);
  await next.forgetAll();
  expect(await area.get('failedPages')).toEqual({});
});
