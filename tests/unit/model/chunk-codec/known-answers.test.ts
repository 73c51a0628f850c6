import { describe, expect, test } from 'vitest';
import { decodeEvents, encodeEvents } from '../../../../lib/model/chunk-codec/index.ts';
import { swapLetters } from '../../../../lib/model/chunk-codec/known-letters.ts';
import { knownRecords } from '../../../../lib/model/chunk-codec/known-records.ts';
import { knownWords } from '../../../../lib/model/chunk-codec/known-words.ts';
import { knownTexts } from '../../../../lib/model/chunk-codec/node-symbols.ts';
import { indexOf, mostSymbols, symbolOf } from '../../../../lib/model/chunk-codec/symbols.ts';

const cell = (id: number, words: string) => ({
  type: 2,
  tagName: 'td',
  attributes: { class: 'cell' },
  childNodes: [{ type: 3, textContent: words, id: id + 1 }],
  id,
});
const events = [
  {
    type: 4,
    timestamp: 1_790_000_000_000,
    data: { href: 'http://portal.example/%E5%8A%9E', width: 1280, height: 800 },
  },
  {
    type: 2,
    timestamp: 1_790_000_000_030,
    data: {
      node: { type: 0, id: 1, childNodes: [cell(2, '办事'), cell(4, '办事'), cell(6, '办事')] },
      initialOffset: { top: 0, left: 0 },
    },
  },
  {
    type: 3,
    timestamp: 1_790_000_000_040,
    data: { source: 2, type: 2, id: 4, x: 7, y: 405.671875, pointerType: 0 },
  },
  {
    type: 3,
    timestamp: 1_790_000_000_044,
    data: {
      source: 0,
      texts: [{ id: 3, value: null }],
      attributes: [{ id: 4, attributes: { class: 'cell', style: { color: 'red' } } }],
      removes: [{ parentId: 2, id: 3 }],
      adds: [{ parentId: 2, nextId: null, node: cell(9, '指南') }],
    },
  },
  {
    type: 3,
    timestamp: 1_790_000_000_040.5,
    data: { source: 1, positions: [{ x: 1, y: 2, id: 4, timeOffset: -50 }] },
  },
];

describe('the spelling of `compact-1`', () => {
  test('is this one for good: chunks of years ago must stay readable', () => {
    expect(encodeEvents(events)).toMatchInlineSnapshot(
      `"["($-%&","kuo\`awrk&a#8,~","kVkw###,2~,%%&($&(,j$","''%#8&#89##8%#","*(%","#)$##%4$,#$$%,/","##$##","$$$$#)",[],"|āĈ|āĈ|źƿ","|http://portal.example/ā|cell|^{\\"color\\":\\"red\\"}|^null","|f405.67188|1790000000040.5",[]]"`,
    );
  });

  test('can be read', () => {
    expect(decodeEvents(encodeEvents(events))).toEqual(events);
    expect(decodeEvents(encodeEvents([]))).toEqual([]);
  });

  test('keeps what it cannot spell as it came', () => {
    const strange = [{ type: 9, note: ['x'] }, null, 'text', { type: 3, timestamp: 1, data: [], delay: 3 }];
    expect(encodeEvents(strange)).toContain(JSON.stringify(strange));
  });

  test('has no list in which a word stands twice', () => {
    for (const list of [knownWords, knownRecords, knownTexts]) expect(new Set(list).size).toBe(list.length);
  });

  test('has a symbol for each number, and none that JSON escapes', () => {
    for (let index = 0; index < mostSymbols; index += 1)
      if (indexOf(symbolOf(index).charCodeAt(0)) !== index) expect.fail(`symbol ${index}`);
    const all = Array.from({ length: mostSymbols }, (_, index) => symbolOf(index)).join('');
    expect(JSON.stringify(all)).toHaveLength(mostSymbols + 2);
    expect(() => indexOf(0xd800)).toThrow('damaged');
  });

  test('trades letters for letters, one for one', () => {
    let moved = 0;
    for (let code = 0; code < 0x10000; code += 1) {
      const letter = String.fromCharCode(code);
      const swapped = swapLetters(letter);
      if (swapped !== letter) moved += 1;
      if (swapLetters(swapped) !== letter || swapped.length !== 1) expect.fail(`letter ${code}`);
    }
    expect(moved).toBeGreaterThan(2000);
    expect(swapLetters('办')).toMatch(/^[\u0100-\u07ff]$/);
  });
});
