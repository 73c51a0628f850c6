import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEvents, encodeEvents } from '../../../../lib/model/chunk-codec/index.ts';
import { anyEvents, anyJson } from './any-events.ts';

const cells = (count: number) => ({
  type: 2,
  timestamp: 1,
  data: {
    node: {
      type: 0,
      id: 1,
      childNodes: Array.from({ length: count }, (_, at) => ({
        type: 2,
        id: at + 2,
        tagName: 'td',
        attributes: { class: 'x'.repeat(1000) },
        childNodes: [],
      })),
    },
    initialOffset: { top: 0, left: 0 },
  },
});
/** The column of ids of a document whose ids go on by one. */
const encodeIds = (count: number): unknown => partsOf(encodeEvents([cells(count - 1)]))[4];
const partsOf = (text: string) => JSON.parse(text) as unknown[];

/** Gives events back, or throws an Error that says the text is damaged. */
function isTakenOrRefused(text: string): boolean {
  try {
    return Array.isArray(decodeEvents(text));
  } catch (error) {
    return error instanceof Error && /^chunk text (is damaged|stands for too much): /.test(error.message);
  }
}

describe('damaged text', () => {
  test.each(['', 'null', '{}', '[]', '[1,2]', '"text"', '[[[', '{"events":[]}'])('%s is refused', (text) =>
    expect(() => decodeEvents(text)).toThrow('damaged'),
  );

  test('cut off anywhere is refused', () => {
    const text = encodeEvents([cells(3)]);
    for (let length = 0; length < text.length; length += 1)
      expect(() => decodeEvents(text.slice(0, length))).toThrow('damaged');
  });

  test('with a column of symbols shortened is refused', () => {
    const whole = partsOf(encodeEvents([cells(3)]));
    whole.slice(0, 8).forEach((part, at) => {
      if (typeof part !== 'string' || part === '') return;
      expect(() => decodeEvents(JSON.stringify(whole.with(at, part.slice(0, -1))))).toThrow('damaged');
    });
  });

  test('with a column of another type is refused', () => {
    const whole = partsOf(encodeEvents([cells(3)]));
    for (let at = 0; at < whole.length; at += 1)
      for (const wrong of [null, 1, {}, [1], true])
        if (at !== whole.length - 1 || !Array.isArray(wrong))
          expect(() => decodeEvents(JSON.stringify(whole.with(at, wrong)))).toThrow('damaged');
  });

  test('with letters changed at random is taken or refused, never worse', () => {
    const change = fc.tuple(
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(anyEvents, fc.array(change, { minLength: 1, maxLength: 4 }), (events, changes) => {
        const parts = partsOf(encodeEvents(events));
        for (const [place, letters] of changes) {
          const column = Math.floor(place * 12);
          const part = parts[column];
          if (typeof part !== 'string') continue;
          const at = Math.floor(((place * 12) % 1) * part.length);
          parts[column] = part.slice(0, at) + letters + part.slice(at + 1);
        }
        return isTakenOrRefused(JSON.stringify(parts));
      }),
      { numRuns: 800 },
    );
  });

  test('made of columns of anything is taken or refused, never worse', () => {
    const columns = fc.tuple(
      fc.array(fc.string({ maxLength: 30 }), { minLength: 8, maxLength: 8 }),
      fc.array(fc.oneof(fc.string(), fc.array(fc.string())), { minLength: 4, maxLength: 4 }),
      fc.array(anyJson),
    );
    fc.assert(
      fc.property(columns, ([symbols, texts, raw]) =>
        isTakenOrRefused(JSON.stringify([...symbols, ...texts, raw])),
      ),
      { numRuns: 500 },
    );
  });
});

describe('text that stands for far more than it is long', () => {
  test('is refused as soon as it has become too much', () => {
    const text = encodeEvents([cells(5000)]);
    expect(text.length).toBeLessThan(20_000);
    expect(decodeEvents(text)).toHaveLength(1);
    expect(() => decodeEvents(text, { events: 10, decoded: 1_000_000 })).toThrow(RangeError);
  });

  test('is refused when it announces more events than allowed, before any is made', () => {
    const text = encodeEvents(Array.from({ length: 20 }, (_, at) => ({ type: 1, timestamp: at, data: {} })));
    expect(() => decodeEvents(text, { events: 19, decoded: 1_000_000 })).toThrow(RangeError);
    expect(decodeEvents(text, { events: 20, decoded: 1_000_000 })).toHaveLength(20);
  });

  test('is refused when it announces more children, changes or positions than it has', () => {
    const move = encodeEvents([{ type: 3, timestamp: 1, data: { source: 1, positions: [] } }]);
    const parts = partsOf(move);
    // The column of numbers holds the count of positions alone: now one of many digits.
    parts[2] = `${'}'.repeat(7)}|#`;
    expect(() => decodeEvents(JSON.stringify(parts))).toThrow('damaged');
  });

  test('is refused when its nodes or its plain JSON are nested too deeply', () => {
    const within = {
      type: 2,
      id: 3,
      tagName: 'b',
      attributes: {},
      childNodes: [{ type: 3, id: 4, textContent: '' }],
    };
    const node = {
      type: 2,
      id: 1,
      tagName: 'b',
      attributes: {},
      childNodes: [{ ...within, id: 2, childNodes: [within] }],
    };
    const parts = partsOf(
      encodeEvents([{ type: 2, timestamp: 1, data: { node, initialOffset: { top: 0, left: 0 } } }]),
    );
    const [first, again, ...others] = String(parts[3]);
    expect(others[0]).toBe(again);
    // A head declared once, then within itself, over and over.
    parts[3] = `${first}${again?.repeat(100_000)}${others.join('')}`;
    parts[4] = encodeIds(100_003);
    expect(() => decodeEvents(JSON.stringify(parts))).toThrow('nested too deeply');
    const raw = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = JSON.stringify([...partsOf(encodeEvents([null])).slice(0, -1), 0]).replace(
      /0\]$/,
      `[${raw}]]`,
    );
    expect(() => decodeEvents(text)).toThrow('nested too deeply');
  });
});
