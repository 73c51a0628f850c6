import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is typed on the pages below; nothing but the keyboard says that these are somebody's words. */
export const typedWords = {
  'word of a list': '盐井老柿',
  'second word of a list': '青石拱桥',
  'searched in a path': '柳编合作',
  'searched in a fragment': '纸坊巷口',
  'article with a preview': '竹器社去年遭了水灾',
  'document that is an editor': '写在设计模式里的话',
  'part made an editor later': '后来才能写的栏目',
  'first paragraph put into a part made an editor later': '后来贴上的头一段话',
  'second paragraph put into a part made an editor later': '后来贴上的下一段话',
  'first paragraph put into a document that is an editor': '贴进文档里的头一段',
  'second paragraph put into a document that is an editor': '贴进文档里的下一段',
  'cell of a table': '表格单元里的字',
  'editor in a shadow root': '影子里的编辑器',
  'field in a frame': '内框里打的几个字',
  'field in a dialog': '对话框里填的词',
  'field echoed in a sentence': '一边写一边显示',
  'composed by an input method': '输入法打出来的',
  'shown password': 'Mima-2026-shizi',
  'code in six boxes': '738164',
  'quoted by an error': '出错时引用的话',
  'quoted by a message': '公告里引用打的字',
  'shown in a window': '弹出窗口里显示的词',
  'reason on the next page': '棚改后搬到南关老屋',
  'name of no listed family': '禤槐青',
  'listed name': '司徒青禾',
  'short address': '苇塘里3号',
  'account that names elements': 'lantern_qxw',
  'suggested by a kit': '柳林纺织厂旧址',
  'word of a kit for a list': '青砖老作坊',
} as const;
/** Words of the pages, typed and shown again as well. */
export const saidByThePage = '失业保险金申领';
/** The same, found by typing it. */
export const foundService = '灵活就业登记';
/** The same, in a kit's list that stands in a place for searching. */
export const foundInList = '稳岗返还申请';

const page = (title: string, body: string) =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** As Ant Design draws what suggests, and what takes any words: each is a field for searching, by its type and its class. */
const kitList = (id: string, kind: string) =>
  `<div class="ant-select ant-select-outlined ${kind} ant-select-show-search"><div class="ant-select-selector"><span class="ant-select-selection-search"><input type="search" role="combobox" id="${id}" class="ant-select-selection-search-input" autocomplete="off"></span></div></div>`;

