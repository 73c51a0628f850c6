import { page } from './page.ts';

/** A code to be scanned, drawn anew with each call. */
const drawCode = `const drawCode = (canvas) => {
  canvas.width = canvas.height = 180;
  const pen = canvas.getContext('2d');
  for (let n = 0; n < 400; n += 1) {
    pen.fillStyle = Math.random() > 0.5 ? '#000' : '#fff';
    pen.fillRect((n % 20) * 9, Math.floor(n / 20) * 9, 9, 9);
  }
};`;
const code =
  '<div id="scan"><div id="code"><canvas></canvas>' +
  '<div id="over" style="display:none"><p>二维码已失效</p><a id="renew" href="javascript:void 0">点击刷新</a></div>' +
  '<div id="ok" style="display:none"><p>扫描成功</p><p>请在手机上确认登录</p></div></div>' +
  '<p>打开“政务服务”App扫一扫登录，二维码3分钟后失效</p></div>';
const puzzle = (words: string, tips: string) =>
  `<div class="tianai-captcha-slider"><div>${words}</div><div style="position:relative;width:300px;height:120px;overflow:hidden;background:#abc">` +
  `<div class="tips" style="position:absolute;bottom:-25px">${tips}</div></div><i class="knob" style="display:block;width:40px;height:40px;background:#ccc"></i>` +
  '<i class="refresh-btn" style="display:block;width:20px;height:20px;background:#c99"></i><i class="close-btn" style="display:block;width:20px;height:20px;background:#999"></i></div>';
const item = (label: string, inside: string) =>
  `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div>${inside}</div></div>`;

