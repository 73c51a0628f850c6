import { page } from './page.ts';

/** Rules and sheets that only the page's script knows of. */
export const stylePages: Record<string, string> = {
  rules: page(
    '脚本改样式',
    '<p id="inserted">插入的规则</p><p id="deleted">删除的规则</p><p id="linked">外链样式表的规则</p>' +
      '<p id="declared">改过的声明</p><p id="nested">条件组里的规则</p><p id="again">快照之后的规则</p>' +
      '<div id="host"></div>',
    `const sheet = document.getElementById('own').sheet;
const root = host.attachShadow({ mode: 'open' });
root.innerHTML = '<style>p { color: rgb(1, 1, 1) }</style><p>影子里的规则</p>';
function change() {
  sheet.insertRule('#inserted { color: rgb(10, 20, 30) }', sheet.cssRules.length);
  sheet.deleteRule(0);
  document.getElementById('linked-sheet').sheet.insertRule('#linked { color: rgb(11, 21, 31) }', 0);
  [...sheet.cssRules].find((rule) => rule.selectorText === '#declared').style.setProperty('color', 'rgb(12, 22, 32)');
  [...sheet.cssRules].find((rule) => rule.media).insertRule('#nested { color: rgb(13, 23, 33) }', 0);
  root.querySelector('style').sheet.insertRule('p { color: rgb(14, 24, 34) !important }', 0);
}
function changeAgain() {
  sheet.insertRule('#again { color: rgb(15, 25, 35) }', sheet.cssRules.length);
  [...sheet.cssRules].find((rule) => rule.selectorText === '#declared').style.color = 'rgb(16, 26, 36)';
}`,
    '<style id="own">#deleted { color: rgb(200, 0, 0) }\n#declared { color: rgb(0, 0, 1) }\n@media all { #none { color: red } }</style>' +
      '<link id="linked-sheet" rel="stylesheet" href="/fidelity/linked.css">',
  ),
  'nested-rules': page(
    '规则里的规则',
    '<div class="card"><p id="put">插入的</p><p id="gone">删除的</p><p id="set">设置的</p><p id="given">赋值的</p>' +
      '<p id="loose">成串的</p></div><p id="renamed">改了选择器</p><p id="moving">动画</p><p id="stepped">关键帧</p>' +
      '<p id="added">旧式加的</p><div id="host"></div>',
    `const sheet = document.getElementById('own').sheet;
const rule = (selector, of = sheet) => [...of.cssRules].find((each) => each.selectorText === selector);
const frames = (name) => [...sheet.cssRules].find((each) => each.name === name);
const root = host.attachShadow({ mode: 'open' });
root.innerHTML = '<p>影子里的</p>';
root.adoptedStyleSheets = [new CSSStyleSheet()];
root.adoptedStyleSheets[0].replaceSync('div, p { &:not(b) { color: rgb(1, 1, 1) } }');
function change() {
  rule('.card').insertRule('& #put { color: rgb(10, 20, 30) }', 0);
}
function changeMore() {
  const card = rule('.card');
  card.deleteRule([...card.cssRules].indexOf(rule('& #gone', card)));
  rule('& #set', card).style.setProperty('color', 'rgb(12, 22, 32)');
}
function changeAgain() {
  rule('& #given', rule('.card')).style.color = 'rgb(13, 23, 33)';
}
function changeLoose() {
  const [last] = [...rule('.card').cssRules].slice(-1);
  last.style.setProperty('color', 'rgb(14, 24, 34)');
}
function rename() {
  rule('#nobody').selectorText = '#renamed';
}
function addFrame() {
  frames('moves').appendRule('from, to { color: rgb(16, 26, 36) }');
}
function changeFrame() {
  frames('steps').cssRules[0].style.color = 'rgb(17, 27, 37)';
}
function dropFrame() {
  frames('moves').deleteRule('0%, 100%');
}
function addOld() {
  sheet.addRule('#added', 'color: rgb(19, 29, 39)');
}
function removeOld() {
  sheet.removeRule(sheet.cssRules.length - 1);
}
function changeAdopted() {
  root.adoptedStyleSheets[0].cssRules[0].cssRules[0].style.color = 'rgb(18, 28, 38)';
}`,
    '<style id="own">.card { & #gone { color: rgb(200, 0, 0) } & #set { color: rgb(0, 0, 1) } & #given { color: rgb(0, 0, 2) }' +
      ' & #none { color: red } color: rgb(0, 0, 3) }\n#nobody { color: rgb(15, 25, 35) }\n@keyframes moves { 50% { opacity: 1 } }' +
      '@keyframes steps { from { color: red } to { color: red } }\n' +
      '#moving { animation: moves 1000s step-end } #stepped { animation: steps 1000s step-end }</style>',
  ),
  adopted: page(
    '构造的样式表',
    '<p id="set">整组换上</p><p id="pushed">推入一张</p><p id="replaced">换了内容</p><div id="wide"></div><div id="shut"></div>',
    `const make = (css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); return sheet; };
const openRoot = wide.attachShadow({ mode: 'open' });
openRoot.innerHTML = '<p>开放的影子</p>';
const closedRoot = shut.attachShadow({ mode: 'closed' });
closedRoot.innerHTML = '<p>封闭的影子</p>';
function change() {
  const first = make('#set { color: rgb(20, 30, 40) } #replaced { color: rgb(0, 0, 2) }');
  document.adoptedStyleSheets = [first];
  document.adoptedStyleSheets.push(make('#pushed { color: rgb(21, 31, 41) }'));
  openRoot.adoptedStyleSheets = [make('p { color: rgb(22, 32, 42) }')];
  closedRoot.adoptedStyleSheets = [make('p { color: rgb(23, 33, 43) }')];
}
function changeAgain() {
  document.adoptedStyleSheets[0].replaceSync('#set { color: rgb(24, 34, 44) } #replaced { color: rgb(25, 35, 45) }');
  openRoot.adoptedStyleSheets[0].insertRule('p { color: rgb(26, 36, 46) }', 1);
}`,
  ),
  'made-fonts': page(
    '脚本装入的字体',
    '<p><span id="early">AAAA</span></p><p><span id="late">AAAA</span></p><p><span id="bytes">AAAA</span></p>' +
      '<iframe id="inside" src="/fidelity/made-font-inside"></iframe>',
    `let late;
async function change() {
  late = new FontFace('Late Font', 'url(box.ttf)', { weight: '400' });
  document.fonts.add(await late.load());
}
async function changeAgain() {
  document.fonts.delete(late);
  const bytes = await (await fetch('box.ttf')).arrayBuffer();
  document.fonts.add(await new FontFace('Font of bytes', bytes).load());
}`,
    '<style>span { font: 20px sans-serif } #early { font-family: "Early Font", sans-serif }' +
      ' #late { font-family: "Late Font", sans-serif } #bytes { font-family: "Font of bytes", sans-serif }</style>' +
      `<script>document.fonts.add(new FontFace('Early Font', 'url(/fidelity/box.ttf)'));</script>`,
  ),
  'made-font-inside': page(
    '框内的字体',
    '<p><span id="within">AAAA</span></p>',
    '',
    '<style>span { font: 20px "Inner Font", sans-serif }</style>' +
      `<script>document.fonts.add(new FontFace('Inner Font', 'url(box.ttf)'));</script>`,
  ),
  shadow: page(
    '影子树',
    '<div id="late">原有的内容</div><div id="shut"></div><div id="filled"></div>' +
      '<div id="declared"><template shadowrootmode="open"><p>声明的影子</p></template></div>' +
      '<article id="declared-closed"><template shadowrootmode="closed"><p>声明的封闭影子</p><slot></slot></template>插槽里的字</article>' +
      '<zw-card id="early"></zw-card>',
    `customElements.define('zw-card', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<p>组件的封闭影子</p>'; }
});
let kept;
function change() {
  late.attachShadow({ mode: 'open' }).innerHTML = '<p>后挂的影子</p><slot></slot>';
  kept = shut.attachShadow({ mode: 'closed' });
  kept.innerHTML = '<p>后挂的封闭影子</p>';
  const root = filled.attachShadow({ mode: 'open' });
  setTimeout(() => { root.innerHTML = '<div id="inner"></div>'; root.firstChild.attachShadow({ mode: 'open' }).innerHTML = '<p>影子里的影子</p>'; }, 50);
}
function changeAgain() {
  kept.querySelector('p').textContent = '封闭影子又变了';
  document.body.append(document.createElement('zw-card'));
}`,
  ),
};
