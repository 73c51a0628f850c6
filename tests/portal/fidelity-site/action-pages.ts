import { page } from './page.ts';

const box = (name: string) => `<label>${name}<input type="checkbox" id="box"></label>`;
const inRoot =
  `${box('本人办理')}<select id="way" aria-label="领取方式"><option>自取</option><option value="post">邮寄</option></select>` +
  '<label>是<input type="radio" name="yes" id="yes"></label><input id="words" aria-label="备注"><input type="file" id="file" aria-label="材料">' +
  '<button id="go" type="button">提交</button>';

/** Pages on which what a person does is easily lost. */
export const actionPages: Record<string, string> = {
  'opens-closing': page(
    '打开会自己关掉的窗口',
    '<button id="open" onclick="window.open(\'/fidelity/closing\', \'_blank\', \'width=500,height=400\')">选择单位</button><p id="chosen"></p>',
  ),
  closing: page(
    '选好就关',
    '<label>单位名称<input id="unit"></label><button id="done" onclick="window.close()">选定并关闭</button>',
    'unit.onkeydown = (event) => { if (event.key === "Enter") window.close(); };',
  ),
  layer: page(
    '弹层里按回车',
    '<button id="open" onclick="show()">打开弹层</button><div id="place"></div>',
    `function show() { place.innerHTML = '<iframe id="layer" src="/fidelity/layer-inside"></iframe>'; }
function closeLayer() { place.textContent = '弹层关了'; }`,
  ),
  'layer-inside': page(
    '弹层里',
    '<label>验证内容<input id="code"></label>',
    'code.onkeydown = (event) => { if (event.key === "Enter") parent.closeLayer(); };',
  ),
  'in-roots': page(
    '组件里的表单',
    '<open-form id="open"></open-form><closed-form id="closed"></closed-form>',
    `const make = (name, mode) => customElements.define(name, class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode }).innerHTML = '${inRoot}'; }
});
make('open-form', 'open');
make('closed-form', 'closed');`,
    '<style>open-form, closed-form { display: block; width: 1000px; height: 60px }</style>',
  ),
  stopping: page(
    '窗口上拦下事件',
    `${box('已阅读')}<input id="words" aria-label="姓名拼音"><button id="go" type="button">下一步</button><p id="heard"></p>`,
    '',
    `<script>for (const kind of ['click', 'input', 'change', 'focusout', 'keydown', 'pointerdown', 'pointerup'])
  addEventListener(kind, (event) => event.stopPropagation(), true);</script>`,
  ),
  'on-down': page(
    '按下就变',
    '<ul id="list" style="width:200px"><li id="one" onmousedown="list.style.display = \'none\'; said.textContent = \'选了失业登记\'">失业登记</li></ul>' +
      '<div id="gone" style="width:200px;cursor:pointer" onmousedown="this.remove(); said.textContent = \'展开了\'">展开更多</div>' +
      '<p id="said"></p><p>办理须知正文</p>',
  ),
  // Long after anybody did anything.
  'written-by-script': page(
    '脚本代写',
    '<input id="words" aria-label="脚本写的"><div id="rich" contenteditable aria-label="脚本写的文章">文章</div>' +
      '<input id="spoken" aria-label="说出来的"><input id="pad" aria-label="点出来的"><button id="key" onclick="put(pad)">7</button>',
    `const put = (at) => {
  at.focus();
  document.execCommand('insertText', false, '7');
};
setTimeout(() => {
  put(words);
  put(rich);
  document.activeElement.blur();
}, 9000);`,
  ),
  labels: page(
    '按钮里有脚本',
    '<div id="mixed" onclick="said.textContent = 1" style="width:200px">请确认<script>var token = "abc";</script><style>#x { color: red }</style></div>' +
      '<div id="own" role="button" tabindex="0" onkeydown="if (event.key === \' \') said.textContent = 2">展开说明</div>' +
      '<button id="plain" onclick="said.textContent = 3">查询</button><p id="said"></p>' +
      '<form onsubmit="said.textContent = 4; return false"><input id="find" aria-label="关键词"><button>搜索</button></form>' +
      '<a id="link" href="/page/about">另开一页</a>',
  ),
  entered: page(
    '用回车键',
    '<a id="way" href="#there" onclick="said.textContent += 1">办事指南</a>' +
      '<form onsubmit="said.textContent += 3; return false"><input id="word" aria-label="关键词"><input id="send" type="submit" value="搜索"></form>' +
      '<form onsubmit="said.textContent += 5; return false"><input id="other" aria-label="编号"><input id="image" type="image" alt="查找"></form>' +
      '<input id="plain" type="button" value="重新选择" onclick="said.textContent += 2">' +
      '<details><summary id="more" onclick="said.textContent += 4">更多条件</summary>没有了</details>' +
      '<a id="kept" href="#there" onkeydown="event.preventDefault(); said.textContent += 6">另一件事</a><p id="said"></p>',
  ),
};
