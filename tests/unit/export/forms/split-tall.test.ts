import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLines, splitTall } from '../../../../lib/export/forms/split-tall.ts';

const words = fc.string({ unit: fc.constantFrom('字', 'a', ' ', '，', '\n', '𠮷'), maxLength: 200 });
const without = (text: string) => text.replaceAll('\n', '');

test('Chinese characters count two, Latin letters one, and a line end begins a line', () => {
  expect(countLines('四个汉字', 8)).toBe(1);
  expect(countLines('四个汉字a', 8)).toBe(2);
  expect(countLines('a\n\nb', 8)).toBe(3);
  expect(countLines('', 8)).toBe(1);
});

test('no part of a row is taller than it may be, and no character is lost or moved', () => {
  fc.assert(
    fc.property(words, fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 6 }), (lead, pairs) => {
      const row = [lead, pairs.map(([left]) => left), pairs.map(([, right]) => right)];
      const capacities = [10, 12, 16];
      const parts = splitTall(row, capacities, 5);
      for (const part of parts)
        part.forEach((text, n) => expect(countLines(text, capacities[n] ?? 1)).toBeLessThanOrEqual(5));
      const joined = [0, 1, 2].map((n) => without(parts.map((part) => part[n]).join('')));
      const whole = [lead, pairs.map(([left]) => left).join(''), pairs.map(([, right]) => right).join('')];
      expect(joined).toEqual(whole.map(without));
    }),
  );
});

test('entries of one problem stay in one part of the row when they fit', () => {
  const row = ['1', ['1. 一二三四', '2. 五六', '3. 七八'], ['1. 改', '2. 改', '3. 改']];
  const parts = splitTall(row, [4, 8, 8], 3);
  expect(parts).toEqual([
    ['1', '1. 一二三四\n2. 五六', '1. 改\n2. 改'],
    ['', '3. 七八', '3. 改'],
  ]);
});
