import { page } from './page.ts';

const bare = '<p id="p">没有文档类型</p>';
/** No standards: of such a document type browsers know that its page is older than they are. */
/** What pages show until the picture proper has come. */
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const drawn = (width: number, height: number) =>
  `data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22${width}%22 height=%22${height}%22/%3E`;
const square = (size: number) => drawn(size, size);
/** A picture cut into cells, as pages were laid out once. */
const sliced =
  '<table id="cells" cellspacing="0" cellpadding="0"><tr><td><img width="50" height="20" src="/static/banner.svg" alt="图"></td></tr></table>';
const oldType = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">';

/** What a page shows beside its texts: captions, letters, measures, icons, layers. */
export const shownPages = (origins: { department: string }): Record<string, string> => ({
  captions: page(
    '按钮上的字',
    '<input type="button" id="code" value="获取验证码"><input type="submit" id="go" value="下一步">' +
      '<input type="reset" id="clear" value="重置"><input id="typed">',
    `function change() {
  code.value = '59秒后重新获取';
  document.getElementById('go').setAttribute('value', '提交申请');
  document.getElementById('clear').value = '清空所有';
}
function changeAgain() {
  code.value = '已发送至13800138000';
  document.getElementById('clear').dispatchEvent(new Event('change', { bubbles: true }));
  typed.value = '五个字的值';
  typed.type = 'button';
}`,
  ),
  'own-letters': page(
    '没有定字体的页',
    '<iframe id="bare" src="bare-letters"></iframe><iframe id="own" src="given-letters"></iframe>' +
      '<iframe id="starred" src="starred-letters"></iframe>',
  ),
  'bare-letters': page('没有样式', '<p>框里的字</p>'),
  'given-letters': page('自己的字体', '<p>字</p>', '', '<style>body { font-size: 21px }</style>'),
  'starred-letters': page('全体', '<p>字</p>', '', '<style>* { font-size: 22px }</style>'),
  measures: page(
    '进度',
    '<progress id="bar" max="100" value="10"></progress><progress id="begun" max="100"></progress>' +
      '<meter id="meter" max="10" value="2"></meter><ol><li id="third" value="3">第三</li></ol>',
    `function change() {
  bar.value = 70;
  begun.value = 50;
  meter.value = 8;
  third.value = 9;
}`,
  ),
  'moved-host': page(
    '搬动的组件',
    '<div id="from"></div><div id="to"></div>',
    `customElements.define('zw-inner', class extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = '<p>头</p><div><slot></slot></div><i>尾</i>';
  }
});
customElements.define('zw-outer', class extends HTMLElement {
  root = this.attachShadow({ mode: 'open' });
  connectedCallback() {
    this.root.innerHTML = '<p>外</p><zw-inner>甲<b>乙</b>丙</zw-inner><i>外尾</i>';
  }
});
function change() {
  from.innerHTML = '<zw-outer id="host"></zw-outer>';
}
function changeAgain() {
  to.append(document.getElementById('host'));
}`,
  ),
  icons: page(
    '图标',
    '<svg width="30" height="30" viewBox="0 0 10 10"><defs><g id="square"><rect width="10" height="10"/></g>' +
      '<g id="dot"><circle r="2" cx="2" cy="2"/></g></defs><use id="changed" xlink:href="#square"/><use id="given"/></svg>',
    `const xlink = 'http://www.w3.org/1999/xlink';
function change() {
  changed.setAttributeNS(xlink, 'xlink:href', '#dot');
  given.setAttributeNS(xlink, 'href', '#dot');
}
function changeAgain() {
  changed.removeAttributeNS(xlink, 'href');
}`,
  ),
  'old-frames': `${oldType}<title>旧式的框架页</title><p>旧</p><iframe id="early" src="typeless"></iframe><div id="place"></div><script>
function change() {
  place.innerHTML = '<iframe id="late" src="typeless"></iframe><iframe id="other" src="${origins.department}/fidelity/typeless"></iframe>' +
    '<iframe id="strict" src="bare-letters"></iframe><iframe id="written"></iframe>';
  const doc = document.getElementById('written').contentDocument;
  doc.open();
  doc.write('<p id="p">写出来的</p>');
  doc.close();
}
</script>`,
  typeless: `<title>没有文档类型</title>${bare}`,
  'nearly-standard': `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><title>差一点合标准</title>${sliced}
<iframe id="inside" src="nearly-standard-inside"></iframe><iframe id="strict" src="sliced"></iframe><iframe id="old" src="sliced-typeless"></iframe>
<div id="place"></div><script>
function change() {
  place.innerHTML = '<iframe id="late" src="nearly-standard-inside"></iframe>';
}
</script></html>`,
  'nearly-standard-inside': `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">${sliced}`,
  sliced: `<!DOCTYPE html>${sliced}`,
  'sliced-typeless': `<html xmlns="http://www.w3.org/1999/xhtml">${sliced}`,
  'small-pictures': page(
    '写在页里的小图',
    `<img id="dot" src="${dot}"><img id="icon" src="${square(7)}"><img id="late" src="${dot}"><p id="back" style="background: url('${square(5)}')">字</p>`,
    `function change() {
  late.src = ${JSON.stringify(square(9))};
  back.style.backgroundImage = 'url("' + ${JSON.stringify(square(3))} + '")';
}`,
    `<style>#icon { border: 1px solid } body { background: url("${square(2)}") }</style>`,
  ),
  'unkept-pictures': page(
    '不留下的图片',
    `<img id="card" class="photo" src="${drawn(90, 30)}"><img id="sided" class="photo" src="${drawn(20, 60)}" width="40"><img id="anew" class="photo" src="${drawn(10, 10)}"><div id="place"></div>`,
    `function change() {
  anew.src = ${JSON.stringify(drawn(60, 20))};
  place.innerHTML = '<img id="late" class="photo" src="late-photo.svg">';
}`,
    '<style>img { display: block } #card, #late { width: 200px; height: auto }</style>',
  ),
  'early-adopters': page(
    '早早用上样式表的组件',
    '<zw-early id="first"></zw-early><div id="place"></div>',
    `const shared = new CSSStyleSheet();
shared.replaceSync('p { color: rgb(1, 2, 3) }');
customElements.define('zw-early', class extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [shared];
    root.innerHTML = '<p>影子里的字</p>';
  }
});
function add() {
  const late = document.createElement('zw-early');
  late.id = 'second';
  place.append(late);
}
function change() {
  shared.replaceSync('p { color: rgb(9, 8, 7) }');
}
function changeAgain() {
  shared.cssRules[0].style.color = 'rgb(14, 4, 4)';
  shared.insertRule('p { background-color: rgb(5, 5, 5) }', 0);
}`,
  ),
  'filled-fields': page(
    '填好的字段',
    '<input id="count" type="number" value="12"><input value="2026-01-02" id="day" type="date"><input id="empty" type="date">' +
      '<input id="late" type="number"><input id="some" type="checkbox"><input id="all" type="checkbox">' +
      '<input id="share" type="range" max="10" value="8"><input id="ink" type="color" value="#ff0000"><textarea id="lines" rows="3">第一行\n\n最后一行</textarea>',
    `some.indeterminate = true;
function change() {
  late.value = '34';
  document.getElementById('all').indeterminate = true;
  some.indeterminate = false;
}
function changeAgain() {
  share.value = 2;
  late.value = '';
  document.getElementById('day').valueAsDate = null;
}`,
  ),
  popovers: page(
    '弹出层',
    '<div id="menu" popover>弹出的菜单</div><div id="tip" popover="manual">手动的提示</div><div id="early" popover="manual">一来就开的</div>' +
      '<button popovertarget="menu">打开菜单</button><div id="host"></div><iframe id="inside" src="popover-inside"></iframe>',
    `host.attachShadow({ mode: 'open' }).innerHTML = '<div id="deep" popover="manual">影子里的弹出层</div>';
early.showPopover();
function change() {
  tip.showPopover();
  host.shadowRoot.getElementById('deep').showPopover();
}
function changeAgain() {
  tip.hidePopover();
  host.shadowRoot.getElementById('deep').hidePopover();
}`,
    '<style>[popover]:popover-open { color: rgb(1, 2, 3) }</style>',
  ),
  'popover-inside': page(
    '框里的弹出层',
    '<div id="menu" popover>框里的菜单</div><button popovertarget="menu">打开框里的菜单</button>',
  ),
  'taken-out': page(
    '从框架里拿出来',
    '<iframe id="inside" src="taken-from"></iframe><div id="host"></div><div id="place"></div>',
    `host.attachShadow({ mode: 'open' }).innerHTML = '<p id="third">影子里的段落</p>';
const from = () => document.getElementById('inside').contentDocument;
function take() {
  place.append(from().getElementById('second'));
  from().getElementById('first').className = 'taken';
  place.append(from().getElementById('first'));
  place.append(host.shadowRoot.getElementById('third'));
}
function change() {
  document.getElementById('first').textContent = '拿出来以后改了';
  document.getElementById('third').textContent = '影子里的也改了';
}
function changeAgain() {
  place.textContent = '';
}`,
  ),
  'taken-from': page('框架', '<p id="first">框架里的段落</p><p id="second">又一段</p>'),
});
