import { page } from './page.ts';

export const targetCss =
  '#around:target-within { outline: 1px solid rgb(1, 2, 3) } .part:target { text-decoration: underline }';

/** A component that says of itself whether it is on, to the page's sheet and to its own. */
const switchScript = (
  red: number,
) => `<style>zw-switch:state(on) { color: rgb(${red}, ${red + 10}, ${red + 20}) }</style><script>
const sheet = new CSSStyleSheet();
sheet.replaceSync(':host(:state(on)) p { text-decoration: underline }');
customElements.define('zw-switch', class extends HTMLElement {
  states = this.attachInternals().states;
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = '<p><slot></slot></p>';
    root.adoptedStyleSheets = [sheet];
  }
  connectedCallback() {
    if (this.className) this.set(this.className);
  }
  set(state) {
    if (state) this.states.add(state);
    else this.states.clear();
  }
});
</script>`;

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
  'written-links': page(
    '样式按链接怎么写来区分',
    '<p><a id="file" href="../files/办事指南.pdf">办事指南</a> <a id="away" href="https://elsewhere.example/">外站</a>' +
      '<a id="near" href="/fidelity/target">本站</a> <a id="top" href="#" target="_blank">页首</a>' +
      '<a id="kept" href="x.doc" download>表格</a> <a id="mine" href="?idcard=370602199001011234">我的</a></p>',
    'function change() { near.href = "b.pdf"; near.target = "_blank"; file.href = "c.html"; kept.removeAttribute("download") }',
    '<style>a { letter-spacing: normal } a[href$=".pdf"] { color: rgb(1, 2, 3) } a[href^="http"] { letter-spacing: 2px }' +
      'a[href="#"] { font-style: italic } a[target=_blank] { text-indent: 3px } a[download] { word-spacing: 4px }' +
      'a[href^="?idcard="] { text-indent: 5px }</style>',
  ),
  'custom-states': page(
    '组件自己的状态',
    '<zw-switch id="early" class="on">一来就开</zw-switch><zw-switch id="later">后来才开</zw-switch><div id="place"></div>' +
      '<iframe id="inside" src="/fidelity/state-inside"></iframe>',
    '',
    `${switchScript(60)}<script>
function change() {
  later.set('on');
  const made = document.createElement('zw-switch');
  made.id = 'made';
  made.set('on');
  made.set('busy now');
  window.made = made;
}
function add() {
  place.append(made);
}
function changeAgain() {
  early.set();
  made.set();
  document.getElementById('inside').contentDocument.querySelector('zw-switch').set('on');
}
</script>`,
  ),
  'judged-fields': page(
    '填得对不对',
    '<form id="form"><input id="code" pattern="[a-z]{3}-[a-z]{3}" value="abc-def"><input id="mail" type="email" required>' +
      '<select id="kind" required><option value="">请选择</option><option>甲</option></select>' +
      '<input id="asked" required><input id="odd"><input id="many" type="number" max="9"><b id="wait">下一步</b></form>' +
      '<form id="empty"><input><b>另一步</b></form><iframe id="inside" src="/fidelity/judged-inside"></iframe>',
    `odd.addEventListener('input', () => odd.setCustomValidity(odd.value === '好' ? '' : '不好'));
function change() {
  kind.selectedIndex = 1;
  code.value = 'abc';
  inside.contentWindow.within.value = 'a-b';
}`,
    `<style>
input:invalid, select:invalid { color: rgb(30, 40, 50) }
input:valid, select:valid { color: rgb(60, 70, 80) }
input[type=number] { letter-spacing: 3px; width: 90px }
input[type="text"] { letter-spacing: 7px }
input:user-invalid { text-decoration: underline }
input:user-valid { text-decoration: overline }
form:invalid b { display: none }
form:has(#code:not(:valid)) { outline: 1px solid rgb(1, 2, 3) }
</style>`,
  ),
  'judged-inside': page(
    '框里填得对不对',
    '<input id="within" pattern="[a-z]-[a-z]">',
    '',
    '<style>:invalid { color: rgb(30, 40, 50) } input:valid { color: rgb(60, 70, 80) }</style>',
  ),
  'focused-at-once': page(
    '一来就得到焦点',
    '<button id="ask" onclick="ask_()">询问</button><div id="place"></div>' +
      '<button id="check" onclick="setTimeout(() => done.focus(), 1200)">校验</button><button id="done">知道了</button><button id="next">下一步</button>',
    `function ask_() {
  place.innerHTML = '<p>确定吗</p><button id="no">取消</button>';
  document.getElementById('no').focus();
}`,
    '<style>#no:focus { color: rgb(1, 2, 3) }</style>',
  ),
  'held-down': page(
    '按住不放',
    '<div id="rail"><b id="handle">拖动</b></div><label id="label"><input type="checkbox" id="box">同意</label><div id="host"></div><iframe id="inside" src="/fidelity/held-down-inside"></iframe>',
    `host.attachShadow({ mode: 'open' }).innerHTML =
  '<style>:host(:active) p { color: rgb(4, 5, 6) }</style><p id="deep">里面</p>';`,
    `<style>
#rail:active { outline: 1px solid rgb(1, 2, 3) }
#handle:active, #label input:active { scale: 1.5 }
</style>`,
  ),
  'full-screen': page(
    '全屏查看',
    '<div id="moved"><div id="panel">办件一览 <button id="in" onclick="panel.requestFullscreen()">全屏</button><button id="out" onclick="document.exitFullscreen()">退出</button></div></div><p id="over">盖在上面</p>',
    'function change() { over.textContent = "又改了" }',
    `<style>
#moved { transform: translate(60px, 80px); overflow: hidden; width: 300px; height: 60px }
#panel { width: 280px; height: 40px; border: 2px solid; color: rgb(1, 2, 3) }
#panel:fullscreen { color: rgb(4, 5, 6); padding: 9px }
#over { position: fixed; inset: 0 0 auto 0; z-index: 99; background: #eee }
</style>`,
  ),
  'held-down-inside': page(
    '框里按住不放',
    '<p id="within">框里的</p>',
    '',
    '<style>#within:active { color: rgb(7, 8, 9) }</style>',
  ),
  'state-inside': page('框里的组件', '<zw-switch id="within">框里的</zw-switch>', '', switchScript(70)),
  'target-inside': page(
    '框里的地址',
    '<a href="#last">最后</a><p id="first">第一</p><p id="last">最后一段</p>',
    '',
    '<style>p:target { color: rgb(50, 60, 70) }</style>',
  ),
};
