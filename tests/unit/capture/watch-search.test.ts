import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FrameContext, PageSighting, Report } from '../../../lib/capture/watcher.ts';

let looks: ((since: number) => void)[] = [];
vi.mock('../../../lib/capture/when-settled.ts', () => ({
  whenSettled: (look: (since: number) => void, signal: AbortSignal) => {
    looks.push(look);
    signal.addEventListener('abort', () => {
      looks = looks.filter((each) => each !== look);
    });
  },
}));
vi.mock('../../../lib/capture/read-notices.ts', () => ({ firstWords: () => '共找到 12 条结果' }));
vi.mock('../../../lib/capture/being-read.ts', () => ({ isBeingRead: () => false }));
vi.mock('../../../lib/capture/hear-events.ts', () => ({ hearEvents: () => {} }));
vi.mock('../../../lib/capture/when-left.ts', () => ({ whenLeft: () => {} }));
vi.mock('../../../lib/capture/find-fields.ts', () => ({ findFields: () => [] }));

const portal = 'https://portal.example';
let told: PageSighting[];
let life: AbortController;
let watch: () => void;

/** A document that came from another; each has its own memory. */
async function open(path: string, { from = '', type = 'navigate' } = {}) {
  life.abort();
  vi.resetModules();
  const { watchSearch } = await import('../../../lib/capture/watch-search.ts');
  vi.stubGlobal('document', {
    referrer: from && new URL(portal + from).href,
    addEventListener: () => {},
  });
  at(path);
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type }] as never);
  const report = { sighting: (row: PageSighting) => void told.push(row) } as unknown as Report;
  const context = { redactUrl: (url: string) => url } as unknown as FrameContext;
  watch = () => {
    life.abort();
    life = new AbortController();
    watchSearch(report, context, life.signal);
    for (const look of looks) look(Date.now());
  };
  watch();
}
const at = (path: string) => vi.stubGlobal('location', new URL(portal + path));
const searches = () => new Set(told.map(({ id }) => id)).size;

beforeEach(() => {
  told = [];
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('a page that came with what was searched for is a search, once: not again after a pause', async () => {
  await open('/search?q=失业', { from: '/' });
  expect(searches()).toBe(1);
  watch();
  watch();
  expect(searches()).toBe(1);
});

it('a page of results that is loaded anew or gone back to is none', async () => {
  await open('/search?q=失业', { type: 'reload' });
  await open('/search?q=失业', { type: 'back_forward' });
  await open('/#/search?keyword=失业', { type: 'back_forward' });
  expect(searches()).toBe(0);
});

it('another page of the same results is none; other words, and the same sent off again, are', async () => {
  await open('/search?q=失业&page=2', { from: '/search?q=失业' });
  await open('/search?q=失业&pageNo=3', { from: '/search?pageNo=2&q=失业' });
  expect(searches()).toBe(0);
  await open('/search?q=就业&page=1', { from: '/search?q=失业&page=1' });
  await open('/search?q=就业', { from: '/search?q=就业' });
  await open('/search?q=就业', { from: '/' });
  expect(searches()).toBe(3);
});

it('a route that searched is one search, also when one comes back to it', async () => {
  await open('/#/');
  const later = Date.now() + 60_000;
  const go = (path: string, since: number) => {
    at(path);
    for (const look of looks) look(since);
  };
  go('/#/search?keyword=失业', later);
  expect(searches()).toBe(1);
  go('/#/item/1', later + 20_000);
  go('/#/search?keyword=失业', later + 40_000);
  expect(searches()).toBe(1);
  watch();
  expect(searches()).toBe(1);
  go('/#/search?keyword=就业', later + 80_000);
  expect(searches()).toBe(2);
});
