import { afterEach, describe, expect, it, vi } from 'vitest';
import { lookThrough } from '../../../lib/capture/look-through.ts';
import { pageOf } from './page-of.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const look = (html: string, most = 1000) => lookThrough(pageOf(html).documentElement, most);
const lines = (html: string) => look(html)?.lines.map(({ text }) => text);
const ids = (elements?: Element[]) => elements?.map(({ id }) => id);

describe('lines', () => {
  it.each([
    ['go over inline elements', '<p>110<b>10<i>1</i></b>1990</p>', ['1101011990']],
    [
      'go over the parts of formulas',
      '<p>110<math><mn>10</mn><mrow><mi>1</mi></mrow></math>1990</p>',
      ['1101011990'],
    ],
    ['keep the blanks between words', '<p>李 <b>明</b>\n<i>华</i></p>', ['李 明 华']],
    [
      'take lines of the source as one',
      '<p><b>138</b>\n    <b>0013</b>\n    <b>8000</b></p>',
      ['138 0013 8000'],
    ],
    ['lose the blanks around their one text', '<p>\n  <b>李明华</b>\n</p>', ['李明华']],
    ['end where a block begins and where it ends', '甲一<div>乙一</div>丙一', ['甲一', '乙一', '丙一']],
    ['end at what is no inline element', '<p>甲一<br>乙一<input>丙一</p>', ['甲一', '乙一', '丙一']],
    ['go on over what says nothing', '<p>甲<script>1</script><select><option>2</select>乙</p>', ['甲乙']],
    ['hold more than one sign', '<p>甲</p><p> </p>', []],
    [
      'hold nothing of the bar',
      '<div data-zyb-bar><p>甲一</p></div><p data-zyb-barely="1">乙一</p>',
      ['乙一'],
    ],
  ])('%s', (_what, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  it('hold sections of characters, which XHTML has', () => {
    const root = pageOf('<p>甲<b>乙</b></p>').documentElement;
    const section = root.querySelector('b')?.firstChild as Node;
    Object.defineProperty(section, 'nodeType', { value: 4 });
    expect(lookThrough(root, 10)?.lines.map(({ text }) => text)).toEqual(['甲乙']);
  });

  it('know the cell they begin in', () => {
    const cells = (html: string) => look(html)?.lines.map(({ cell }) => cell?.id ?? '');
    expect(
      cells(
        '<table><tr><td id="a"><p>甲一</p></td></tr></table><dl><dd id="b">乙一</dd></dl>' +
          '<div class="row value" id="c"><b>丙一</b></div><div class="values">丁一</div>',
      ),
    ).toEqual(['a', 'b', 'c', '']);
  });

  it('are not told of a page of too much text', () => {
    expect(look('<p>甲一</p><p>乙一</p>', 2)?.lines).toHaveLength(2);
    expect(look('<p>甲一</p><p>乙一</p>', 1)).toBeUndefined();
  });
});

describe('what may have to be painted is found', () => {
  it('fields, and elements that are written in like them', () => {
    const { fields } =
      look(
        '<input id="a"><select id="b"></select><textarea id="c"></textarea><p contenteditable id="d"></p>' +
          '<p contenteditable="true" id="e"></p><p contenteditable="false" id="f"></p><p contenteditable="inherit"></p>',
      ) ?? {};
    expect(ids(fields)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('pictures, in drawings too', () => {
    const { pictures } =
      look(
        '<img id="a"><svg><image id="b"></image></svg><input type="image" id="c"><canvas id="d"></canvas>',
      ) ?? {};
    expect(ids(pictures)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('boxes that are called so or have a picture in their style, in an open list and behind no script too', () => {
    const { boxes } =
      look(
        '<p class="x UserAvatar" id="a"></p><p style="background:url(a.png)" id="b"></p><p style="color:red"></p>' +
          '<select multiple><option class="photo" id="c"></select><select><option class="photo"></select>' +
          '<noscript><i class="photo" id="d"></i></noscript><img class="photo">',
      ) ?? {};
    expect(ids(boxes)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('what attributes say that a style sheet may show', () => {
    const { told } =
      look('<p title="甲一" data-a="乙一" data-b="" name="丙一"></p><p aria-label="丁一"></p>') ?? {};
    expect(told?.map(({ text }) => text)).toEqual(['甲一', '乙一', '丁一']);
  });
});
