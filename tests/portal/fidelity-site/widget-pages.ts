import { page } from './page.ts';

/** What kits of widgets do with their tables, fields and layers. */
export const widgetPages: Record<string, string> = {
  'sized-by-rules': page(
    '列宽在后面的样式里',
    '<div id="table"><p id="row">一行</p></div><div id="layer" popover><p>弹出层里的长内容</p></div>',
    `function change() {
  const style = document.createElement('style');
  style.textContent = '#row { width: 50px }';
  document.body.append(style);
  style.sheet.cssRules[0].style.width = '900px';
  layer.showPopover();
}
function changeAgain() {
  table.scrollTo(150, 0);
  layer.scrollTo(0, 40);
}`,
    '<style>div { width: 200px; height: 60px; overflow: auto } #layer p { height: 400px }</style>',
  ),
  'edited-in-place': page(
    '就地编辑',
    '<table><tr><td id="cell" onclick="edit()">点一下就改</td></tr></table><div id="host"></div>',
    `const root = host.attachShadow({ mode: 'open' });
root.innerHTML = '<style>input:focus { color: rgb(4, 5, 6) }</style>';
function put(place, id) {
  const input = document.createElement('input');
  input.id = id;
  place.append(input);
  input.focus();
  return input;
}
function edit() {
  put(cell, 'first').onblur = (event) => event.target.remove();
}
function change() {
  put(root, 'inner');
}`,
    '<style>input:focus { color: rgb(1, 2, 3) }</style>',
  ),
  'chosen-before': page(
    '选好了的下拉框',
    '<select id="none"><option value="">请选择</option><option value="a">甲</option></select>' +
      '<select id="given"><option value="a">甲</option><option value="b" selected>乙</option></select>' +
      '<select id="first"><option value="a">甲</option><option value="b">乙</option></select>' +
      '<select id="later"><option value="">请选择</option></select><select id="emptied"><option value="a">甲</option></select>' +
      '<select id="asks"><option value="0">请选择</option><option value="1">甲</option></select>' +
      '<select id="size"><option value="10">10条/页</option><option value="20">20条/页</option></select>' +
      '<select id="pages"><option value="10">10 条/页</option><option value="20">20 条/页</option></select>' +
      '<select id="back"><option value="0">请选择</option><option value="1">甲</option></select>' +
      '<select id="nothing"><option value="1">甲</option><option value="2">乙</option></select>' +
      '<div id="place"></div>',
    `nothing.selectedIndex = -1;
function change() {
  pages.value = '10';
  back.value = '1';
  setTimeout(() => { back.value = '0'; }, 100);
  size.value = '20';
  place.innerHTML = '<select id="added"><option value="1">一月</option><option value="2" selected>二月</option></select>';
  later.innerHTML = '<option value="n">北区</option><option value="s" selected>南区</option>';
  emptied.innerHTML = '<option value="">请选择</option><option value="n">北区</option>';
}`,
  ),
  'wide-grid': page(
    '六十列的表',
    '<p id="menu">菜单<b id="open">指着就开</b></p><input id="field"><button id="go">按钮</button><style id="columns"></style>',
    `columns.textContent = Array.from({ length: 60 }, (_, at) => '.column' + at + ' { width: 1px }').join('');
function change() {
  for (const rule of columns.sheet.cssRules) rule.style.width = '80px';
}`,
    '<style>#open { display: none } #menu:hover #open { display: block } #field:focus { color: rgb(1, 2, 3) } #go:focus { color: rgb(7, 8, 9) }</style>',
  ),
  'late-components': page(
    '后来才成为组件',
    '<kit-field id="field"><b slot="prefix">￥</b><i slot="children">子项</i>标签</kit-field><p id="children">正文</p><input id="words" placeholder="请输入">',
    `const sheet = new CSSStyleSheet();
sheet.replaceSync('button:hover { color: rgb(1, 2, 3) } :host { display: block }');
class KitField extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    // As kits do: what is inside comes a moment later.
    queueMicrotask(() => {
      root.innerHTML = '<slot name="prefix"></slot><input><button>查询</button><slot name="children"></slot><slot></slot>';
    });
  }
}
function change() {
  customElements.define('kit-field', KitField);
}
function changeAgain() {
  const style = document.createElement('style');
  document.head.append(style);
  style.sheet.insertRule('p:hover { color: rgb(4, 5, 6) }');
}`,
    '<style>#children { letter-spacing: 3px }</style>',
  ),
};
