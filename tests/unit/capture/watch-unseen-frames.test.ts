import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchUnseenFrames } from '../../../lib/capture/watch-unseen-frames.ts';
import type { PageGap } from '../../../lib/capture/watcher.ts';
import { pageOf } from './page-of.ts';

let life: AbortController;
let page: EventTarget;
let gaps: PageGap[];
let watch: ReturnType<typeof watchUnseenFrames>;

/** A frame that no script may look into, unless it is `readable`. */
function frameOf(html: string, readable = false): Element {
  const frame = pageOf(html).querySelector('iframe') as unknown as Element;
  Object.defineProperty(frame, 'contentDocument', { value: readable ? {} : null });
  Object.defineProperty(frame, 'offsetParent', { value: {} });
  return frame;
}
const refusing = '<iframe title="缴费" src="https://pay.test/" box="10,20,300,150"></iframe>';
const load = (frame: Element) => frame.dispatchEvent(new window.Event('load'));
const after = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  life = new AbortController();
  gaps = [];
  watch = watchUnseenFrames(
    { gap: (gap) => void gaps.push(gap) },
    { redactText: (text) => text },
    life.signal,
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('names a frame that nobody reached after 3 s, with its name and place, until the page is left', () => {
  watch.met(frameOf(refusing));
  after(2900);
  expect(gaps).toEqual([]);
  after(200);
  expect(gaps).toMatchObject([{ from: 1000, to: 4000, why: 'frame-unseen' }]);
  expect(gaps[0]?.detail).toMatch(/缴费 10,20,300,150$/);
  after(5000);
  page.dispatchEvent(new Event('pagehide'));
  expect(gaps).toHaveLength(2);
  expect(gaps[1]).toEqual({ ...gaps[0], to: 9100 });
});

it('says nothing of frames that are recorded, readable, small, not shown or papers, however often they are met', () => {
  const reached = frameOf(refusing);
  watch.met(reached);
  watch.reached(reached, 'a');
  load(reached);
  watch.met(frameOf(refusing, true));
  watch.met(frameOf('<iframe box="0,0,40,300"></iframe>'));
  watch.met(frameOf('<iframe src="https://x.test/a.PDF" box="0,0,300,300"></iframe>'));
  watch.met(reached);
  after(10_000);
  life.abort();
  expect(gaps).toEqual([]);
});

it('ends the gap when the frame is reached after all, and names one that goes on to a page that refuses', () => {
  const frame = frameOf(refusing);
  watch.met(frame);
  after(3100);
  watch.reached(frame, 'a');
  expect(gaps).toMatchObject([{ to: 4000 }, { from: 1000, to: 4100 }]);
  load(frame);
  after(3100);
  expect(gaps).toHaveLength(2);
  load(frame);
  after(3100);
  expect(gaps).toHaveLength(3);
  expect(gaps[2]).toMatchObject({ from: 7200, to: 10_200, why: 'frame-unseen' });
  expect(gaps[2]?.id).not.toBe(gaps[0]?.id);
});
