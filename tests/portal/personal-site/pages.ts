import { type Surface, valueOf } from './planted.ts';

const v = (surface: Surface) => valueOf(surface);
/** A value that stands still at a known place; `data-planted` lets a test find its rectangle. */
const shown = (surface: Surface, text = v(surface)) => `<span data-planted="${surface}">${text}</span>`;
const row = (label: string, surface: Surface, text?: string) =>
  `<tr><td>${label}</td><td>${shown(surface, text)}</td></tr>`;
const groups = (card: string) => card.replace(/(\d{4})(?=\d)/g, '$1 ');

const style = `body { font: 16px/26px sans-serif; margin: 12px }
td { padding: 2px 8px; border: 1px solid #ccc }
.tag::before { content: "${v('style sheet content')}" }
.cols { columns: 2; column-gap: 12px } .cols > * { break-inside: avoid }`;

/** Everything that a page shows by itself. */
export const shownPage = () => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="author" content="${v('meta content')}"><title>办理 ${v('document title')}</title><style>${style}</style></head>
<body class="row-${v('class name')}"><h1>个人信息核对</h1>
<!-- 申请人 ${v('comment')} -->
<div class="cols">
<table><tbody>
<tr><th>姓名</th><td>${shown('name in table')}</td></tr>
${row('证件号码', 'table cell')}${row('社保卡号', 'labelled social security')}${row('联系地址', 'labelled address')}
${row('家庭电话', 'labelled landline')}</tbody></table>
<p>申请人：${shown('labelled name')} 联系电话：${shown('labelled phone')}</p>
<p>公民身份号码 ${shown('text')} 已核验</p>
<p data-planted="text split over elements">${split(v('text split over elements'))}</p>
<p>手机 ${shown('text with spaces', spaced(v('text with spaces')))}</p>
<p>卡号 ${shown('card in text')} 与 ${shown('card in groups', groups(v('card in groups')))}</p>
<p>原证 ${shown('first generation number')}，款项已汇入 ${shown('card without a label')} 请查收</p>
<p>请打开 http://zwfw.example.org/check?ticket=${v('token in a text address')} 核对</p>
<p>邮箱 ${shown('mail in text')} 车牌 ${shown('plate in text')}</p>
<p>短信验证码：${shown('code in text')}，五分钟内有效</p>
<p><a href="tel:${v('tel link')}">拨打</a> <a href="mailto:${v('mail link')}">写信</a>
<a href="javascript:show('${v('javascript link')}')">查看</a>
<a href="data:text/plain,${v('data address')}">数据</a></p>
<p title="${v('title attribute')}" data-owner="${v('data attribute')}" onclick="show('${v('onclick attribute')}')">提示</p>
<p class="tag"></p>
<img alt="${v('alt')}" src="/personal/pictures/plain.svg?id=${v('image address')}" width="40" height="20">
<img alt="标识" src="/personal/pictures/badge.svg" width="200" height="24">
<svg width="260" height="24"><text x="0" y="18" data-planted="svg text">${v('svg text')}</text></svg>
<p><img data-face class="user-avatar" alt="头像" src="/personal/pictures/plain.svg" width="40" height="20"></p>
<div id="shadow"></div>
<iframe srcdoc="&lt;p&gt;${v('srcdoc text')}&lt;/p&gt;" width="300" height="40"></iframe>
<iframe src="/personal/frame?idcard=${v('frame address')}" width="300" height="40"></iframe>
<p>本事项承诺 5 个工作日办结，不收费，咨询电话 12345。</p>
</div>
<script type="application/json">{"idcard":"${v('json script')}"}</script>
<template><p>${v('template')}</p></template><noscript>${v('noscript')}</noscript>
<script>
var owner = '${v('script text')}';
document.getElementById('shadow').attachShadow({ mode: 'open' }).innerHTML = '<p>身份证 <span data-planted="shadow text">${v('shadow text')}</span></p>';
</script></body></html>`;

/** What is filled in, and what the page does when asked. */
export const formPage = () => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>填写申请</title><style>${style}</style></head><body><h1>填写申请</h1>
<div class="wizard"><span class="el-step__title is-process">核对 ${v('wizard step')}</span></div>
<form action="/personal/form?sfzh=${v('form action')}" onsubmit="return false">
<input type="hidden" name="sfzh" value="${v('hidden input')}">
<p><label>证件号码 <input id="typed-id" name="idno"></label> <label>手机号码 <input id="typed-phone" name="sj"></label>
<label>姓名 <input id="typed-name" name="xm"></label></p>
<p><label>银行卡号 <input id="typed-card"></label> <label>电子邮箱 <input id="typed-mail"></label>
<label>联系地址 <input id="typed-address"></label> <label>短信验证码 <input id="typed-code"></label></p>
<p><label>证件号码 <input id="preset" value="${v('default value')}"></label>
<label>原证件号码 <input id="emptied" value="${v('value of an emptied field')}"></label>
<label>回填证件号码 <input id="filled"></label>
<input placeholder="例如 ${v('placeholder')}" aria-label="备用证件 ${v('aria-label')}"></p>
<p><select id="people"><option>请选择</option><option>办理人 ${v('option label')}</option>
<option value="${v('option value')}">另一人</option></select>
<label><input type="radio" name="who"> 姓名：${v('radio label')}</label></p>
<textarea>${v('textarea')}</textarea><div id="rich" contenteditable="true">${v('contenteditable')}</div>
<p><input type="file" id="file" aria-label="上传材料"></p></form>
<p><button id="send">给 ${v('button label')} 发送验证码</button>
<a href="#here" id="row-${v('element id')}" class="pick">办理人 ${v('link text clicked')}</a>
<button id="late">写入</button><button id="address">换地址</button><button id="ask">请求</button>
<button id="fail">出错</button><button id="say">提醒</button><button id="toast">轻提示</button></p>
<p id="out"></p><p id="grown"></p>
<script>
document.cookie = 'owner=${v('cookie')}';
localStorage.setItem('owner', '${v('local storage')}');
filled.value = '${v('value set by script')}';
emptied.value = '';
late.onclick = () => {
  out.textContent = '身份证 ${v('text written late')}';
  out.setAttribute('data-id', '${v('data attribute set late')}');
  grown.textContent = '身份证 ${v('text that grows').slice(0, 9)}';
  setTimeout(() => { grown.firstChild.appendData('${v('text that grows').slice(9)}'); }, 30);
  people.add(new Option('代办人 ${v('late option')}'));
};
document.getElementById('address').onclick = () => {
  history.pushState({}, '', '/personal/form/people/${v('history address')}');
};
ask.onclick = () => {
  fetch('/personal/api/person?idcard=${v('fetch address')}').then((answer) => answer.text()).catch(() => {});
  fetch('/personal/api/people/${v('fetch path')}').catch(() => {});
  try { new WebSocket(location.origin.replace('http', 'ws') + '/personal/socket?id=${v('websocket address')}'); } catch {}
  const picture = new Image();
  picture.src = '/personal/missing/${v('dead picture path')}.png';
};
fail.onclick = () => {
  Promise.reject(new Error('无此人 ${v('rejection reason')}'));
  const error = new Error('查无此人 ${v('error message')}');
  error.stack = 'Error: 查无此人\\n    at load (' + location.origin + '/personal/app.js?id=${v('error stack')}:1:1)';
  throw error;
};
say.onclick = () => { alert('身份证号码 ${v('dialog text')} 有误'); confirm('向 ${v('dialog confirm')} 发送短信？'); };
toast.onclick = () => {
  const add = (kind, words) => {
    const made = document.createElement('div');
    made.className = kind;
    made.textContent = words;
    document.body.append(made);
  };
  add('el-message el-message--error', '手机号码 ${v('toast')} 已被占用');
  add('el-form-item__error', '手机号码 ${v('validation message')} 格式不正确');
  add('el-message el-message--error', '系统繁忙，提交失败。'.repeat(29) + '。证件 ${v('toast at the cut')} 有误');
};
</script></body></html>`;

