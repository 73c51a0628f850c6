import { describe, expect, test } from 'vitest';
import { redactEvent, redactText } from '../../../lib/redact/index.ts';
import { element, snapshot, words } from './trees.ts';

describe('a number stays one', () => {
  test.each([
    ['soft hyphens', '\u00ad'],
    ['marks of direction', '\u200e'],
    ['an embedding', '\u202d'],
    ['an isolate', '\u2066'],
    ['a Mongolian vowel separator', '\u180e'],
    ['a joiner of words', '\u2060'],
  ])('with %s in it, which nobody sees', (_name, mark) => {
    const written = (number: string, ...at: number[]) =>
      number.replace(/./g, (digit, n: number) => (at.includes(n) ? mark + digit : digit));
    expect(redactText(`手机 ${written('13800138000', 3, 7)}`).text).toBe('手机 〔手机〕');
    expect(redactText(written('11010519491231002X', 6, 14)).text).toBe('〔身份证〕');
    expect(redactText(written('6222021001116245702', 4, 8, 12, 16)).text).toBe('〔银行卡〕');
  });

  test('where each of its parts stands in an element and on a line of its own in the source', () => {
    const { event } = redactEvent(
      snapshot([
        element('p', {}, [
          '\n    ',
          element('span', {}, ['138']),
          '\n    ',
          element('span', {}, ['0013']),
          '\n    ',
          element('span', {}, ['8000']),
          '\n  ',
        ]),
        element('p', {}, ['共', '\n      ', element('b', {}, ['3']), '\n      ', '个工作日']),
      ]),
    );
    expect(words(event.data.node).replace(/\s+/g, '')).toBe('〔手机〕|共|3|个工作日');
  });

  test('where a drawing parts it', () => {
    const { event } = redactEvent(
      snapshot([
        element('svg', {}, [
          element('text', {}, [element('tspan', {}, ['138']), element('tspan', {}, ['00138000'])]),
        ]),
      ]),
    );
    expect(words(event.data.node)).toBe('〔手机〕');
  });
});
