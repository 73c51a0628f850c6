import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskTypedValue, redactEvent, redactText, redactUrl, scan } from '../../../lib/redact/index.ts';
import { element, snapshot, text, words } from './trees.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));
const two = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));

const residentId = fc
  .tuple(
    fc.constantFrom('11', '31', '44', '81'),
    digits(4),
    fc.integer({ min: 1900, max: 2026 }),
    two(1, 12),
    two(1, 28),
    digits(3),
    fc.constantFrom('0', '5', 'X', 'x'),
  )
  .map((parts) => parts.join(''));
const mobile = fc.tuple(fc.integer({ min: 13, max: 19 }), digits(9)).map((parts) => parts.join(''));
const card = fc
  .tuple(fc.constantFrom('6222', '6217', '4367', '5187'), digits(12), fc.constantFrom('', '3', '345'))
  .map((parts) => parts.join(''));
const creditCode = fc
  .tuple(
    fc.constantFrom('91', '92', '93'),
    digits(6),
    fc.constant('MA59'),
    digits(5),
    fc.constantFrom('7', 'Y'),
  )
  .map((parts) => parts.join(''));
const email = fc
  .tuple(digits(8), fc.constantFrom('@example.com', '@mail.example.cn'))
  .map((parts) => parts.join(''));
const planted = fc.oneof(residentId, mobile, card, creditCode, email);

/** Words of portals (not 号: after 受理号 a long number is a case number and stays), with their own digits, codes, brackets and punctuation. */
const serviceWord = fc.constantFrom(
  '请在3个工作日内',
  '办理',
  '姓名',
  '：',
  '，',
  '。',
  '\n',
  ' ',
  '公积金提取',
  '收费50元',
  '12345热线',
  '2024-05-06',
  '（必填）',
  '电话',
  '12441500196720244T3442199806003',
  '〔手机〕',
  '身份证',
  '您好',
  '张',
  '张三',
  '张三丰',
  '申请人',
  '地址',
  '*',
  '、',
  '验证码',
  '国办发〔2023〕29号',
  '密码',
  '京',
  '第',
  '180****1999',
  'https://a.example.cn/x?y=1',
  '<b>',
  '"',
  '@',
  '/',
  '#',
);
const chinese = fc
  .array(
    fc.oneof(
      serviceWord,
      fc.string({ unit: fc.constantFrom(...'办理事项申请材料受理窗口网上预约进度查询评价'), maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((list) => list.join(''));
const isolated = chinese.map((words) => words.replace(/[0-9A-Za-z@.+%_-]+$/, ''));
const isolatedStart = chinese.map((words) => words.replace(/^[0-9A-Za-z@.+%_-]+/, ''));

function survives(value: string, output: string): boolean {
  if (output.includes(value)) return true;
  const numbers = value.replace(/@.*$/, '');
  for (let i = 0; i + 6 <= numbers.length; i += 1) if (output.includes(numbers.slice(i, i + 6))) return true;
  return false;
}

describe('whatever the text around it', () => {
  test('digits, gaps and invisible signs in any order come to an end', () => {
    const gaps = fc.string({ unit: fc.constantFrom(...'0156789 -\u200b.()X'), maxLength: 60 });
    fc.assert(
      fc.property(gaps, gaps, (first, second) => {
        const { text: once } = redactText(`${first}/${second}`);
        expect(redactText(once).text).toBe(once);
      }),
      { numRuns: 4000 },
    );
    expect(redactText('进度 3/5 118087\u200b19851021\u200b2368，').text).not.toContain('19851021');
  });

  test('no planted value survives, whole or in six digits', () => {
    fc.assert(
      fc.property(isolated, planted, isolatedStart, (before, value, after) => {
        const clean = `${before}|${after}`;
        fc.pre(!survives(value, clean));
        expect(survives(value, redactText(before + value + after).text)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test('two planted values side by side both go', () => {
    fc.assert(
      fc.property(
        isolated,
        planted,
        fc.constantFrom('，', ' ', '/', '\n', '；'),
        planted,
        (before, first, gap, second) => {
          fc.pre(!survives(first, before) && !survives(second, before));
          const { text: output } = redactText(before + first + gap + second);
          expect(survives(first, output) || survives(second, output)).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('masking twice is masking once, and a scan of the result finds nothing', () => {
    fc.assert(
      fc.property(chinese, planted, chinese, (before, value, after) => {
        const once = redactText(before + value + after).text;
        expect(redactText(once)).toEqual({ text: once, found: {} });
        expect(scan(once)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('a planted value does not survive in a URL, nor does redactUrl ever throw', () => {
    fc.assert(
      fc.property(
        planted,
        fc.constantFrom('/a/', '?x=', '#/p?q=', '#', '/a;s=', '?', '?x=1&'),
        fc.constantFrom('', '/b', '&z=2', '#c'),
        (value, before, after) => {
          expect(survives(value, redactUrl(`https://a.example.cn${before}${value}${after}`))).toBe(false);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.string(),
        (any) => typeof redactUrl(any) === 'string' && redactUrl(redactUrl(any)) === redactUrl(any),
      ),
    );
  });

  test('a number spread over inline siblings does not survive', () => {
    fc.assert(
      fc.property(
        fc.oneof(residentId, mobile, card),
        fc.array(fc.nat(17), { maxLength: 4 }),
        (value, cuts) => {
          const at = [...new Set([0, ...cuts.map((cut) => cut % value.length), value.length])].sort(
            (a, b) => a - b,
          );
          const parts = at.slice(1).map((end, i) => element('span', {}, [text(value.slice(at[i], end))]));
          const { event } = redactEvent(snapshot([element('p', {}, parts)]));
          const shown = words(event.data.node).replaceAll('|', '');
          expect(survives(value, shown)).toBe(false);
        },
      ),
    );
  });

  test('typed values become bullets of the same length, 32 at most', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        fc.pre(!value.includes('\n'));
        return maskTypedValue(value) === '•'.repeat(Math.min(32, value.length));
      }),
    );
  });

  test('of a typed value of several lines nothing is left but its line breaks, and how long each line is', () => {
    const line = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 130 }), (lines) => {
        const value = lines.join('\n');
        const masked = maskTypedValue(value);
        expect(masked.replace(/[•\n]/g, '')).toBe('');
        const kept = value.split('\n').slice(0, 100);
        expect(masked.split('\n').map(({ length }) => length)).toEqual(
          kept.map(({ length }) => Math.min(32, length)),
        );
      }),
    );
  });

  test('what is typed in a field leaves nothing in its events but bullets and line breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 200 }), (typed) => {
        fc.pre(!/^[*•●\s]*$/.test(typed));
        const input = { type: 3, data: { source: 5, id: 4, text: typed, isChecked: false } };
        const shown = [redactEvent(input).event.data.text];
        const field = snapshot([
          element('textarea', { value: typed }, [text(typed)]),
          element('input', { value: typed }),
        ]);
        const told = JSON.stringify(redactEvent(field).event.data.node);
        for (const [, value] of told.matchAll(/"(?:value|textContent)":"([^"]*)"/g))
          shown.push(String(value));
        expect(shown.length).toBeGreaterThan(3);
        expect(shown.join('').replace(/[•\n]|\\n/g, '')).toBe('');
      }),
    );
  });
});
