import { page } from './page.ts';

const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, n) =>
      `<tr>${['编号', '事项', '部门', '状态'].map((name) => `<td>${name}${n + 1}</td>`).join('')}</tr>`,
  ).join('');

/** What a page's content may be made of. */
export const contentPages: Record<string, string> = {
  values: page(
    '脚本填值',
    '<form><input id="text" aria-label="文字"><input id="box" type="checkbox"><input id="one" type="radio" name="r" value="1" checked>' +
      '<input id="two" type="radio" name="r" value="2"><textarea id="area"></textarea><input id="day" type="date">' +
      '<select id="by-value"><option value="">请选择</option><option value="a">甲</option><option value="b">乙</option></select>' +
      '<select id="by-index"><option value="">请选择</option><option value="a">甲</option><option value="b">乙</option></select>' +
      '</form><div id="wide"></div><div id="shut"></div>',
    `const field = '<input id="inner"><input id="inner-box" type="checkbox">';
wide.attachShadow({ mode: 'open' }).innerHTML = field;
const kept = shut.attachShadow({ mode: 'closed' });
kept.innerHTML = field;
function change() {
  text.value = '八个字的内容在此';
  box.checked = true;
  two.checked = true;
  area.value = '两行\\n文字';
  day.value = '2026-03-01';
  document.getElementById('by-value').value = 'b';
  document.getElementById('by-index').selectedIndex = 1;
  for (const root of [wide.shadowRoot, kept]) {
    root.getElementById('inner').value = '影子里的值';
    root.getElementById('inner-box').checked = true;
  }
}`,
  ),
  reopened: page(
    '将被改写的页',
    '<p>原先的内容</p>',
    `function change() {
  document.open();
  document.write('<!DOCTYPE html><html><head><title>改写后的页</title></head><body><h1>改写后的页</h1><input id="after" aria-label="改写后的字段"><button id="more">继续</button><p id="out"></p><div id="host"></div></body></html>');
  document.close();
  more.onclick = () => { out.textContent = '改写之后还在记录'; after.value = '四字之值'; };
}`,
  ),
  controls: page(
    '原生控件',
    '<label>居住区<select id="district"><option value="">请选择</option><option value="n">北区</option><option value="s">南区</option></select></label>' +
      '<label>办理日期<input id="day" type="date"></label><label>人数<input id="count" type="range" min="0" max="10" value="5"></label>' +
      '<label>标记色<input id="colour" type="color" value="#000000"></label><label>预约时间<input id="time" type="time"></label>' +
      '<div id="note" contenteditable="true" aria-label="补充说明" role="textbox">请写在这里</div>' +
      '<ul><li id="around" onclick="this.className = 1">意见：<span id="bare" contenteditable="true" style="display: inline-block; min-width: 80px"></span></li></ul><button>离开</button>',
  ),
  canvas: page(
    '画出来的内容',
    '<canvas id="plain" width="300" height="120" aria-label="积分走势图"></canvas><canvas id="gl" width="200" height="100" title="办件地图"></canvas>' +
      '<canvas id="tiny" width="10" height="10"></canvas>' +
      '<video id="film" width="200" height="120" title="办理演示"></video>' +
      '<object id="paper" data="/fidelity/paper.pdf" type="application/pdf" width="300" height="160" title="办事指南"></object>',
    `const paint = plain.getContext('2d');
paint.fillStyle = 'rgb(200, 30, 40)';
paint.fillRect(0, 0, 300, 120);
const gl3 = gl.getContext('webgl');
if (gl3) { gl3.clearColor(0, 0.4, 0.8, 1); gl3.clear(gl3.COLOR_BUFFER_BIT); }`,
  ),
  dialog: page(
    '对话框与折叠',
    '<details id="fold"><summary>受理条件</summary><p>展开后的内容</p></details>' +
      '<dialog id="modal"><p>请确认信息</p><form method="dialog"><button>确定</button></form></dialog>' +
      '<style>#hover:hover { color: rgb(50, 60, 70) } #hover { color: rgb(1, 2, 3) }</style><a id="hover" href="#x">悬停的链接</a>',
    `function change() { modal.showModal(); fold.open = true; }
function changeAgain() { modal.close(); fold.open = false; }`,
  ),
  table: page('很大的表', `<table><tbody>${rows(5000)}</tbody></table>`),
  mixed: page(
    '什么都有一点',
    '<!-- 一句注释 -->\n  <p>  前后有空白  <b>粗</b> <i>斜</i>  </p>\n<pre>  原样\n  保留</pre>' +
      '<svg width="40" height="40" viewBox="0 0 40 40"><defs><linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient></defs>' +
      '<g fill="url(#g)"><circle cx="20" cy="20" r="10"/><use href="#x" xlink:href="#x"/></g><foreignObject width="9" height="9"><p>图里的字</p></foreignObject><a href="/page/help"><text>链接</text></a></svg>' +
      '<table background="/static/banner.svg" border="1"><caption>标题</caption><thead><tr><th colspan="2">头</th></tr></thead><tbody><tr><td background="/x.png">格</td></tr></tbody></table>' +
      '<select><optgroup label="组"><option value="1" selected>一</option><option value="2">二</option></optgroup></select>' +
      '<details open><summary>折叠</summary><p>内容</p></details><iframe src="/fidelity/leaf" width="200" height="80"></iframe>' +
      '<iframe srcdoc="<p>内嵌的文档</p>"></iframe><img src="/static/emblem.svg" srcset="/static/banner.svg?large 2x" alt="徽" loading="lazy">' +
      '<picture><source srcset="/static/banner.svg"><img src="/static/emblem.svg"></picture><a href="../page/help?x=1#y">相对地址</a><a href="">空地址</a>' +
      '<form action="/search"><label for="q">找</label><input id="q" name="q" value="初值" placeholder="提示"><input type="hidden" name="t" value="秘"><textarea>\n多行\n</textarea><button disabled>按</button></form>' +
      '<template><p>模板</p></template><noscript>无脚本</noscript><custom-thing a="1">自定义</custom-thing><meter value="3" max="9"></meter><progress value="1" max="3"></progress>' +
      '<div class="html2canvas-container">不记</div><p style="color:red;background:url(/x.png)">行内样式</p><dialog open>对话</dialog><video controls></video><hr><br>',
    '',
    '<style>p { color: rgb(9, 9, 9) }\n/* 注 */ @media print { p { color: red } }</style><link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/fidelity/linked.css"><meta name="keywords" content="a"><base target="_self">',
  ),
  leaf: page('内层的页', '<p>内层的内容</p>'),
};
