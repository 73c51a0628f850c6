import { describe, expect, it } from 'vitest';
import { preferred, textFrom } from '../../../server/web/language.ts';
import { routeOf } from '../../../server/web/route.ts';

describe('the desk’s addresses', () => {
  it.each([
    ['', { page: 'reports' }],
    ['#/', { page: 'reports' }],
    ['#/devices', { page: 'devices' }],
    ['#/reports/r-1', { page: 'report', id: 'r-1', at: undefined }],
    ['#/reports/r-1?at=1760000000000', { page: 'report', id: 'r-1', at: 1_760_000_000_000 }],
    ['#/reports/r-1?at=', { page: 'report', id: 'r-1', at: undefined }],
    ['#/reports/r-1?at=soon', { page: 'report', id: 'r-1', at: undefined }],
    ['#/elsewhere', { page: 'unknown' }],
  ])('%s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });
});

it('speaks English only to who prefers it over Chinese', () => {
  expect([
    preferred(['zh-CN', 'en']),
    preferred(['en-GB', 'zh']),
    preferred(['de', 'en-US', 'zh']),
    preferred(['de']),
    preferred([]),
  ]).toEqual(['zh_CN', 'en', 'en', 'zh_CN', 'zh_CN']);
});

it('fills values into a sentence and shows a key it does not know', () => {
  const text = textFrom({ a: '$2 of $1' });
  expect([text('a', 3, '$1'), text('b')]).toEqual(['$1 of 3', 'b']);
});
