import { expect, it } from 'vitest';
import { remapIncrement, remapNode } from '../../../lib/replay/remap-ids.ts';
import type { MutationData, ReplayEvent, ReplayNode } from '../../../lib/replay/replay-event.ts';
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

it('slots hold the nodes that a script gave them, in their order, and nothing else', () => {
  const given: [string, string[]][] = [];
  const slot = (name: string, ids: string | null, now: string[]) => ({
    localName: 'slot',
    isConnected: true,
    hasAttribute: () => false,
    getAttribute: () => ids,
    assignedNodes: () => now,
    assign: (...nodes: string[]) => given.push([name, nodes]),
  });
  const nodes = new Map<number, unknown>([
    [1, slot('filled', '6,5,7', ['five'])],
    [2, slot('emptied', null, ['five'])],
    [3, slot('same', '5,6', ['five', 'six'])],
    [5, 'five'],
    [6, 'six'],
  ]);
  settleStates(new Set([1, 2, 3]), { getNode: (id) => (nodes.get(id) ?? null) as Node | null });
  expect(given).toEqual([
    ['filled', ['six', 'five']],
    ['emptied', []],
  ]);
});

it('the nodes that a slot was given are named as they are called where a frame’s stream is grafted', () => {
  const scrubber = createScrubber();
  const slot = element(9, 'slot', { rr_assigned: '7,8' });
  const host = element(6, 'div', { rr_slots: 'manual' }, slot, element(10, 'slot', { rr_assigned: '7;x()' }));
  const { data } = scrubber.scrub(snapshot(1, page(host))) as { data: { node: ReplayNode } };
  const whole = JSON.stringify(remapNode(data.node, 1000, 0));
  expect(whole).toContain('"zyb-slots":"manual"');
  expect(whole).toContain('"zyb-assigned":"1007,1008"');
  expect(whole).not.toContain('x()');
  const later = {
    attributes: [
      { id: 9, attributes: { rr_assigned: '8' } },
      { id: 6, attributes: { rr_slots: 'x' } },
    ],
  };
  const changed = scrubber.scrub(change(2, later)) as { data: MutationData };
  expect(markedIds([changed as ReplayEvent])).toEqual(new Set([9]));
  expect(remapIncrement(changed.data, 1000, 1001)).toMatchObject({
    attributes: [
      { id: 1009, attributes: { 'zyb-assigned': '1008' } },
      { id: 1006, attributes: {} },
    ],
  });
});

it('what an animation has left behind is held by one that is over, until it is let go, and fetches nothing', () => {
  const scrubber = createScrubber();
  const held = 'opacity:0;margin-left:4px;background-image:url(https://far.example/a.png)';
  const event = scrubber.scrub(snapshot(1, page(element(9, 'p', { rr_held: held })))) as ReplayEvent;
  const out = JSON.stringify(event);
  expect(out).toContain('"zyb-held":"opacity:0;margin-left:4px;');
  expect(out).not.toContain('far.example');
  expect([...markedIds([event])]).toEqual([9]);

  const done: unknown[] = [];
  let said: string | undefined = 'opacity:0;margin-left:4px;float:left';
  const node = {
    isConnected: true,
    hasAttribute: (name: string) => name === 'zyb-held' && said !== undefined,
    getAttribute: () => said,
    animate(frames: object[], { id, fill }: { id: string; fill: string }) {
      done.push([frames, fill]);
      return { id, cancel: () => done.push('let go') };
    },
  };
  const mirror = { getNode: () => node as unknown as Node };
  settleStates(new Set([9]), mirror);
  settleStates(new Set([9]), mirror);
  expect(done).toEqual([[[{ opacity: '0', marginLeft: '4px', cssFloat: 'left' }], 'forwards']]);
  said = undefined;
  settleStates(new Set([9]), mirror);
  expect(done.at(-1)).toBe('let go');
});
