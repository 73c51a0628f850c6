import { page } from './page.ts';

const field = (name: string) => `<label>${name}<input name="${name}" aria-label="${name}"></label>`;

/** Pages that break what reads them, and pages that are slow to come. */
export const troublePages: Record<string, string> = {
  clobbered: page(
    '字段盖住属性',
    `<form id="flow" name="title">${['nodeType', 'firstChild', 'tagName', 'localName', 'nextSibling'].map(field).join('')}<p>第一张表</p></form>` +
      '<p id="between">表间的文字</p>' +
      `<form id="child">${['parentNode', 'childNodes', 'prefix', 'parentElement'].map(field).join('')}<button type="button" id="go">办理</button></form>` +
      '<form id="later"><p>后来的字段</p></form><p id="last">最后的文字</p>',
    `go.onclick = () => {
  const line = document.createElement('p');
  line.id = 'added';
  line.textContent = '加在表里的文字';
  child.append(line);
  flow.setAttribute('class', 'changed');
  later.insertAdjacentHTML('beforeend', '<input id="late" name="parentNode"><input name="nodeType" aria-label="晚来的">');
  setTimeout(() => { later.insertAdjacentHTML('beforeend', '<p id="after">更晚的文字</p>'); between.remove(); }, 100);
};`,
  ),
  'hidden-words': page(
    '盖住属性的表里有号码',
    '<form><input type="hidden" name="nodeType"><input type="hidden" name="firstChild"><p>申请人手机 13912345678</p></form>' +
      '<form><input type="hidden" name="nextSibling"><p>经办人手机 13812345679</p></form><p>家人手机 13712345670</p>',
  ),
  breaking: page(
    '记不下来的变化',
    '<p id="kept">起初的文字</p><div id="place"></div>',
    `function change() { place.innerHTML = '<form id="odd"><input name="getAttribute"></form>'; kept.textContent = '出错时的文字'; }
function mend() { place.textContent = '恢复之后的文字'; }`,
  ),
  'breaking-held': page(
    '攒着的变化记不下来',
    '<p id="kept">起初的文字</p><div id="place"></div><table><tbody id="rows"></tbody></table>',
    `function change() {
  const fill = (turn) => {
    rows.innerHTML = Array.from({ length: 3000 }, (_, n) => '<tr><td>' + n + '</td><td>第' + n + '项</td><td>第' + turn + '次</td></tr>').join('');
  };
  for (let turn = 0; turn < 4; turn += 1) setTimeout(fill, turn * 150, turn);
  setTimeout(() => { place.textContent = '攒着'; }, 1100);
  setTimeout(() => { place.innerHTML = '<form id="odd"><input name="getAttribute"></form>'; kept.textContent = '出错时的文字'; }, 1200);
}
function mend() { place.textContent = '恢复之后的文字'; }`,
  ),
  control: page(
    '安全控件',
    '<object id="active" classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000" codebase="/fidelity/control.cab" width="300" height="60">' +
      '<param name="x" value="1"><p>请安装安全控件后刷新页面</p></object>' +
      '<object id="typed" type="application/x-itst-activex"><a href="/fidelity/form.docx">下载控件</a></object>' +
      '<object id="paper" data="/fidelity/paper.pdf" type="application/pdf" width="300" height="160"><p>不能显示文件</p></object>',
  ),
  switches: page(
    '切换的样式',
    '<p id="day">日常的字</p><p id="elder">长者的字</p>',
    `const other = document.querySelector('link');
function change() { own.sheet.disabled = true; other.disabled = true; other.disabled = false; }
function changeAgain() { own.disabled = false; other.disabled = true; }`,
    '<style id="own">#day { color: rgb(40, 50, 60) }</style><link rel="alternate stylesheet" title="长者版" href="/fidelity/elder.css">',
  ),
  repainted: page(
    '满页换色',
    '<p id="word">换色的字</p>',
    `function change() { for (const rule of own.sheet.cssRules) rule.style.color = 'rgb(30, 40, 50)'; }`,
    `<style id="own">${Array.from({ length: 60 }, (_, n) => `.r${n}`).join(' { color: red }\n')} { color: red }\n#word { color: rgb(1, 2, 3) }</style>`,
  ),
  chosen: page(
    '选出来的图',
    '<picture><source srcset="/fidelity/wide.svg"><img id="one" src="/fidelity/dot.svg"></picture>' +
      '<img id="two" src="/fidelity/dot.svg" srcset="/fidelity/wide.svg 1x"><img id="three" src="/fidelity/dot.svg">' +
      '<svg width="60" height="60"><use id="sign" href="/fidelity/icons.svg#sign"></use></svg><p><span id="letters">AA</span></p>',
    'function change() { three.srcset = "/fidelity/wide.svg 1x"; }',
    '<style>@font-face { font-family: box; src: url(/fidelity/box.ttf) } #letters { font: 20px box }</style>',
  ),
  flooded: page(
    '几千行一起来',
    '<div id="place"></div>',
    `function change() {
  const row = (n) => '<tr><td>' + n + '</td><td>第' + n + '项</td><td>已受理</td><td>' + (n === 2 ? '<a href="#2">欧阳若兰</a>' : '-') + '</td></tr>';
  place.innerHTML = '<table><thead><tr><th>序号</th><th>事项</th><th>状态</th><th>姓名</th></tr></thead><tbody id="rows"></tbody></table>';
  rows.innerHTML = Array.from({ length: 3000 }, (_, n) => row(n)).join('');
  document.body.insertAdjacentHTML('afterbegin', '<div class="el-message el-message--error" role="alert">欧阳若兰的申请提交失败</div>');
  setTimeout(() => { for (const each of [...rows.children]) if (each.rowIndex % 3 === 0) each.cells[2].textContent = '已退回'; }, 5);
  setTimeout(() => { rows.lastElementChild.remove(); rows.prepend(rows.children[1500]); rows.insertAdjacentHTML('beforeend', row('后来的')); }, 12);
}`,
  ),
  drawn: page(
    '画在布上的',
    '<canvas id="small" width="100" height="38" aria-label="走势缩图"></canvas><div id="host"></div>' +
      '<canvas id="pad" width="300" height="100" aria-label="进度盘" style="border:1px solid"></canvas>',
    `host.attachShadow({ mode: 'open' }).innerHTML = '<canvas width="120" height="60" aria-label="影子里的图"></canvas>';
pad.onpointerup = () => { const paint = pad.getContext('2d'); paint.fillStyle = 'rgb(200, 30, 40)'; paint.fillRect(0, 0, 300, 100); };`,
  ),
};

/** A page whose parser waits for a script at the end of its body. */
export const slowPage = page(
  '来得慢的页',
  '<button id="go" onclick="document.getElementById(\'out\').textContent = \'加载时点了一下\'">办理</button><p id="out"></p>' +
    '<script src="/fidelity/slow.js"></script><p id="rest">后来的部分</p>',
);

const drawing = (side: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="20"><rect width="${side}" height="20"/></svg>`;
/** Files that these pages use. */
export const troubleFiles: Record<string, string> = {
  'wide.svg': drawing(200),
  'dot.svg': drawing(10),
  'icons.svg':
    '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="sign" viewBox="0 0 40 40"><rect width="40" height="40"/></symbol></svg>',
};
