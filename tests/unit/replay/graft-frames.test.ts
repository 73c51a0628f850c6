import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlatStream, graftFrames } from '../../../lib/replay/graft-frames.ts';
import { remapIncrement } from '../../../lib/replay/remap-ids.ts';
import type { MutationData, RawEvent, ReplayEvent } from '../../../lib/replay/replay-event.ts';
import { createScrubber } from '../../../lib/replay/scrub-events.ts';
import { change, element, link, meta, page, snapshot, words } from './sample-streams.ts';

function flat(...events: RawEvent[]): FlatStream {
  const scrubber = createScrubber();
  return {
    events: events.flatMap((event) => scrubber.scrub(structuredClone(event)) ?? []),
    maxId: scrubber.maxId(),
  };
}
const iframe = element(8, 'iframe');
const parent = () => [meta(0), snapshot(10, page(iframe)), link(20, 'child', 8)];
const grow = (at: number, id: number) =>
  change(at, { adds: [{ parentId: 3, nextId: null, node: words(id, `${id}`) }] });

/** What a grafted stream says at each moment: `attach`, or the ids it adds. */
const story = (events: readonly ReplayEvent[]) =>
  events.flatMap((event) => {
    const data = event.data as MutationData;
    if (event.type !== 3 || !data.adds) return [];
    if (data.isAttachIframe)
      return [`${event.timestamp} attach ${data.adds[0]?.node.id} to ${data.adds[0]?.parentId}`];
    return [`${event.timestamp} add ${data.adds[0]?.node.id} in ${data.adds[0]?.parentId}`];
  });

describe('grafting', () => {
  it('hangs a child’s document into its element, in ids of its own', () => {
    const { events, maxId } = graftFrames(
      flat(...parent()),
      new Map([['child', flat(meta(25), snapshot(30, page()), grow(40, 9))]]),
    );
    expect(story(events)).toEqual(['30 attach 1000001 to 8', '40 add 1000009 in 1000003']);
    expect(events.map(({ type }) => type)).toEqual([4, 2, 5, 3, 3]);
    const html = (events[3]!.data as MutationData).adds[0]?.node.childNodes?.[0];
    expect(html).toMatchObject({
      id: 1000002,
      rootId: 1000001,
      childNodes: [{ id: 1000003, rootId: 1000001 }],
    });
    expect(maxId).toBeLessThan(3_000_000);
  });

  it('catches up with what the child had become before it was linked, in order, without old pointer moves', () => {
    const move: RawEvent = {
      type: 3,
      timestamp: 12,
      data: { source: 1, positions: [{ id: 3, x: 1, y: 1, timeOffset: 0 }] },
    };
    const child = flat(
      meta(1),
      snapshot(2, page()),
      meta(5),
      snapshot(6, page()),
      grow(11, 9),
      move,
      grow(13, 10),
      grow(30, 11),
    );
    const { events } = graftFrames(flat(...parent()), new Map([['child', child]]));
    expect(story(events)).toEqual([
      '20 attach 1000001 to 8',
      '20 add 1000009 in 1000003',
      '20 add 1000010 in 1000003',
      '30 add 1000011 in 1000003',
    ]);
    expect(events.some((event) => event.type === 3 && 'positions' in event.data)).toBe(false);
  });

  it('hangs the newest state in again after each of the parent’s full snapshots', () => {
    const again = [meta(100), snapshot(101, page(element(20, 'iframe'))), link(105, 'child', 20)];
    const child = flat(
      meta(25),
      snapshot(30, page()),
      grow(40, 9),
      grow(102, 10),
      meta(110),
      snapshot(111, page()),
      grow(120, 12),
    );
    const { events } = graftFrames(flat(...parent(), ...again), new Map([['child', child]]));
    expect(story(events)).toEqual([
      '30 attach 1000001 to 8',
      '40 add 1000009 in 1000003',
      '105 attach 1000001 to 20',
      '105 add 1000009 in 1000003',
      '105 add 1000010 in 1000003',
      '111 attach 1000001 to 20',
      '120 add 1000012 in 1000003',
    ]);
  });

  it('is not moved by a link that is said twice, and ends one child where the next begins', () => {
    const links = [link(22, 'child', 8), link(50, 'next', 8)];
    const { events } = graftFrames(
      flat(...parent(), ...links),
      new Map([
        ['child', flat(meta(21), snapshot(30, page()), grow(60, 9))],
        ['next', flat(meta(45), snapshot(46, page()), grow(61, 9))],
      ]),
    );
    expect(story(events)).toEqual([
      '30 attach 1000001 to 8',
      '50 attach 2000001 to 8',
      '61 add 2000009 in 2000003',
    ]);
  });

  it('grafts a child’s child through both', () => {
    const inner = flat(meta(30), snapshot(31, page()));
    const middle = graftFrames(
      flat(meta(25), snapshot(26, page(iframe)), link(32, 'inner', 8)),
      new Map([['inner', inner]]),
    );
    const { events } = graftFrames(flat(...parent()), new Map([['child', middle]]));
    expect(story(events)).toEqual(['26 attach 1000001 to 8', '32 attach 2000001 to 1000008']);
  });

  it('leaves out a child that nobody linked', () => {
    const { events } = graftFrames(
      flat(meta(0), snapshot(10, page(iframe))),
      new Map([['child', flat(meta(1), snapshot(2, page()))]]),
    );
    expect(events).toHaveLength(2);
  });

  it('drops the child’s Meta, Load and Resize', () => {
    const resize: RawEvent = { type: 3, timestamp: 35, data: { source: 4, width: 300, height: 200 } };
    const load: RawEvent = { type: 1, timestamp: 34, data: {} };
    const { events } = graftFrames(
      flat(...parent()),
      new Map([['child', flat(meta(25), snapshot(30, page()), load, resize)]]),
    );
    expect(events.map(({ type }) => type)).toEqual([4, 2, 5, 3]);
  });

  it('keeps every event of the parent, in order, and never gives two streams one id', () => {
    const times = fc.array(fc.integer({ min: 11, max: 200 }), { maxLength: 12 });
    fc.assert(
      fc.property(times, times, fc.integer({ min: 0, max: 150 }), (own, others, linkedAt) => {
        const mine = [...own].sort((a, b) => a - b).map((at, n) => grow(at, 100 + n));
        const parentEvents = [
          meta(0),
          snapshot(10, page(iframe)),
          ...mine,
          link(linkedAt + 10, 'child', 8),
        ].sort((a, b) => a.timestamp - b.timestamp);
        const child = flat(
          meta(1),
          snapshot(2, page()),
          ...[...others].sort((a, b) => a - b).map((at, n) => grow(at, 100 + n)),
        );
        const before = flat(...parentEvents);
        const { events, maxId } = graftFrames(flat(...parentEvents), new Map([['child', child]]));
        expect(
          events.filter((event) => before.events.some((it) => JSON.stringify(it) === JSON.stringify(event))),
        ).toHaveLength(before.events.length);
        const stamps = events.map(({ timestamp }) => timestamp);
        expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
        const added = story(events)
          .filter((line) => line.includes('add'))
          .map((line) => Number(line.split(' ')[2]));
        expect(new Set(added).size).toBe(own.length + others.length);
        expect(Math.max(0, ...added)).toBeLessThan(maxId);
      }),
    );
  });
});

