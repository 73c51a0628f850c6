import { page } from './page.ts';

const sum = (id: string) =>
  `<math id="${id}"><mfrac><mi>${id}基数</mi><mn>12</mn></mfrac><mtext>${id}联系13800138000</mtext></math>`;
const shut = (words: string, more = '') =>
  `<div><template shadowrootmode="closed" shadowrootclonable><p>${words}</p>${more}</template></div>`;

/** Pages made of more than HTML's own elements and texts, and of trees that no attribute tells. */
export const nodePages: Record<string, string> = {
  formulas: page(
    '公式',
    `<p>应缴${sum('first')}元</p><math id="noted"><semantics><mi>x</mi><annotation-xml encoding="text/html"><b>注释</b></annotation-xml></semantics></math>` +
      '<div id="place"></div>',
    `const maths = 'http://www.w3.org/1998/Math/MathML';
function change() {
  place.innerHTML = '${sum('late')}';
  const more = document.createElementNS(maths, 'msqrt');
  more.append(document.createElementNS(maths, 'mn'));
  more.firstChild.textContent = '13900139000';
  document.querySelector('#first mfrac').after(more);
}
function changeAgain() {
  document.querySelector('#late mi').textContent = '改成13700137000';
  document.getElementById('late').setAttribute('display', 'block');
}`,
  ),
  'among-scripts': page(
    '夹着脚本的页',
    `<ul id="list"><script>window.runs = 1</script><li id="a">甲</li><script>runs += 1</script><li id="b">乙</li>
<li id="c">丙</li><li id="d">丁</li><script>runs += 1</script></ul>
<div id="place"></div><div id="alone"><p id="only">独</p></div><div id="bare"><script></script></div>
<dl id="person"><dt>姓名</dt><script></script><dd id="name">张三丰</dd><dt>经办人</dt><script></script></dl>
<svg><script></script><g id="drawn"></g></svg>`,
    `const scriptOf = (code) => Object.assign(document.createElement('script'), { text: code });
const itemOf = (id) => Object.assign(document.createElement('li'), { id, textContent: id });
function change() {
  list.lastElementChild.before(itemOf('e'));
  list.append(itemOf('f'), scriptOf('runs += 1'), itemOf('g'));
  place.innerHTML = '<p id="h">一</p><script><\\/script><p id="i">二</p>';
  alone.append(scriptOf('runs += 1'));
  bare.firstElementChild.remove();
  // Put between the label and a script, and behind it.
  person.lastElementChild.before(Object.assign(document.createElement('dd'), { id: 'official', textContent: '李四光' }));
}
function changeAgain() {
  for (const script of list.querySelectorAll('script')) script.remove();
  list.prepend(scriptOf('runs += 1'));
  list.firstElementChild.text = 'runs += 1 // 13800138000';
  list.firstElementChild.firstChild.data = '// 13900139000';
  list.firstElementChild.dataset.of = '13900139000';
  list.append(list.firstElementChild, place.lastElementChild);
}`,
  ),
  'adopted-sections': page(
    '从 XML 里拿来的文字',
    '<p id="place">先有的字</p>',
    `function change() {
  const made = new DOMParser().parseFromString('<r><![CDATA[原样的字13800138000]]></r>', 'text/xml');
  place.prepend(made.documentElement.firstChild);
}`,
  ),
  'unsafe-roots': page(
    '不经检查的片段',
    '<div id="place"></div><div id="wide"></div><div id="narrow"></div><div id="other"></div>',
    `const shut = narrow.attachShadow({ mode: 'closed' });
function change() {
  place.setHTMLUnsafe('${shut('片段的封闭影子', `<button onclick="this.firstChild.data += 1">按一下</button>${shut('里层的封闭影子')}`)}');
  wide.attachShadow({ mode: 'open' }).setHTMLUnsafe('${shut('开放影子里的封闭影子')}');
  shut.setHTMLUnsafe('${shut('封闭影子里的封闭影子')}');
}
function loosely() {
  const loose = document.createElement('div');
  loose.setHTMLUnsafe('${shut('先不在页里的封闭影子')}');
  other.append(loose);
}
function copied() {
  place.append(place.firstChild.cloneNode(true));
}
function parsed() {
  other.append(...Document.parseHTMLUnsafe('${shut('另一文档的封闭影子')}').body.childNodes);
}
function sanitised() {
  other.setHTML('${shut('放行的封闭影子')}', { sanitizer: {} });
}`,
  ),
  'manual-slots': page(
    '手工分派的插槽',
    '<div id="host"><p>甲</p><p>乙</p>丙</div><div id="late"><p>丁</p><p>戊</p></div>',
    `const slots = '<div><slot></slot></div><section><slot></slot></section>';
const root = host.attachShadow({ mode: 'open', slotAssignment: 'manual' });
root.innerHTML = slots;
const [first, second] = root.querySelectorAll('slot');
const [one, two, words] = host.childNodes;
first.assign(words, two);
function change() {
  first.assign(two);
  second.assign(one);
}
function changeAgain() {
  const three = document.createElement('p');
  three.textContent = '新来的';
  host.append(three);
  second.assign(three, one);
  const shut = late.attachShadow({ mode: 'closed', slotAssignment: 'manual' });
  shut.innerHTML = slots;
  shut.querySelector('section slot').assign(late.lastChild);
}
function move() {
  late.append(one);
  host.append(one);
}`,
  ),
};

/** Served as XHTML: there a page may hold sections of characters and words for other programs. */
export const xhtmlPage = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><title>XHTML 页</title>
<style type="text/css"><![CDATA[ body > #said { color: rgb(1, 2, 3) } ]]></style></head>
<body><h1>XHTML 页</h1><p id="said"><![CDATA[原样的字 <13800138000>]]></p>
<p id="labelled">姓名：<![CDATA[欧阳小明]]></p>
<div id="place"><?other words?></div><iframe id="inside" src="inner-leaf?inside"></iframe>
<script type="text/javascript">//<![CDATA[
const place = document.getElementById('place');
const said = document.getElementById('said');
function change() {
  said.firstChild.data = '改了的字 13900139000';
  said.insertBefore(document.createElement('b'), said.firstChild).textContent = '前面的';
  place.insertBefore(document.createElement('i'), place.firstChild).textContent = '更前面的';
  place.append(document.createCDATASection('后来的 13800138000'));
}
function changeAgain() {
  place.innerHTML = '<p id="deep"><![CDATA[深处的字]]' + '></p>';
  said.lastChild.remove();
}
//]]></script></body></html>`;
