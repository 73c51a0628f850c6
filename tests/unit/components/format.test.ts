import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../components/format/format-address.ts';
import { formatBytes, formatShare } from '../../../components/format/format-bytes.ts';
import { formatSpan } from '../../../components/format/format-date.ts';
import { formatClock, formatDuration } from '../../../components/format/format-duration.ts';
import { keyOf } from '../../../components/format/key-of.ts';
import { nestQuotes } from '../../../components/format/nest-quotes.ts';

const text = (key: string, ...values: (string | number)[]) => `${key}(${values.join(',')})`;

describe('durations', () => {
  it.each([
    [0, 'format.seconds(0)'],
    [420, 'format.seconds(0.4)'],
    [9_949, 'format.seconds(9.9)'],
    [9_960, 'format.seconds(10)'],
    [59_499, 'format.seconds(59)'],
    [59_600, 'format.minutes(1,00)'],
    [125_000, 'format.minutes(2,05)'],
    [3_600_000, 'format.hours(1,00)'],
    [7_199_999, 'format.hours(2,00)'],
  ])('says %i ms as %s', (ms, said) => {
    expect(formatDuration(ms, text)).toBe(said);
  });

  it('never says sixty seconds or sixty minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), (ms) => {
        expect(formatDuration(ms, text)).not.toMatch(/seconds\(6\d\)|,60\)/);
      }),
    );
  });

  it('shows a clock with hours only when there are any, and never below zero', () => {
    expect([formatClock(65_999), formatClock(3_725_000), formatClock(-5)]).toEqual([
      '01:05',
      '1:02:05',
      '00:00',
    ]);
  });
});

describe('shares', () => {
  it('says 100% only when nothing is missing', () => {
    expect([formatShare(9_999, 10_000), formatShare(10_000, 10_000), formatShare(0, 5)]).toEqual([
      '99%',
      '100%',
      '0%',
    ]);
  });

  it('has no share of nothing', () => {
    expect(formatShare(0, 0)).toBeUndefined();
  });
});

it('gives bytes at most three digits before the unit', () => {
  expect([formatBytes(0), formatBytes(999), formatBytes(1023), formatBytes(3_500_000)]).toEqual([
    '0 B',
    '999 B',
    '1 KB',
    '3.3 MB',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 }), (n) => {
      expect(formatBytes(n)).toMatch(/^\d{1,3}(\.\d)? (B|KB|MB|GB|TB)$/);
    }),
  );
});

it('leaves the day out of a span that ends the day it began', () => {
  const from = new Date(2026, 2, 18, 9, 30).getTime();
  expect(formatSpan(from, from + 60_000)).toBe('2026-03-18 09:30 – 09:31');
  expect(formatSpan(from, from + 86_400_000)).toBe('2026-03-18 09:30 – 2026-03-19 09:30');
});

it('shortens an address to host, path and route, without any query', () => {
  expect(formatAddress('https://zwfw.example.gov.cn/guide/?code=1#/item/2?x=3')).toBe(
    'zwfw.example.gov.cn/guide#/item/2',
  );
  expect(formatAddress('https://zwfw.example.gov.cn/#top')).toBe('zwfw.example.gov.cn');
});

it('turns ids into text keys without hyphens', () => {
  expect(keyOf('gapWhy', 'no-script-here')).toBe('gapWhy.noScriptHere');
});

it.each([
  ['点击“提交”', '点击“提交”'],
  ['点击““失业再就业”一件事一次办”', '点击“‘失业再就业’一件事一次办”'],
  ['从“首页”到““甲”与“乙””', '从“首页”到“‘甲’与‘乙’”'],
  ['“一“二“三”””', '“一‘二“三”’”'],
  ['点击““半截”', '点击““半截”'],
  ['”倒过来“', '”倒过来“'],
])('%s has single marks inside double ones: %s', (sentence, nested) => {
  expect(nestQuotes(sentence)).toBe(nested);
});
