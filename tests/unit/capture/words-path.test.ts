import { afterEach, expect, it, vi } from 'vitest';
import { findWordsPath } from '../../../lib/capture/words-path.ts';
import { pageOf } from './page-of.ts';

afterEach(() => vi.unstubAllGlobals());

const pathTo = (html: string, of: string, redactText = (text: string) => text) => {
  const element = pageOf(html).querySelector(of);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  if (!element) throw new Error(`no ${of} in the page`);
  return findWordsPath(element, redactText);
};
const closed = '<div class="dialog" hidden><button>确定</button></div>';

it('words that nothing else of the kind says are enough', () => {
  expect(pathTo('<a>确定</a><button>\n 确定 </button>', 'button')).toBe(
    '//button[normalize-space(.)="确定"]',
  );
});

it('beside others, shown or not, a class around it tells which is meant', () => {
  expect(pathTo(`${closed}<div class="box-foot is-open"><button id="it">确定</button></div>`, '#it')).toBe(
    '//*[contains(concat(" ",normalize-space(@class)," ")," box-foot ")]//button[normalize-space(.)="确定"]',
  );
});

it('where none does, its place among them', () => {
  expect(pathTo(`${closed}<div class="dialog"><button id="it">确定</button></div>`, '#it')).toBe(
    '(//button[normalize-space(.)="确定"])[2]',
  );
});

it('words about a person, numbers and quotes are no name', () => {
  expect(pathTo('<li>张三</li>', 'li', () => '〔姓名〕')).toBeUndefined();
  expect(pathTo('<li>第2023号</li>', 'li')).toBeUndefined();
  expect(pathTo('<li>"好"</li>', 'li')).toBeUndefined();
});

it('what holds much more than a name says nothing the same, and is not read to its end', () => {
  const much = `<div>${'<p>很多字的一段话。</p>'.repeat(200)}</div>`;
  expect(pathTo(`${much}<div id="it"><b>确</b>定</div>`, '#it')).toBe('//div[normalize-space(.)="确定"]');
  expect(pathTo(much, 'div')).toBeUndefined();
});

it('a list of choices has no words of its own', () => {
  expect(pathTo('<select><option>北区</option></select>', 'select')).toBeUndefined();
});
