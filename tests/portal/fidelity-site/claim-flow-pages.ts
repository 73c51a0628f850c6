import { page } from './page.ts';

const arco = (label: string, inside: string, required = false, message = '') =>
  `<div class="arco-form-item${message ? ' arco-form-item-error' : ''}"><div><label class="arco-form-item-label">` +
  `${required ? '<strong class="arco-form-item-label-required-symbol"></strong>' : ''}${label}</label></div>` +
  `<div>${inside}${message ? `<div role="alert" class="arco-form-item-message">${message}</div>` : ''}</div></div>`;
const tdesign = (label: string, inside: string, required = false) =>
  `<div class="t-form__item"><div class="t-form__label${required ? ' t-form__label--required' : ''}"><label>${label}</label></div>` +
  `<div>${inside}</div></div>`;
const box = 'display:inline-block;width:40px;height:20px;background:#ddd';

const show = `const say = (classes, inside) => {
  const box = document.createElement('div');
  box.className = classes;
  box.innerHTML = inside;
  document.body.append(box);
  setTimeout(() => box.remove(), 900);
};`;
const messages: [id: string, classes: string, inside: string][] = [
  ['danger', 't-message t-is-error', '<svg class="t-icon t-icon-error-circle-filled"></svg>再看一下'],
  ['fine', 't-message t-is-success', '<svg class="t-icon t-icon-check-circle-filled"></svg>保存成功'],
  ['third', 't-message t-is-info', '<svg class="t-icon t-icon-info-circle-filled"></svg>您当前排在第三位'],
  ['known', 't-dialog t-dialog__modal-danger', '<div>该证件号已存在</div>'],
  [
    'cross',
    'arco-modal arco-modal-simple',
    '<svg class="arco-icon-close-circle-fill"></svg><div>数据推送</div>',
  ],
  [
    'sure',
    'arco-modal arco-modal-simple',
    '<svg class="arco-icon-exclamation-circle-fill"></svg><div>确认提交？提交后不能修改</div>',
  ],
  ['top', 'weui-toptips weui-toptips_warn', '请输入姓名'],
  [
    'phone',
    'weui-dialog',
    '<div>该证件号已存在</div><a href="javascript:" class="weui-dialog__btn">知道了</a>',
  ],
];
export const flowMessageIds = messages.map(([id]) => id);

