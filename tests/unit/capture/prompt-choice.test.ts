import { expect, test } from 'vitest';
import { showsPrompt, toldOf } from '../../../lib/capture/prompt-choice.ts';
import { pageOf } from './page-of.ts';

/** The list in a page; linkedom's lists know nothing of what is chosen. */
function list(options: string[], selectedIndex = 0): Element {
  const choices = options.map((words) => `<option>${words}</option>`).join('');
  const element = pageOf(`<select>${choices}</select>`).querySelector('select');
  if (!element) throw new Error('no list');
  const shown = options.map((text) => ({ text }));
  Object.defineProperties(element, { selectedIndex: { value: selectedIndex }, options: { value: shown } });
  return element;
}

test.each([
  ['请选择', true],
  ['--请选择证件类型--', true],
  ['全部', true],
  ['---', true],
  ['10条/页', true],
  ['每页 20 条', true],
  ['男', false],
  ['汉族', false],
  ['10 人', false],
])('a list that shows its first choice %s shows a prompt: %s', (words, is) => {
  expect(showsPrompt(list([words, '乙']))).toBe(is);
});

test('what is chosen beside the first is no prompt, whatever it says; nor is anything else', () => {
  expect(showsPrompt(list(['请选择', '全部'], 1))).toBe(false);
  expect(showsPrompt(list([]))).toBe(false);
  expect(showsPrompt(pageOf('<input>').querySelector('input'))).toBe(false);
  expect(showsPrompt(null)).toBe(false);
});

test('of a list it is told that it says that no choice is made, or shows none; of others what is to be masked', () => {
  expect(toldOf(list(['请选择', '甲']), '0')).toBe('');
  expect(toldOf(list(['甲'], -1), '')).toBe('*');
  expect(toldOf(list(['甲']), 'a')).toBe('a');
});
