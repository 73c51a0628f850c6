import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bringHintsBack } from '../../../lib/capture/hints.ts';

let page: EventTarget;
let heard: string[];
let life: AbortController;
beforeEach(() => {
  page = new EventTarget();
  heard = [];
  for (const kind of ['zyb:go', 'zyb:stop']) page.addEventListener(kind, () => heard.push(kind));
  vi.stubGlobal('document', page);
  life = new AbortController();
});
afterEach(() => vi.unstubAllGlobals());

const doors = (brought: () => Promise<unknown> = async () => heard.push('brought')) => ({
  brought,
  missed: () => void heard.push('missed'),
  back: () => void heard.push('back'),
});
const settle = () => new Promise((resolve) => setTimeout(resolve));

test('hints that still listen are left alone', async () => {
  page.addEventListener('zyb:ask', (event) => event.preventDefault());
  bringHintsBack(doors(), life.signal);
  await settle();
  expect(heard).toEqual([]);
});

test('hints that have gone are brought again, and kept', async () => {
  bringHintsBack(doors(), life.signal);
  await settle();
  expect(heard).toEqual(['missed', 'brought', 'zyb:go', 'back']);
});

test('a recorder that has stopped meanwhile sends them away again', async () => {
  bringHintsBack(doors(), life.signal);
  life.abort();
  await settle();
  expect(heard).toEqual(['missed', 'brought', 'zyb:stop']);
});

test('a background that does not answer leaves the page without them', async () => {
  bringHintsBack(
    doors(() => Promise.reject(new Error('gone'))),
    life.signal,
  );
  await settle();
  expect(heard).toEqual(['missed']);
});
