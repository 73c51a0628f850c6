import { page } from './page.ts';

export const targetCss =
  '#around:target-within { outline: 1px solid rgb(1, 2, 3) } .part:target { text-decoration: underline }';

/** States that style sheets go by and no attribute tells. */
export const statePages: Record<string, string> = {
  target: page(
    '地址指到的地方',
    '<a href="#second">第二部分</a> <a href="#third">第三部分</a><div id="around"><p class="part" id="second">第二部分的内容</p></div>' +
      '<p class="part" id="third">第三部分的内容</p><input id="box" value="框"><iframe id="inside" src="/fidelity/target-inside#first"></iframe>',
    '',
    '<style>.part:not(:target) { display: none } :target { color: rgb(30, 40, 50) }</style>' +
      '<link rel="stylesheet" href="/fidelity/target.css">',
  ),
  'target-inside': page(
    '框里的地址',
    '<a href="#last">最后</a><p id="first">第一</p><p id="last">最后一段</p>',
    '',
    '<style>p:target { color: rgb(50, 60, 70) }</style>',
  ),
};
