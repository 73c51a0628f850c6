import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { healHandFilledSlots } from '../../../lib/capture/heal-hand-filled-slots.ts';
import type { Healing } from '../../../lib/capture/healing.ts';
import { assignedTo, isFilledByHand } from '../../../lib/capture/lean/hand-filled-slots.ts';

let life: AbortController;
let told: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  life = new AbortController();
  told = [];
  const healing = {
    tell: (data: { attributes: unknown[] }) => told.push(...data.attributes),
    idOf: (node: { zybId?: number }) => node.zybId ?? -1,
  };
  healHandFilledSlots(healing as unknown as Healing, life.signal);
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A shadow root and a slot in it, which the script has given these nodes. */
function filled(slotAssignment: string, ...nodes: { zybId?: number }[]) {
  const root = Object.assign(new EventTarget(), { slotAssignment }) as unknown as ShadowRoot;
  const slot = {
    nodeType: 1,
    localName: 'slot',
    namespaceURI: 'http://www.w3.org/1999/xhtml',
    zybId: 9,
    getRootNode: () => root,
    assignedNodes: () => nodes,
  };
  const call = () =>
    root.dispatchEvent(Object.defineProperty(new Event('slotchange'), 'target', { value: slot }));
  return { root, slot: slot as unknown as HTMLSlotElement, call };
}

it('only slots of roots that are filled by hand have anything to tell', () => {
  const { root, slot } = filled('named', { zybId: 5 });
  expect(isFilledByHand(root)).toBe(false);
  expect(assignedTo(slot)).toBeUndefined();
  const byHand = filled('manual', { zybId: 6 }, {}, { zybId: 5 });
  expect(isFilledByHand(byHand.root)).toBe(true);
  expect(assignedTo(byHand.slot)).toEqual({ ids: '6,5', isWhole: false });
  expect(assignedTo(filled('manual').slot)).toEqual({ ids: undefined, isWhole: true });
});

it('what is in a slot is told once after it changed, and again when the rest of it is known', () => {
  const late: { zybId?: number } = {};
  const { root, call } = filled('manual', { zybId: 6 }, late);
  isFilledByHand(root);
  call();
  call();
  expect(told).toEqual([]);
  vi.advanceTimersByTime(60);
  expect(told).toEqual([{ id: 9, attributes: { rr_assigned: '6' } }]);
  late.zybId = 7;
  vi.advanceTimersByTime(200);
  expect(told.slice(1)).toEqual([{ id: 9, attributes: { rr_assigned: '6,7' } }]);
});

it('nodes that are never told are not waited for without end', () => {
  const { root, call } = filled('manual', {});
  isFilledByHand(root);
  call();
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});
