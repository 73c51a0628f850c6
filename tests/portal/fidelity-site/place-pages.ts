import type { Origins } from '../config.ts';
import { page } from './page.ts';

const frame = (src: string) => `<iframe src="${src}" width="640" height="300"></iframe>`;

/** Windows, frames and ways from page to page. */
export const placePages = (origins: Origins): Record<string, string> => ({
  'frames-1': page('第一层', frame(`${origins.department}/fidelity/frames-2`)),
  'frames-2': page('第二层', frame(`${origins.old}/fidelity/frames-3`)),
  'frames-3': page('第三层', frame(`${origins.portal}/fidelity/frames-4`)),
  'frames-4': page(
    '第四层',
    '<button id="go">在最里层点一下</button><p id="out"></p>',
    "go.onclick = () => { out.textContent = '最里层变了'; };",
  ),
  frameset:
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>框架集</title></head><frameset cols="160,*"><frame src="/fidelity/leaf">' +
    '<frameset rows="80,*"><frame src="/fidelity/frames-4"><frame src="/fidelity/frameset-2"></frameset></frameset></html>',
  'frameset-2':
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><frameset rows="50%,50%"><frame src="/fidelity/upper"><frame src="/fidelity/lower"></frameset></html>',
  upper: page('框架集里的上半', '<p>上半的内容</p>'),
  lower: page('框架集里的下半', '<p>下半的内容</p>'),
  windows: page(
    '各种新窗口',
    '<a id="blank" href="/fidelity/opened?blank" target="_blank">新标签页</a> <a id="opener" href="/fidelity/opened?opener" target="_blank" rel="opener">带来源的新标签页</a>' +
      '<form id="posting" method="post" action="/fidelity/opened?post" target="_blank"><button id="post">提交到新窗口</button></form>' +
      '<button id="features">小窗口</button><button id="noopener">无来源的窗口</button><button id="delayed">稍后打开</button>' +
      '<button id="written">写出来的窗口</button><button id="later">先空白后去处</button>',
    `features.onclick = () => open('/fidelity/opened?features', 'small', 'width=420,height=320');
noopener.onclick = () => open('/fidelity/opened?noopener', '_blank', 'noopener');
delayed.onclick = () => setTimeout(() => open('/fidelity/opened?delayed'), 400);
written.onclick = () => { const made = open('about:blank', '_blank'); made.document.write('<title>写出来的页</title><h1>写出来的页</h1><p>没有地址的内容</p>'); made.document.close(); };
later.onclick = () => { const made = open('about:blank', '_blank'); setTimeout(() => { made.location = '/fidelity/opened?later'; }, 400); };`,
  ),
  cached: page(
    '会被找回的页',
    '<p id="out">起初的内容</p><button id="go">变一变</button><button id="after">回来之后</button>',
    `go.onclick = () => { out.textContent = '离开之前的内容'; };
after.onclick = () => { out.textContent = '回来之后的内容'; };`,
  ),
  elsewhere: page('别处', '<p>别处的内容</p>'),
  // To be shown on the login site: parts of its form without an address, and another host's code to scan.
  'login-frames': page(
    '统一登录的框',
    `<iframe title="没有地址的框" srcdoc="<button onclick='this.textContent=1'>发送验证码</button>" width="300" height="100"></iframe>` +
      frame(`${origins.department}/fidelity/frames-4`),
  ),
  landed: page('到达的页', '<p>转了几道弯才到</p>'),
  refresh: page(
    '即将转走',
    '<p>稍候</p>',
    '',
    '<meta http-equiv="refresh" content="0;url=/fidelity/landed?refresh">',
  ),
  replace: page('脚本转走', '<p>稍候</p>', "location.replace('/fidelity/landed?replace');"),
  files: page(
    '文件',
    '<a id="named" href="/fidelity/form.docx">下载申请表</a> <a id="unnamed" href="/fidelity/paper">下载告知书</a>' +
      '<label>身份材料<input id="file" type="file"></label> <button id="loose">选择附件</button> <button id="made">导出明细</button> <button id="going">导出回执</button><p id="out"></p>',
    `made.onclick = () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['明细']));
  link.download = '明细.xlsx';
  link.click();
};
going.onclick = () => { location = '/fidelity/receipt'; };
file.onchange = () => { out.textContent = '已选' + file.files.length; };
loose.onclick = () => {
  const made = document.createElement('input');
  made.type = 'file';
  made.onchange = () => { out.textContent = '附件' + made.files.length; };
  made.click();
};`,
  ),
  drag: page(
    '拖放',
    '<div id="native" draggable="true" style="width:120px;height:40px;background:#ddd">居住证明</div>' +
      '<div id="area" aria-label="放到这里上传" style="width:200px;height:80px;border:1px solid">放到这里</div><p id="out"></p>' +
      '<ul id="sorted" style="user-select:none"><li style="height:30px">第一志愿</li><li style="height:30px">第二志愿</li><li style="height:30px">第三志愿</li></ul>' +
      '<div id="slider" role="slider" aria-label="向右滑动" style="width:40px;height:40px;background:#9cf"></div>',
    `native.ondragstart = (event) => event.dataTransfer.setData('text/plain', 'x');
area.ondragover = (event) => event.preventDefault();
area.ondrop = (event) => { event.preventDefault(); area.append(native); out.textContent = '放好了'; };
let held;
sorted.onpointerdown = (event) => { held = event.target.closest('li'); };
document.addEventListener('pointermove', (event) => {
  if (!held) return;
  const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('#sorted li');
  if (over && over !== held) sorted.insertBefore(held, over.getBoundingClientRect().top < held.getBoundingClientRect().top ? over : over.nextSibling);
});
document.addEventListener('pointerup', () => { held = undefined; });`,
  ),
});
