import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAscii } from '../../../scripts/ascii-chunks.ts';

const run = (code: string): unknown => JSON.stringify(runInNewContext(code));

test('what a script says is the same in ASCII, in texts and in regular expressions', () => {
  const code = String.raw`["走一遍\\走\走", /^[走-遍\走]+$/.source.length > 0, /^[走一遍]+$/.test("走一遍"), ${'`—${"…"}`'}, "\u007f￾"]`;
  expect(toAscii(code)).toMatch(/^[\0-~]*$/);
  expect(run(toAscii(code))).toEqual(run(code));
});

test('whatever a text holds, it comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const ascii = toAscii(JSON.stringify(text));
      expect(ascii).toMatch(/^[\0-~]*$/);
      expect(JSON.parse(ascii)).toBe(text);
    }),
  );
});
