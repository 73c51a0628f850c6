import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Adds, createSlices } from '../../../lib/capture/lean/tell-in-slices.ts';

let clock: number;
let window: EventTarget;
let document: { visibilityState: string };
let slices: ReturnType<typeof createSlices>;
let told: number[][];
let fresh: Set<unknown>;
let outdated: boolean;
/** What was told ever. */
let known: Set<unknown>;

beforeEach(() => {
  vi.useFakeTimers();
  clock = 0;
  told = [];
  fresh = new Set();
  outdated = false;
  known = new Set();
  window = new EventTarget();
  document = { visibilityState: 'visible' };
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  slices = createSlices(
    (node) => fresh.has(node),
    (node) => known.has(node),
    (work) => work(),
    () => outdated,
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Stands for a node that is pressed. */
class Place extends EventTarget {
  nodeType = 1;
}

/** A buffer as rrweb has it, of numbers: telling one takes `cost` ms. */
function bufferOf(nodes: number[], cost: number): Adds {
  const buffer: Adds = {
    addedSet: new Set(nodes as unknown as Node[]),
    frozen: false,
    emit() {
      if (buffer.frozen) return;
      const slice = slices.slice();
      const now: number[] = [];
      for (const node of buffer.addedSet) {
        if (slice?.isOver()) break;
        buffer.addedSet.delete(node);
        now.push(node as unknown as number);
        clock += cost;
      }
      told.push(now);
      buffer.addedSet = slices.rest(buffer);
    },
  };
  return buffer;
}

test('what takes long is told in stretches, with the page’s turn between them', () => {
  bufferOf([1, 2, 3, 4, 5], 12).emit();
  expect(told).toEqual([[1, 2]]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([[1, 2], [3, 4], [5]]);
});

test('what takes no time is told at once, and nothing is left to do', () => {
  bufferOf([1, 2, 3], 1).emit();
  expect(told).toEqual([[1, 2, 3]]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a node that takes longer than a stretch is told all the same', () => {
  bufferOf([1, 2], 500).emit();
  vi.advanceTimersByTime(100);
  expect(told).toEqual([[1], [2]]);
});

test('a snapshot and the end find everything told', () => {
  bufferOf([1, 2, 3, 4, 5], 12).emit();
  slices.finish();
  expect(told).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

test('what is pressed has been told; a press on what was told before waits for nothing', () => {
  bufferOf([1, 2, 3, 4, 5], 12).emit();
  const place = new Place();
  const press = () =>
    window.dispatchEvent(Object.assign(new Event('pointerdown'), { composedPath: () => [place] }));
  known.add(place);
  press();
  expect(told).toEqual([[1, 2]]);
  known.delete(place);
  press();
  expect(told).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

test('a page that nobody looks at is held for as long as it takes', () => {
  document.visibilityState = 'hidden';
  bufferOf([1, 2, 3, 4, 5], 12).emit();
  expect(told).toEqual([[1, 2, 3, 4, 5]]);
});

test('what was told with the node it stands in is not told again', () => {
  fresh.add(4);
  bufferOf([1, 2, 3, 4, 5], 12).emit();
  slices.finish();
  expect(told).toEqual([
    [1, 2],
    [3, 5],
  ]);
});

test('the rest is told also while states are held back, which stay so', () => {
  const buffer = bufferOf([1, 2, 3], 12);
  buffer.emit();
  buffer.frozen = true;
  vi.advanceTimersByTime(100);
  expect(told).toEqual([[1, 2], [3]]);
  expect(buffer.frozen).toBe(true);
});

test('what must know of all that is shown waits for the last stretch, and keeps its order', () => {
  const done: string[] = [];
  slices.afterRest(() => done.push('at once'));
  bufferOf([1, 2, 3, 4, 5], 12).emit();
  expect(slices.isLeft()).toBe(true);
  slices.afterRest(() => done.push('first'));
  slices.afterRest(() => done.push('second'));
  vi.advanceTimersByTime(8);
  expect(told).toHaveLength(2);
  expect(done).toEqual(['at once']);
  vi.advanceTimersByTime(8);
  expect(told).toHaveLength(3);
  expect(done).toEqual(['at once', 'first', 'second']);
  expect(slices.isLeft()).toBe(false);
});

test('of a state that the page has left, while others are held back, nothing more is told before those are', () => {
  const buffer = bufferOf([1, 2, 3, 4, 5], 12);
  buffer.emit();
  outdated = true;
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([[1, 2]]);
  buffer.emit();
  outdated = false;
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([[1, 2], [3, 4], [5]]);
});

test('the end finds everything told, of a state that was left too', () => {
  bufferOf([1, 2, 3, 4, 5], 12).emit();
  outdated = true;
  vi.advanceTimersByTime(1000);
  slices.finish();
  expect(told.flat()).toEqual([1, 2, 3, 4, 5]);
});

test('what waits and fails takes nothing with it that waits behind it', () => {
  vi.stubGlobal('reportError', (error: unknown) => told.push([(error as { at: number }).at]));
  const buffer = bufferOf([1, 2, 3], 30);
  buffer.emit();
  told = [];
  slices.afterRest(() => {
    throw Object.assign(new Error('failed'), { at: 98 });
  });
  slices.afterRest(() => told.push([99]));
  slices.finish();
  expect(told.slice(-2)).toEqual([[98], [99]]);
});
