import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** A page and an iframe in it, each with a copy of our script; `type` is how the browser came to the iframe. */
class Place extends EventTarget {
  nodeType = 9;
}
class Page extends Place {
  readyState = 'loading';
  documentElement = new Place();
  body = new Place();
}
let inner: Page;

beforeEach(() => {
  inner = new Page();
  vi.resetModules();
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('performance', { now: () => 0, getEntriesByType: () => [{ type: 'navigate' }] });
});
afterEach(() => vi.unstubAllGlobals());

const scroll = (target: EventTarget) =>
  inner.dispatchEvent(Object.defineProperty(new Event('scroll'), 'target', { value: target }));

it('an iframe tells the frame that records it what was scrolled inside, and nothing else has to be asked', async () => {
  vi.stubGlobal('window', { top: {} });
  vi.stubGlobal('document', inner);
  (await import('../../../lib/capture/lean/scrolled.ts')).noteScrolls();
  vi.resetModules();
  const recording = await import('../../../lib/capture/lean/scrolled.ts');
  const [box, other] = [new Place(), new Place()] as unknown as Node[];
  const may = () => recording.scrolledIn(inner as unknown as Document);
  const root = inner.documentElement as unknown as Node;
  expect([box, other, root].map((each) => may()(each as Node))).toEqual([false, false, false]);
  scroll(box as Node);
  expect([box, other, root].map((each) => may()(each as Node))).toEqual([true, false, false]);
  scroll(inner);
  expect(may()(root)).toBe(true);
});

it('of an iframe without a script of ours every place may have been scrolled', async () => {
  const { scrolledIn } = await import('../../../lib/capture/lean/scrolled.ts');
  expect(scrolledIn(inner as unknown as Document)(new Place() as unknown as Node)).toBe(true);
});