/** Flows of kits that portals are made of: codes and captchas, files, what turns, messages of old forms, searches. */
export const claimKitPages: Record<string, string> = {
  'claims-scan': page(
    '扫码登录',
    code,
    `${drawCode}
drawCode(document.querySelector('canvas'));
const anew = () => { const next = document.createElement('canvas'); drawCode(next); document.querySelector('canvas').replaceWith(next); };
const runOut = () => { over.style.display = ''; };
const scanned = () => { document.querySelector('canvas').remove(); ok.style.display = ''; };
renew.onclick = () => { over.style.display = 'none'; anew(); };`,
  ),
  'claims-scan-stands': page('扫码登录', code, `${drawCode}\ndrawCode(document.querySelector('canvas'));`),
  'claims-scan-beside': page(
    '登录',
    `${code}<p><label for="user">账号</label><input id="user"></p><p><label for="pass">密码</label><input id="pass" type="password"></p><button id="go">登录</button>`,
    `${drawCode}
drawCode(document.querySelector('canvas'));
go.onclick = () => setTimeout(() => { location.href = '/fidelity/claims-turning'; }, 2000);`,
  ),
  'claims-puzzles': page(
    '滑动验证',
    '<p><label for="who">联系人</label><input id="who"></p><button id="at-once">一次通过</button><button id="again">再来一次</button><button id="left">不验证了</button><button id="silent">不说话的</button><div id="box"></div>',
    `let fails = 0;
const bring = () => {
  box.innerHTML = ${JSON.stringify(puzzle('拖动滑块完成拼图', '验证失败，请重新尝试'))};
  box.querySelector('.refresh-btn').onclick = bring;
  box.querySelector('.close-btn').onclick = () => { box.innerHTML = ''; };
  box.querySelector('.knob').onpointerup = () => setTimeout(() => {
    box.querySelector('.knob').style.background = '#9c9';
    setTimeout(fails-- > 0 ? bring : () => { box.innerHTML = ''; }, 900);
  }, 300);
};
const run = (count) => () => { fails = count; bring(); };
document.getElementById('at-once').onclick = run(0);
again.onclick = run(1);
left.onclick = run(9);
silent.onclick = () => {
  box.innerHTML = '<div class="slide-verify" style="width:300px;height:80px">向右滑动<i class="knob" style="display:block;width:40px;height:40px;background:#ccc"></i></div>';
  let tries = 0;
  const place = box.firstChild;
  box.querySelector('.knob').onpointerup = () => setTimeout(() => {
    tries += 1;
    if (tries > 1) box.innerHTML = '';
    else {
      place.firstElementChild.classList.add('container-fail');
      setTimeout(() => place.firstElementChild.classList.remove('container-fail'), 1000);
    }
  }, 200);
};`,
  ),
  'claims-refusals': page(
    '材料与备注',
    '<label for="paper">户口簿</label><input id="paper" type="file"><label for="note">备注</label><input id="note"><button id="small">检查大小</button><button id="other">检查备注</button>',
    `const say = (words) => {
  const box = document.createElement('div');
  box.className = 'ant-message-notice';
  box.innerHTML = '<div class="ant-message-error">' + words + '</div>';
  document.body.append(box);
  setTimeout(() => box.remove(), 2000);
};
small.onclick = () => say('图片必须小于 1MB!');
other.onclick = () => say('格式不正确');`,
  ),
  'claims-turning': page(
    '加载',
    '<button id="top">换页</button><button id="bones">列表</button><button id="fades">提交</button><div id="place"></div>',
    `const turn = (words) => () => { place.innerHTML = words; setTimeout(() => { place.innerHTML = '<p>好了</p>'; }, 900); };
document.getElementById('top').onclick = turn('<div id="nprogress"><div class="bar" role="bar" style="position:fixed;top:0;left:0;width:100%;height:2px"></div></div>');
fades.onclick = () => {
  place.innerHTML = '<div class="van-loading fading" style="height:20px">加载中</div>';
  setTimeout(() => place.firstChild.classList.remove('fading'), 550);
  setTimeout(() => { place.innerHTML = ''; }, 900);
};
bones.onclick = turn('<div class="el-skeleton is-animated" style="height:40px"></div>');`,
  ),
  'claims-old-form': page(
    '旧版申请表',
    '<table><tr><td>姓名</td><td><input id="name" class="validatebox-text validatebox-invalid"></td></tr>' +
      '<tr><td>电话</td><td><input id="phone"></td><td><span class="error" id="at-phone"></span></td></tr>' +
      '<tr><td>邮编</td><td><input id="post"><span class="text-danger">* 邮编必须是六位数字</span></td></tr>' +
      '<tr><td>职务</td><td><input id="post-held"><div class="Validform_checktip" id="at-post"></div></td></tr></table>' +
      '<p><label for="age">年龄</label><input id="age"></p>' +
      '<div class="ant-form-item"><div class="ant-form-item-label"><label for="city">城市</label></div><div><input id="city"></div></div>' +
      '<p class="red-error">以上各项不能为空</p><button id="go">提交</button><button id="modal">再提交</button>',
    `const field = document.getElementById('name');
let tip;
const show = () => {
  tip?.remove();
  tip = document.createElement('div');
  tip.className = 'tooltip tooltip-right';
  tip.style.position = 'absolute';
  tip.innerHTML = '<div class="tooltip-content">该输入项为必输项</div>';
  if (field.matches('.validatebox-invalid')) document.body.append(tip);
};
field.onfocus = show;
field.onblur = () => tip?.remove();
go.onpointerenter = () => { go.textContent = '提 交'; };
go.onclick = () => {
  document.getElementById('at-phone').textContent = '号码格式不正确';
  document.getElementById('at-post').className = 'Validform_checktip Validform_wrong';
  document.getElementById('at-post').textContent = '请填写此项！';
  age.insertAdjacentHTML('afterend', '<span role="alert">这一项是必填的</span>');
  city.parentElement.insertAdjacentHTML('afterend', '<div role="alert" class="ant-form-item-explain"><div class="ant-form-item-explain-error">请选择</div></div>');
  city.closest('.ant-form-item').classList.add('ant-form-item-has-error');
};
modal.onclick = () => document.body.insertAdjacentHTML('beforeend',
  '<div role="dialog" class="ant-modal ant-modal-confirm ant-modal-confirm-error"><div class="ant-modal-header" style="display:none"><div>提交失败</div></div><div><span>提交失败</span><div>不在受理时间内</div></div></div>');`,
  ),
  'claims-numbers': page(
    '人数',
    item(
      '子女数',
      '<div class="el-input-number"><input role="spinbutton" aria-valuemin="0" value="0"></div>',
    ) +
      item('份数', '<div class="ant-input-number"><input role="spinbutton" value="1"></div>') +
      item('年限', '<input type="number" min="5" value="5">') +
      item(
        '家庭人口',
        '<div class="el-input-number"><input role="spinbutton" aria-valuemin="1" value="3"></div>',
      ) +
      item('金额', '<input value="0.00">') +
      item('房号', '<input value="1">'),
  ),
  'claims-suggest': page(
    '想找什么',
    '<div class="box"><input id="words" placeholder="请输入搜索关键词"><ul class="suggest-list" id="list"></ul></div><div id="found"></div>' +
      '<p><label for="area">地区</label><input id="area"></p><ul role="listbox" id="areas"><li>城东</li></ul>' +
      '<a href="#/guide?title=x" id="guide">办事指南</a>',
    `words.oninput = () => { list.innerHTML = '<li>只填进去</li><li>带出结果</li>'; };
list.onclick = ({ target }) => {
  words.value = target.textContent;
  list.innerHTML = '';
  if (words.value === '带出结果') setTimeout(() => { found.textContent = '共找到 12 条结果'; }, 200);
};
areas.onclick = () => { area.value = '城东'; found.textContent = '共找到 7 条结果'; };
onhashchange = () => setTimeout(() => { found.textContent = '共 2 项材料'; }, 200);`,
  ),
};
