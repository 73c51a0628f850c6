import { expect, it } from 'vitest';
import type { ReplayEvent } from '../../../lib/replay/replay-event.ts';
import { createScrubber } from '../../../lib/replay/scrub-events.ts';
import { markedIds, settleStates } from '../../../lib/replay/shown-states.ts';
import { change, element, page, snapshot } from './sample-streams.ts';

it('what was recorded as an open popover is known by its id, whatever of the kind the page itself says', () => {
  const scrubber = createScrubber();
  const later = { parentId: 3, nextId: null, node: element(12, 'p', { popover: '', rr_popover: 'yes' }) };
  const events = [
    snapshot(
      1,
      page(
        element(9, 'div', { popover: 'auto', rr_popover: 'yes' }),
        element(10, 'div', { popover: 'hint' }),
        element(11, 'div', { popover: '', rr_popover: 'x()' }),
      ),
    ),
    change(2, { source: 0, attributes: [{ id: 10, attributes: { rr_popover: 'yes' } }], adds: [later] }),
    change(3, { source: 0, attributes: [{ id: 9, attributes: { rr_popover: null } }] }),
  ].map((event) => scrubber.scrub(event) as ReplayEvent);
  expect([...markedIds(events)].sort((a, b) => a - b)).toEqual([9, 10, 12]);
  const out = JSON.stringify(events);
  expect(out).toContain('"attributes":{"popover":"manual","zyb-popover":"yes"}');
  expect(out).toContain('{"id":9,"attributes":{"zyb-popover":null}}');
  expect(out).not.toMatch(/x\(\)|auto|hint/);
});

it('popovers are opened and closed as their attributes say, those that are gone or none are left alone', () => {
  const done: string[] = [];
  const make = (id: number, attributes: string[], isOpen: boolean, isConnected = true) => ({
    isConnected,
    hasAttribute: (name: string) => attributes.includes(name),
    matches: () => isOpen,
    showPopover: () => done.push(`show ${id}`),
    hidePopover: () => done.push(`hide ${id}`),
  });
  const nodes = new Map([
    [1, make(1, ['popover', 'zyb-popover'], false)],
    [2, make(2, ['popover', 'zyb-popover'], true)],
    [3, make(3, ['popover'], true)],
    [4, make(4, ['zyb-popover'], false)],
    [5, make(5, ['popover', 'zyb-popover'], false, false)],
  ]);
  const mirror = { getNode: (id: number) => (nodes.get(id) ?? null) as unknown as Node };
  settleStates(new Set([1, 2, 3, 4, 5, 6]), mirror);
  expect(done).toEqual(['show 1', 'hide 3']);
});

it('a box that is neither ticked nor not is shown as one, and no longer than it was', () => {
  const box = (...attributes: string[]) => ({
    isConnected: true,
    indeterminate: attributes.length === 0,
    hasAttribute: (name: string) => attributes.includes(name),
  });
  const [mixed, plain] = [box('zyb-mixed'), box()];
  const nodes = new Map([
    [1, mixed],
    [2, plain],
  ]);
  settleStates(new Set([1, 2]), { getNode: (id) => (nodes.get(id) ?? null) as unknown as Node });
  expect([mixed.indeterminate, plain.indeterminate]).toEqual([true, false]);
});