/** Flows of common portals and the claims that follow from them: codes, files, forms of further kits. */
export const claimFlowPages: Record<string, string> = {
  'claims-kit-fields': page(
    '几套控件',
    arco('申请人', '<input>', true) +
      arco('失业原因', '<span class="arco-select-view-single"><input placeholder="请选择"></span>', true) +
      arco(
        '申请项目',
        '<span class="arco-checkbox-group"><label><input type="checkbox">失业金</label><label><input type="checkbox">补贴</label></span>',
      ) +
      arco(
        '户口簿',
        '<div class="arco-upload"><input type="file" style="display:none"><button>点击上传</button></div>',
      ) +
      tdesign('证件号码', '<div class="t-input"><input placeholder="请输入"></div>', true) +
      tdesign('失业日期', '<div class="t-date-picker"><input placeholder="请选择日期"></div>') +
      tdesign(
        '性别',
        '<div class="t-radio-group"><label><input type="radio" value="男">男</label><label><input type="radio" value="女">女</label></div>',
      ) +
      tdesign('短信通知', `<div class="t-switch" id="switch" style="${box};cursor:pointer"></div>`) +
      '<div class="weui-cell"><div><label class="weui-label">手机号码</label></div><div><input type="number"></div></div>' +
      '<div class="weui-uploader"><p class="weui-uploader__title">身份证照片</p><div><input type="file"></div></div>' +
      '<div class="arco-pagination"><input value="1"></div><div class="t-pagination"><div class="t-select__wrap"><input value="10 条/页" readonly></div></div>' +
      '<table><tr><th class="t-table__cell-check"><input type="checkbox"></th><td class="arco-table-checkbox"><input type="checkbox"></td></tr></table>' +
      '<div class="t-steps-item--process"><div class="t-steps-item__title">填写信息</div></div>' +
      '<div class="t-loading" id="mask" style="height:20px" hidden></div>',
    `document.getElementById('switch').onclick = (event) => event.currentTarget.classList.toggle('t-is-checked');`,
  ),
  'claims-kit-messages': page(
    '几套提示',
    `${messages.map(([id]) => `<button id="${id}">${id}</button> `).join('')}<button id="check">检查</button><div id="form"></div>` +
      '<div class="form-item"><label>说明</label><input><p role="alert">保存成功</p></div>',
    `${show}
${messages.map(([id, ...rest]) => `document.getElementById('${id}').onclick = () => say(${rest.map((each) => JSON.stringify(each)).join(', ')});`).join('\n')}
check.onclick = () => { form.innerHTML = ${JSON.stringify(
      arco('单位名称', '<input aria-invalid="true">', true, '必填') +
        tdesign('联系电话', '<input><div class="t-input__extra">格式不正确</div>', true),
    )}; };`,
  ),
  'claims-codes': page(
    '短信与验证',
    '<p>单位用户在此填写联系人和手机，填写完成后点击提交，系统会要求进行安全验证。</p>' +
      '<p><label for="who">联系人</label><input id="who"></p>' +
      '<div class="el-form-item"><label class="el-form-item__label">图形验证码</label><div><div class="el-input"><input id="picture"></div><img alt="看不清"></div></div>' +
      '<div class="el-form-item"><label class="el-form-item__label">验证码</label><div><div class="el-input"><input id="code"></div><div><button id="get">获取验证码</button></div></div></div>' +
      '<p><label for="note">备注</label><input id="note"></p>' +
      '<aside><label for="side">附加码</label><input id="side"></aside>' +
      '<button id="slide">滑块</button><button id="order">点选</button>' +
      '<div id="puzzle" class="puzzle-vcode" style="position:fixed;top:0;left:0;background:#fff;opacity:0;pointer-events:none"><div style="width:300px;height:80px">拖动滑块完成拼图</div><div id="says"></div><i id="knob" style="display:block;width:40px;height:40px;background:#ccc"></i></div>' +
      '<div id="words" class="verify-panel" hidden><p>请依次点击【云,岭】</p><canvas id="panel" width="200" height="60"></canvas></div>',
    `get.onclick = () => { get.textContent = '60s后重新获取'; };
slide.onclick = () => { puzzle.style.opacity = 1; puzzle.style.pointerEvents = 'auto'; };
let tries = 0;
knob.onpointerup = () => {
  tries += 1;
  says.textContent = tries === 1 ? '验证失败，请重试' : '验证通过';
  if (tries > 1) setTimeout(() => { puzzle.style.opacity = 0; puzzle.style.pointerEvents = 'none'; }, 300);
};
order.onclick = () => { words.hidden = false; };
let pressed = 0;
panel.onclick = () => { pressed += 1; if (pressed === 2) words.hidden = true; };`,
  ),
  'claims-files': page(
    '材料与电话',
    '<label for="paper">户口簿</label><input id="paper" type="file"><button id="send">提交</button><button id="big">检查</button>',
    `const say = (words) => {
  const box = document.createElement('div');
  box.className = 'el-message el-message--error';
  box.textContent = words;
  document.body.append(box);
  setTimeout(() => box.remove(), 900);
};
send.onclick = () => say('手机号码格式不正确');
big.onclick = () => say('格式不正确，只能上传 PDF 文件');`,
  ),
  'claims-ripple': page(
    '按下去的水波',
    '<button id="wave"><span>没接上</span></button>',
    `wave.onmousedown = () => {
  const holder = document.createElement('div');
  const ripple = document.createElement('div');
  holder.style.position = ripple.style.position = 'absolute';
  wave.append(holder);
  holder.prepend(ripple);
  setTimeout(() => { ripple.remove(); holder.remove(); }, 500);
};`,
  ),
  'claims-search': page(
    '想办什么事',
    '<div class="top"><div class="box"><div class="inner"><input id="words" placeholder="请输入搜索关键词"></div></div><button id="go">搜索</button></div><a id="other" href="javascript:void 0">换一个皮肤</a><div id="found"></div><p id="tip"></p>',
    `other.onclick = () => { tip.textContent = '换了'; };
go.onclick = () => setTimeout(() => { found.textContent = '没有找到相关事项'; }, 300);
words.oninput = () => { tip.textContent = '试试：' + words.value; };`,
  ),
  'claims-router': page(
    '单页应用',
    '<div id="view"><h1>首页</h1><p>这里可以查询和办理失业登记、就业登记、社会保险补贴等事项，请先阅读办事指南。</p><a href="#/guide">办事指南</a> <a href="#/gone">旧版入口</a></div>',
    `const views = {
  '#/guide': '<h1>失业登记办事指南</h1><p>法定期限五个工作日。如果您访问的页面不存在，请拨打 404 转人工。'.padEnd(400, '请准备好居民身份证和户口簿。') + '</p><a href="#/gone">旧版入口</a>',
  '#/gone': '<h2>404</h2><p>您访问的页面不存在</p><a href="#/">返回首页</a>',
};
onhashchange = () => setTimeout(() => { view.innerHTML = views[location.hash] ?? '<h1>首页</h1>'; }, 300);`,
  ),
  'claims-pages': page(
    '两页申请',
    '<div id="view"></div>',
    `const item = (label, type = 'text') => '<div class="el-form-item"><label class="el-form-item__label">' + label + '</label><div><input type="' + type + '"></div></div>';
const show = () => {
  view.innerHTML =
    location.hash === '#/second'
      ? item('申请人') + item('开户银行') + '<button onclick="history.back()">上一步</button>'
      : item('申请人') + item('联系电话') + item('设置密码', 'password') + item('确认密码', 'password') + '<button onclick="location.hash=\\'#/second\\'">下一步</button>';
};
onhashchange = show;
show();`,
  ),
  'claims-sign-in': page(
    '登录',
    '<form><label for="user">账号</label><input id="user"><label for="pass">密码</label><input id="pass" type="password"><button type="button">登录</button></form>',
    '',
  ),
  'claims-standing': page(
    '登录',
    '<form><label for="user">账号</label><input id="user"><label for="pass">密码</label><input id="pass" type="password">' +
      '<label for="picture">图形验证码</label><input id="picture"><button type="button" id="go">登录</button></form><div id="place"></div>',
    `go.onclick = () => setTimeout(() => {
  place.innerHTML = '<div role="alert">验证码错误</div><div role="alert">登录已失效，请重新登录</div>';
}, 300);`,
  ),
};