/** What only a label beside it names, and pictures that are somebody's without a word that says so. */
export const neighboursPage = () => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>办理人</title><style>${style} ul { margin: 4px 0 } .box { display: inline-block; width: 60px; height: 60px }</style></head>
<body><h1>办理人</h1><p>当前 <b>${shown('name of no listed family')}</b></p>
<div><span>姓名</span> <span>${shown('name of no listed family')}</span></div>
<table><thead><tr><th>受理点</th><th>验证码</th></tr></thead>
<tbody><tr><td>青溪</td><td>${shown('code under its header')}</td></tr></tbody></table>
<ul><li id="alone" role="option">${shown('name of no listed family')}</li>
<li id="row" onclick=""><i>1</i><i>${shown('name of no listed family')}</i><i>${shown('code under its header')}</i></li></ul>
<p><input type="button" data-face value="给${v('number on a button')}发送"></p>
<p><span class="box user-avatar" data-face style="background:#c33 url(/personal/pictures/plain.svg)"></span>
<canvas class="sign-canvas" data-face width="60" height="60"></canvas>
<img id="chosen" data-face width="60" height="60" alt=""></p>
<p>本事项承诺 5 个工作日办结，不收费。</p>
<script>
const drawn = document.createElement('canvas');
drawn.width = drawn.height = 60;
drawn.getContext('2d').fillRect(0, 0, 60, 60);
drawn.toBlob((blob) => { chosen.src = URL.createObjectURL(blob); });
</script></body></html>`;
/** Values that one rule alone looks after, each as a portal's sentence has it. */
export const sentencesPage = () => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>核对结果</title><style>${style}</style></head><body><h1>核对结果</h1><div class="cols">
<p>该居民生于 ${shown('birth sentence')}，符合条件。</p>
<p>请求失败 access_token=${shown('value behind a key')} 请重试</p>
<p>凭据 Bearer ${shown('token behind its word')} 已失效</p>
<p>姓名 ${shown('name behind a space')} 已登记</p>
<p>您好，${shown('name greeted')}</p>
<p>经办人：${v('name again on its page')}</p><p>由${shown('name again on its page')}提交的材料已收到</p>
<p>申请人：${v('name again on another page')}</p>
<p>${v('name beside a number')} 13900139000</p>
<p>您的个人编号为 ${shown('number behind is')}，请妥善保管</p>
<p>证照已寄往${shown('address in a sentence')}，请注意查收</p>
<p>本次的校验码为${shown('code in a sentence')}，请勿告诉他人</p>
<p>您提供的护照 ${shown('passport in a sentence')} 已过期</p>
<p>不动产权第${shown('certificate of a home')}号已注销</p>
<p>个体户 ${shown("code of a person's business")} 已注销</p>
<p>本事项承诺 5 个工作日办结，不收费。</p></div></body></html>`;

/** A page that speaks of somebody whom only an earlier page has named. */
export const laterPage = () =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>进度</title></head><body><h1>进度</h1><p>由${shown('name again on another page')}提交的申请正在办理</p></body></html>`;

/** A page whose address alone is personal. */
export const landedPage = () =>
  '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>到达</title></head><body><h1>到达</h1><p>请继续办理</p></body></html>';

export const framePage = () =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>内嵌</title></head><body><p>身份证 ${v('frame text')}</p></body></html>`;

export const badgeSvg = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="24"><title>${v('svg file text')}</title><text x="0" y="18">标识</text></svg>`;

function split(value: string): string {
  return `<b>${value.slice(0, 7)}</b><i>${value.slice(7, 12)}</i>${value.slice(12)}`;
}

function spaced(value: string): string {
  return `${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}`;
}
