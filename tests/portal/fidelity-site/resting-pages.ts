import { page } from './page.ts';

/** What a page looks like once it rests: after what flew in, was scrolled along, was pointed at. */
export const restingPages: Record<string, string> = {
  animated: page(
    '动画',
    '<p id="shown" class="in">进来的字</p><p id="kept">留下的颜色</p><p id="bar">慢慢变长</p><i id="round">转</i>' +
      '<div id="host"></div><iframe id="inside" src="animated-inside"></iframe><div id="place"></div>',
    `host.attachShadow({ mode: 'open' }).innerHTML =
  '<style>@keyframes deep { from { opacity: 0 } } p { animation: deep 200ms }</style><p id="deep">影子里的</p>';
function change() {
  place.innerHTML = '<p id="late" class="in">后来的字</p>';
}`,
    `<style>
@keyframes in { from { opacity: 0; transform: translateY(30px) } }
@keyframes kept { to { color: rgb(1, 2, 3) } }
@keyframes grow { from { width: 0px } to { width: 1000px } }
@keyframes round { to { transform: rotate(1turn) } }
.in { animation: in 200ms both }
#shown::before { content: '新'; animation: in 200ms }
#kept { animation: kept 200ms forwards }
#bar { animation: grow 1000s linear both }
#round { display: block; animation: round 1s linear infinite }
</style>`,
  ),
  'looked-up-again': page(
    '一处一处看',
    '<div id="bar"></div><div id="host"><i id="put">插进来的</i></div><iframe id="inside" src="looked-up-inside"></iframe>' +
      '<button id="cover" onclick="lay()">盖上</button><button id="open" onclick="box.showModal()">打开</button> <button id="under">底下的按钮</button>' +
      '<dialog id="box"><input value="一"><button onclick="box.close()">关上</button></dialog><p style="height: 3000px"></p>',
    `host.attachShadow({ mode: 'open' }).innerHTML = '<style>:host(:hover) b, div:hover b { color: rgb(4, 5, 6) }</style>' +
  '<div id="part"><slot></slot><b id="deep">里面的</b></div>';
function lay() {
  const veil = document.createElement('div');
  veil.style = 'position: fixed; inset: 0';
  document.body.append(veil);
  setTimeout(() => veil.remove(), 1500);
}`,
    `<style>
@keyframes along { from { transform: scaleX(0) } to { transform: scaleX(1) } }
#bar { position: fixed; top: 0; left: 0; width: 100%; height: 4px; background: red;
  animation: along linear; animation-timeline: scroll(root) }
#under:hover, #cover:hover { color: rgb(1, 2, 3) }
#host:hover, #inside:hover { outline: 1px solid red }
</style>`,
  ),
  'looked-up-inside': page('框里', '<p id="p">指着的字</p>'),
  'moving-drawings': page(
    '会动的图',
    '<svg width="100" height="20"><rect id="grown" width="10" height="20"><animate attributeName="width" from="10" to="90" dur="200ms" fill="freeze"/></rect></svg>' +
      '<div id="place"></div><iframe id="inside" src="moving-inside"></iframe>',
    `function change() {
  place.innerHTML = '<svg width="100" height="20"><g><rect id="late" width="10" height="20"><set attributeName="width" to="70" begin="100ms"/></rect></g></svg>';
}`,
  ),
  'moving-inside': page(
    '框里会动的图',
    '<svg width="100" height="20"><rect id="within" width="10" height="20"><animate attributeName="width" from="10" to="50" dur="200ms" fill="freeze"/></rect></svg>',
  ),
  'animated-inside': page(
    '框里的动画',
    '<p id="p">框里的字</p>',
    '',
    '<style>@keyframes in { from { opacity: 0 } } p { animation: in 200ms }</style>',
  ),
  'held-looks': page(
    '脚本的动画之后',
    '<p id="gone">淡出的字</p><p id="moved">移开的字</p><p id="back">反着来的字</p><p id="wide">变宽的字</p><p id="short">还会变回来的字</p>' +
      '<input id="field" value=""><div id="host"></div><iframe id="inside" src="held-inside"></iframe>',
    `const root = host.attachShadow({ mode: 'closed' });
root.innerHTML = '<p id="deep">影子里的字</p>';
const hold = { duration: 100, fill: 'forwards' };
let fading;
function change() {
  fading = gone.animate([{ opacity: 1 }, { opacity: 0 }], hold);
  moved.animate({ transform: ['none', 'translateX(40px)'], backgroundColor: ['red', 'rgb(1, 2, 3)'] }, { ...hold, duration: 900 });
  back.animate([{ opacity: 0.25 }, { opacity: 1 }], { ...hold, direction: 'reverse' });
  wide.animate([{ width: '50%' }], { ...hold, fill: 'both' });
  short.animate([{ opacity: 0 }], { duration: 100 });
  field.animate([{ marginLeft: '30px' }], hold);
  root.getElementById('deep').animate([{ color: 'rgb(4, 5, 6)' }], hold);
  inside.contentWindow.fade();
  document.body.append('变了');
}
function changeAgain() {
  fading.cancel();
  moved.animate([{ transform: 'translateX(7px)' }], hold);
  document.body.append('又变了');
}`,
  ),
  'held-inside': page(
    '框里的动画之后',
    '<p id="p">框里的字</p>',
    "function fade() { p.animate([{ opacity: 0.5 }], { duration: 50, fill: 'forwards' }); document.body.append('框里变了') }",
  ),
  'scrolled-together': page(
    '一起滚动的表',
    '<div id="head"><p></p></div><div id="side"><p></p></div><div id="main"><p></p></div><div id="host"></div>',
    `const root = host.attachShadow({ mode: 'open' });
root.innerHTML = '<style>div { width: 100px; height: 60px; overflow: auto } p { width: 900px; height: 900px; margin: 0 }</style>' +
  '<div id="one"><p></p></div><div id="two"><p></p></div>';
main.addEventListener('scroll', () => {
  head.scrollLeft = main.scrollLeft;
  side.scrollTop = main.scrollTop;
});
async function change() {
  for (const left of [10, 20, 30]) {
    main.scrollTo(left, left * 2);
    for (const id of ['one', 'two']) root.getElementById(id).scrollTop = left;
    await new Promise((go) => setTimeout(go, 40));
  }
}`,
    '<style>body > div { width: 100px; height: 60px; overflow: auto } p { width: 900px; height: 900px; margin: 0 }</style>',
  ),
  'late-letters': page(
    '字体来得晚',
    '<p id="letters">AAAA</p><div id="long">长长的页</div>',
    '',
    `<style>
@font-face { font-family: Boxes; src: url(/fidelity/box.ttf) }
#letters { font: 200px Boxes, monospace; line-height: normal }
#long { height: 3000px }
</style>`,
  ),
  'embedded-boxes': page(
    '嵌入的框',
    '<div id="table"><p>用对象量大小的表</p><object id="sensor" type="text/html" data="about:blank" tabindex="-1"></object></div>' +
      '<embed id="paper" class="paper" type="application/pdf" src="paper.pdf" width="50%" height="120"><p id="after">后面的字</p>' +
      '<canvas id="drawn" width="90" height="40"></canvas><canvas id="block" class="paper" width="70" height="20"></canvas>' +
      '<canvas id="wide" class="half" width="200" height="50">浏览器不支持画布</canvas><p id="last">最后的字</p>',
    `sensor.style.cssText = 'display: block; position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; z-index: -1';
function change() {
  drawn.style.marginTop = '5px';
  drawn.height = 60;
}`,
    '<style>#table { position: relative } .paper { display: block } .half { width: 50% }</style>',
  ),
  focused: page(
    '键盘在哪里',
    '<div id="around"><input id="field"><p id="menu">输入时打开的菜单</p></div><input id="other"><button id="go">按钮</button>' +
      '<button id="next">下一个</button><iframe id="inside" src="focused-inside"></iframe>',
    '',
    `<style>
#field:focus { color: rgb(1, 2, 3) }
#menu { display: none }
#around:focus-within #menu { display: block }
#other:not(:focus) { color: rgb(4, 5, 6) }
#go:focus:not(:focus-visible) { color: rgb(7, 8, 9) }
#go:focus-visible { color: rgb(10, 11, 12) }
</style>`,
  ),
  'focused-inside': page(
    '框里的键盘',
    '<input id="field">',
    '',
    '<style>#field:focus { color: rgb(13, 14, 15) }</style>',
  ),
  pointed: page(
    '鼠标停在哪里',
    '<div id="first">第一项</div><div id="second">第二项</div><div id="opener" onclick="cover()">打开</div>',
    `cover = () => document.body.insertAdjacentHTML('beforeend', '<p id="over" onclick="this.remove()">盖在上面</p>');`,
    '<style>div { height: 40px } :is(div, p):hover { color: rgb(1, 2, 3) } #over { position: fixed; inset: 0; margin: 0 }</style>',
  ),
  'pointed-late': page(
    '字体来了往下移',
    '<p id="letters">AAAA</p><div id="first">第一项</div><div id="second">第二项</div><div id="third">第三项</div>',
    '',
    `<style>
@font-face { font-family: Boxes; src: url(/fidelity/box.ttf) }
#letters { font: 200px Boxes, monospace; line-height: normal; margin: 0 }
div { height: 20px }
div:hover { color: rgb(1, 2, 3) }
</style>`,
  ),
  'pointed-inside': page(
    '鼠标在框里',
    '<div class="around"><iframe id="inside" src="pointed-frame"></iframe></div><div class="around" id="host"></div>',
    `host.attachShadow({ mode: 'open' }).innerHTML = '<button>影子里的按钮</button>';`,
    '<style>.around:hover { color: rgb(1, 2, 3) }</style>',
  ),
  'pointed-frame': page(
    '框里',
    '<div id="item">框里的一项</div>',
    '',
    '<style>div:hover { color: rgb(4, 5, 6) }</style>',
  ),
};