describe('remapping', () => {
  it.each([
    [{ source: 1, positions: [{ id: 5, x: 0, y: 0, timeOffset: 0 }] }, { positions: [{ id: 1005 }] }],
    [{ source: 2, id: 5 }, { id: 1005 }],
    [{ source: 3, id: -1 }, { id: -1 }],
    [
      { source: 8, id: 5, styleId: 2 },
      { id: 1005, styleId: 1002 },
    ],
    [
      { source: 14, ranges: [{ start: 5, startOffset: 1, end: 6, endOffset: 2 }] },
      { ranges: [{ start: 1005, startOffset: 1, end: 1006 }] },
    ],
    [
      { source: 15, id: 1, styleIds: [1, 2], styles: [{ styleId: 2, rules: [] }] },
      { id: 1001, styleIds: [1001, 1002], styles: [{ styleId: 1002 }] },
    ],
  ])('moves every id in %j', (data, expected) => {
    expect(remapIncrement(data, 1000, 1001)).toMatchObject(expected);
  });

  it('moves the ids of a mutation, and gives nodes to the child’s document unless they have one of their own', () => {
    const nested = {
      type: 2,
      id: 7,
      rootId: 6,
      tagName: 'p',
      attributes: {},
      childNodes: [{ type: 3, id: 8, rootId: 6, textContent: '' }],
    };
    const data: MutationData = {
      source: 0,
      adds: [
        { parentId: 3, nextId: 4, previousId: 5, node: nested },
        { parentId: 3, nextId: null, node: { type: 3, id: 9, textContent: '' } },
      ],
      removes: [{ id: 10, parentId: 3 }],
      texts: [{ id: 11, value: '' }],
      attributes: [{ id: 12, attributes: {} }],
    };
    expect(remapIncrement(data, 1000, 1001)).toMatchObject({
      adds: [
        {
          parentId: 1003,
          nextId: 1004,
          previousId: 1005,
          node: { id: 1007, rootId: 1006, childNodes: [{ id: 1008, rootId: 1006 }] },
        },
        { parentId: 1003, nextId: null, node: { id: 1009, rootId: 1001 } },
      ],
      removes: [{ id: 1010, parentId: 1003 }],
      texts: [{ id: 1011 }],
      attributes: [{ id: 1012 }],
    });
  });
});