const form = page(
  '填写',
  `<h1>填写</h1><p id="outs"></p><ul><li id="said">${saidByThePage}</li></ul>
<p>标签 <span id="chips"></span><input id="chip" placeholder="添加标签"></p>
<p><input type="search" id="path" placeholder="搜索"> <input id="fragment" placeholder="请输入关键词"></p><p id="results"></p>
<form action="/confirm"><label>申请理由 <input id="reason" name="sqly"></label> <label>姓名 <input id="odd" name="xm"></label>
<label>配偶姓名 <input id="listed" name="po"></label> <label>联系地址 <input id="address" name="dz"></label> <button id="next">下一步</button></form>
<div id="editor" contenteditable="true"><p><br></p></div><p id="preview"></p>
<iframe id="whole" width="300" height="50"></iframe><div id="late"><p>原来的字</p></div><table><tr><td id="cell">原值</td></tr></table>
<div id="host"></div><iframe id="inner" src="/inner" width="300" height="60"></iframe>
<dialog id="dialog"><label>补充 <input id="asked"></label><button id="done">好</button></dialog><button id="open">补充</button><p id="added"></p>
<p><label>说明 <input id="live"></label> <span id="told"></span></p><p><label>备注 <input id="ime"></label> <span id="composed"></span></p>
<p><label>密码 <input id="secret" type="password"></label><button id="eye">显示</button> <span id="strength"></span></p>
<p>${'<input class="box" maxlength="1" size="1">'.repeat(6)} <b id="code"></b></p>
<p><label>事由 <input id="cause"></label><button id="fail">出错</button> <label>公告 <input id="notice"></label><button id="say">提交</button></p>
<p><label>留言 <input id="note"></label><button id="pop">预览</button></p><p><label>事项 <input id="again"></label> <b id="echo"></b></p>
<p><label>用户名 <input id="account"></label><button id="enter">登录</button></p><div id="members"></div>
<div class="ant-form-item"><div class="ant-form-item-label"><label for="suggested">工作单位</label></div>${kitList('suggested', 'ant-select-single ant-select-auto-complete')}<b id="employer"></b></div>
<div class="ant-form-item"><div class="ant-form-item-label"><label for="words">技能</label></div>${kitList('words', 'ant-select-multiple')}<b id="skills"></b></div>
<div class="header-search">${kitList('bar', 'ant-select-single ant-select-auto-complete')}<b id="hits"></b></div>
<p><input id="service" placeholder="请输入事项名称"><button id="find">查询</button></p><ul id="services"></ul>
<script>
const by = (id) => document.getElementById(id);
by('chip').onkeydown = ({ key, target }) => {
  if (key !== 'Enter') return;
  by('chips').insertAdjacentHTML('beforeend', '<span class="el-tag" title="' + target.value + '"><span>' + target.value + '</span><i role="button" class="close" aria-label="移除 ' + target.value + '">×</i></span>');
  target.value = '';
};
by('path').onkeydown = ({ key, target }) => {
  if (key !== 'Enter') return;
  history.pushState({}, '', '/form/search/' + encodeURIComponent(target.value));
  fetch('/api/search/' + encodeURIComponent(target.value)).catch(() => {});
  by('results').textContent = '共2条：办事指南、常见问题';
};
by('fragment').onkeydown = ({ key, target }) => { if (key === 'Enter') location.hash = '#/q/' + encodeURIComponent(target.value); };
by('editor').oninput = () => { by('preview').textContent = '已写：' + by('editor').textContent; document.title = by('editor').textContent; };
by('whole').contentDocument.designMode = 'on';
setTimeout(() => by('late').setAttribute('contenteditable', 'true'), 800);
by('cell').ondblclick = () => { by('cell').contentEditable = 'true'; by('cell').focus(); };
by('host').attachShadow({ mode: 'open' }).innerHTML = '<div id="inside" contenteditable>&nbsp;</div>';
by('open').onclick = () => by('dialog').showModal();
by('done').onclick = () => { by('added').textContent = by('asked').value; by('dialog').close(); };
by('live').oninput = () => { by('told').textContent = '您填写的是' + by('live').value + '，请核对'; };
by('ime').oninput = () => { by('composed').textContent = by('ime').value; };
by('eye').onclick = () => { by('secret').type = 'text'; by('strength').textContent = '密码 ' + by('secret').value + ' 强度高'; };
document.querySelectorAll('.box').forEach((box, n, all) => { box.oninput = () => { all[n + 1]?.focus(); by('code').textContent = [...all].map((each) => each.value).join(''); }; });
by('fail').onclick = () => { throw new TypeError('不能读取 ' + by('cause').value + ' 的属性'); };
by('say').onclick = () => document.body.insertAdjacentHTML('beforeend', '<div role="alert" class="el-message el-message--error">“' + by('notice').value + '”重复提交</div>');
by('pop').onclick = () => { const made = open('', '', 'width=300,height=200'); made.document.write('<title>' + by('note').value + '</title><p>' + by('note').value + '</p>'); made.document.close(); };
by('enter').onclick = () => { const of = by('account').value; by('members').innerHTML = '<section id="home-' + of + '"><p>成员</p><p>资料</p></section><a id="of-' + of + '" data-testid="' + of + '" name="' + of + '" class="' + of.replace('_', '-') + '" onclick="1">资料</a>'; };
by('find').onclick = () => { by('services').innerHTML = '<li onclick="1">' + by('service').value + '</li><li>' + by('service').value + '（企业）</li>'; };
by('suggested').oninput = () => { by('employer').textContent = '单位：' + by('suggested').value; };
by('words').onkeydown = ({ key, target }) => {
  if (key !== 'Enter') return;
  by('skills').insertAdjacentHTML('beforeend', '<span class="ant-select-selection-item" title="' + target.value + '"><span class="ant-select-selection-item-content">' + target.value + '</span></span>');
  target.value = '';
};
by('bar').oninput = () => { by('hits').textContent = by('bar').value + '（个人）'; };
by('again').oninput = () => { by('echo').textContent = by('again').value; };
</script>`,
);
const inner = page(
  '内框',
  `<label>内 <input id="own"></label> <b id="out"></b><script>own.oninput = () => { out.textContent = own.value; parent.document.getElementById('outs').textContent = own.value; };</script>`,
);
const confirmation = page(
  '核对',
  `<h1>核对</h1><table id="all"></table><p id="greeting"></p><button id="ok">确认</button><script>
const asked = new URLSearchParams(location.search);
document.getElementById('all').innerHTML = [...asked].map(([key, value]) => '<tr><td>' + key + '项</td><td id="c-' + key + '">' + value + '</td></tr>').join('');
document.getElementById('greeting').textContent = '由' + asked.get('po') + '提交';
document.title = asked.get('sqly');
</script>`,
);

/** Pages that show again, everywhere a page can, what is typed into them. */
export async function serveTypedWords() {
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const send = (html: string, status = 200) => {
      answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
      answer.end(html);
    };
    if (pathname.startsWith('/form')) return send(form);
    if (pathname === '/inner') return send(inner);
    if (pathname === '/confirm') return send(confirmation);
    if (pathname.startsWith('/api/')) return send('', 500);
    return send(page('办事大厅', '<p>3个工作日办结</p>'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
