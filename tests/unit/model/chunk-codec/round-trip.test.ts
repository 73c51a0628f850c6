import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEvents, encodeEvents } from '../../../../lib/model/chunk-codec/index.ts';
import { anyEvents, anyJson, anyNode, countIds } from './any-events.ts';

/** Through UTF-8, as the object's bytes go. */
const again = (events: unknown[]): unknown[] =>
  decodeEvents(new TextDecoder().decode(new TextEncoder().encode(encodeEvents(events))));
const stays = (events: unknown[]): boolean => isDeepStrictEqual(again(events), events);
const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('decoding gives back exactly what was encoded', () => {
  test('for rrweb’s events, damaged ones, and anything else JSON can say', () => {
    fc.assert(fc.property(anyEvents, stays), { numRuns: 1000 });
  });

  test('for any list of JSON values', () => {
    fc.assert(fc.property(fc.array(anyJson).map(asJson), stays), { numRuns: 500 });
  });

  test('for added subtrees, nested or node by node, whatever their ids', () => {
    const adds = fc.array(
      fc.record({
        parentId: fc.nat(20),
        nextId: fc.option(fc.nat(20)),
        node: anyNode.map((node) => countIds(node)),
      }),
    );
    const event = adds.map((list) => ({
      type: 3,
      timestamp: 5,
      data: { source: 0, texts: [], attributes: [], removes: [], adds: list },
    }));
    fc.assert(fc.property(fc.array(event, { maxLength: 4 }).map(asJson), stays), { numRuns: 300 });
  });

  test('for more different heads, texts and values than there are symbols', () => {
    const childNodes = Array.from({ length: 60_000 }, (_, at) => ({
      type: 2,
      id: at + 2,
      tagName: 'i',
      attributes: { class: `v${at}` },
      childNodes: [{ type: 3, id: 100_000 + at, textContent: `t${at % 58_000}` }],
    }));
    const node = {
      type: 0,
      id: 1,
      childNodes: [...childNodes, ...childNodes.slice(0, 2000), ...childNodes.slice(-2000)],
    };
    const snapshot = { type: 2, timestamp: 1, data: { node, initialOffset: { top: 0, left: 0 } } };
    // Classes without a number, then attributes met twice: the heads of changes have room left.
    const change = (attributes: object) => ({
      type: 3,
      timestamp: 2,
      data: { source: 0, texts: [], attributes: [{ id: 2, attributes }], removes: [], adds: [] },
    });
    const later = [{ class: 'x' }, { class: 'y' }, { id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'b' }];
    expect(stays([snapshot, ...later.map(change)])).toBe(true);
  });

  test('for nodes nested more deeply than the spelling goes', () => {
    const nested = (depth: number) => {
      let node: unknown = { type: 3, id: 1, textContent: 'in' };
      for (let id = 2; id <= depth; id += 1)
        node = { type: 2, id, tagName: 'b', attributes: {}, childNodes: [node] };
      return { type: 2, timestamp: 1, data: { node, initialOffset: { top: 0, left: 0 } } };
    };
    // Level by level: whatever compares the whole recursively overflows before the spelling does.
    const levelsOf = (events: unknown[]): string[] => {
      type Nested = { id: number; childNodes?: Nested[] };
      const levels: string[] = [];
      let node: Nested | undefined = (events as ReturnType<typeof nested>[])[0]?.data.node as Nested;
      for (; node; node = node.childNodes?.[0])
        levels.push(JSON.stringify(Object.entries({ ...node, childNodes: node.childNodes?.length }).sort()));
      return levels;
    };
    for (const depth of [799, 800, 801, 802, 803, 1500])
      expect(levelsOf(again([nested(depth)])), `${depth}`).toEqual(levelsOf([nested(depth)]));
    expect(() => encodeEvents([nested(5000)])).toThrow(RangeError);
  });

  test('and what is decoded twice shares nothing that a player could change', () => {
    const attributes = { class: 'a', style: { top: '1px' } };
    const change = (timestamp: number) => ({
      type: 3,
      timestamp,
      data: { source: 0, texts: [], attributes: [{ id: 4, attributes }], removes: [], adds: [] },
    });
    const events = [change(1), change(2)];
    const decoded = again(events) as typeof events;
    const [first, second] = decoded.map((event) => event.data.attributes[0]?.attributes);
    (first as typeof attributes).style.top = 'changed';
    (first as typeof attributes).class = 'changed';
    expect(second).toEqual(attributes);
  });
});
