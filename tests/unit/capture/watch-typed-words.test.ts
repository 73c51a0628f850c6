import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { createLaterWork } from '../../../lib/capture/redact-later.ts';
import { watchTypedWords } from '../../../lib/capture/watch-typed-words.ts';
import type { TypedIn } from '../../../lib/redact/typed-words.ts';
import { pageOf } from './page-of.ts';

let life: AbortController;
let hear: Map<string, (event: object) => void>;
/** What masking was told, in that order. */
let told: string[];
let described: TypedIn[];

beforeEach(() => {
  life = new AbortController();
  hear = new Map();
  told = [];
  described = [];
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

function watch(html: string, onceLearned?: (job: () => void) => void) {
  const document = pageOf(html);
  vi.stubGlobal('addEventListener', (kind: string, listener: (event: object) => void) => {
    hear.set(kind, listener);
  });
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('top', {});
  vi.stubGlobal('history', { length: 3 });
  vi.stubGlobal('requestIdleCallback', () => 0);
  const later = createLaterWork((event: string) => {
    told.push(`masked ${event}`);
    return ([] as undefined[]).values();
  }, life.signal);
  const typed = {
    write: (_field: object, value: string, of: TypedIn) => {
      described.push(of);
      told.push(`wrote ${value}`);
    },
    tell: () => {},
    leave: () => told.push('left'),
  };
  watchTypedWords({ typed, writing: () => {}, onceLearned: onceLearned ?? later.after }, life.signal);
  return {
    later,
    write(value: string) {
      const field = document.querySelector('input') as HTMLInputElement;
      Object.defineProperty(field, 'value', { configurable: true, value });
      hear.get('input')?.({ type: 'input', isTrusted: true, target: field, currentTarget: window });
      return described.at(-1);
    },
  };
}

test('a page that is left masks what waits before what was passed through is forgotten', () => {
  const { write, later } = watch('<label>说明 <input type="text"></label>');
  write('盐井巷口');
  later.push('盐井巷口');
  write('盐井巷口的老柿树');
  hear.get('pagehide')?.({ type: 'pagehide' });
  expect(told).toEqual(['wrote 盐井巷口', 'wrote 盐井巷口的老柿树', 'masked 盐井巷口', 'left']);
});

const five = (kind: string, field = '') =>
  `<div class="ant-select ant-select-outlined ${kind} ant-select-show-search"><div class="ant-select-selector">` +
  '<span class="ant-select-selection-search"><input type="search" role="combobox" class="ant-select-selection-search-input"></span>' +
  `${field}</div><span class="ant-select-arrow"><i class="anticon anticon-search"><svg></svg></i></span></div>`;
const item = (label: string, field: string) =>
  `<div class="ant-form-item"><div class="ant-form-item-label"><label>${label}</label></div><div>${field}</div></div>`;

describe('a list of a kit in which anything may be written', () => {
  it.each([
    ['one that suggests', item('工作单位', five('ant-select-auto-complete'))],
    ['one whose words become labels', item('技能', five('ant-select-multiple'))],
    [
      'of an older kind',
      item(
        '工作单位',
        '<div class="ant-select ant-select-auto-complete ant-select-show-search"><div class="ant-select-selection"><ul><li class="ant-select-search ant-select-search--inline">' +
          '<div class="ant-select-search__field__wrap"><input type="text" class="ant-input ant-select-search__field"></div></li></ul></div></div>',
      ),
    ],
    [
      'with a field of its own drawn in it',
      item(
        '工作单位',
        '<div class="ant-select ant-select-auto-complete ant-select-customize-input ant-select-show-search"><span class="ant-select-selection-search"><input type="text" class="ant-input"></span></div>',
      ),
    ],
    ['beside a button', `<div>${five('ant-select-auto-complete')}<button>添加</button></div>`],
  ])('is no place for searching: %s', (_what, html) => {
    expect(watch(html).write('盐井老柿')?.use).toBeUndefined();
  });

  it.each([
    ['by its label', item('搜索', five('ant-select-auto-complete'))],
    ['by what is found there', item('事项名称', five('ant-select-auto-complete'))],
    [
      'by its prompt',
      five('ant-select-auto-complete', '<span class="ant-select-selection-placeholder">请输入关键词</span>'),
    ],
    ['by what is around it', `<div class="header-search">${five('ant-select-auto-complete')}</div>`],
    ['by the form around it', `<form role="search"><div>${five('ant-select-auto-complete')}</div></form>`],
    ['by the button beside it', `<div>${five('ant-select-auto-complete')}<button>查询</button></div>`],
    [
      'by the field for searching in it',
      '<div class="ant-select ant-select-auto-complete ant-select-show-search"><span class="ant-select-selection-search"><span class="ant-input-group-wrapper ant-input-search">' +
        '<input type="text" class="ant-input"><button class="ant-input-search-button"></button></span></span></div>',
    ],
    ['which is no list', '<input type="search">'],
  ])('is a place for searching %s', (_what, html) => {
    expect(watch(html).write('失业登记')?.use).toBe('search');
  });

  it('is called by the prompt that the kit draws in it', () => {
    const prompt = '<span class="ant-select-selection-placeholder">请输入姓名</span>';
    expect(watch(five('ant-select-auto-complete', prompt)).write('禤国维')?.labels).toContain('请输入姓名');
  });
});
