import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, scanJson } from '../../../lib/packs/scan-json.ts';

const accepts = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const faultOf = (text: string) => {
  const scanned = scanJson(text);
  return scanned.ok
    ? undefined
    : { ...placeOf(text, scanned.fault.offset), code: scanned.fault.code, values: scanned.fault.values };
};

describe('what is JSON', () => {
  it('is read as JSON’s own parser reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), undefined, indent);
        const scanned = scanJson(text);
        expect(scanned.ok && scanned.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is not what JSON’s own parser refuses, whatever was cut out or put in', () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      ':',
      '{',
      '}',
      '[',
      ']',
      '0',
      '-',
      '.',
      'e',
      't',
      '\\',
      '\n',
      '，',
      '/',
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(3), fc.array(piece, { maxLength: 3 }), (json, at, cut, put) => {
        const where = at % (json.length + 1);
        const text = json.slice(0, where) + put.join('') + json.slice(where + cut);
        // Keys that stand twice are JSON, but no pack: there ours is stricter.
        if (faultOf(text)?.code !== 'jsonKeyTwice') expect(scanJson(text).ok).toBe(accepts(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is no deeper than a pack can be', () => {
    expect(faultOf('['.repeat(5000) + ']'.repeat(5000))?.code).toBe('jsonDeep');
  });
});

describe('the place of a fault', () => {
  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', { line: 3, column: 3, code: 'jsonComma', values: ['"b":', '}'] }],
    ['{\n  "a": 1,\n}', { line: 3, column: 1, code: 'jsonCommaTooMany', values: [] }],
    ["{\n  'a': 1\n}", { line: 2, column: 3, code: 'jsonKey', values: ["'a':"] }],
    ['{"a"，1}', { line: 1, column: 5, code: 'jsonColon', values: ['，1}'] }],
    ['{\n"a": “x”\n}', { line: 2, column: 6, code: 'jsonValue', values: ['“x”'] }],
    ['{"a": "x\ny"}', { line: 1, column: 7, code: 'jsonString', values: [] }],
    ['{"a": [1, 2', { line: 1, column: 12, code: 'jsonEnd', values: ['', ']'] }],
    ['{"a": 1, "b": 2,\n "a": 3}', { line: 2, column: 2, code: 'jsonKeyTwice', values: ['a'] }],
    ['{} {}', { line: 1, column: 4, code: 'jsonAfter', values: ['{}'] }],
    ['  \n', { line: 2, column: 1, code: 'jsonNothing', values: [] }],
    ['{"a": 01}', { line: 1, column: 7, code: 'jsonValue', values: ['01}'] }],
  ])('%j', (text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  it('is known for every value, and for what is missing from one', () => {
    const text = '{\n  "a": [\n    1,\n    { "b": 2 }\n  ]\n}';
    const scanned = scanJson(text);
    const lineOf = (path: (string | number)[]) => scanned.ok && placeOf(text, scanned.offsetOf(path)).line;
    expect([[], ['a'], ['a', 0], ['a', 1, 'b'], ['a', 1, 'c'], ['z']].map(lineOf)).toEqual([
      1, 2, 3, 4, 4, 1,
    ]);
  });
});
