import { page } from './page.ts';

/** Puts a message of these classes on the page for a while, or until its button is pressed. */
const show = `const show = (classes, inside, ms) => {
  const box = document.createElement('div');
  box.className = classes;
  box.innerHTML = inside;
  document.body.append(box);
  if (ms) setTimeout(() => box.remove(), ms);
  else box.querySelector('[data-close]').onclick = () => box.remove();
};`;
const messages: [id: string, classes: string, inside: string, ms: number][] = [
  ['saved', 'layui-layer layui-layer-msg', '保存成功', 900],
  ['down', 'layui-layer layui-layer-msg', '系统异常，请联系管理员', 900],
  ['face', 'layui-layer layui-layer-msg', '<i class="layui-icon layui-icon-error"></i>再看一下', 900],
  ['waiting', 'layui-layer layui-layer-msg', '<i class="layui-icon layui-icon-loading"></i>加载中', 900],
  ['news', 'el-notification', '<i class="el-icon-success"></i><h2>提示</h2><p>您有新的消息</p>', 900],
  ['torn', 'van-toast van-toast--fail', '<i class="icon"></i><div>换一张</div>', 900],
  ['quick', 'van-toast van-toast--text', '<div>验证码错误</div>', 600],
  ['broken', 'ivu-notice-notice', '<div class="ivu-notice-with-error">数据推送</div>', 900],
  [
    'links',
    'el-notification',
    '<i class="el-icon-error"></i><h2>有一处要改</h2><p><a href="#box">请填写申请人</a></p>',
    900,
  ],
  ['box', 'layui-layer layui-layer-dialog', '<h4>提示</h4><p>该证件号已存在</p><a data-close>确定</a>', 0],
  [
    'ask',
    'el-message-box',
    '<i class="el-icon-warning"></i><p>确定要提交吗，提交后不能修改</p><button data-close>确定</button>',
    0,
  ],
  [
    'window',
    'messager-body',
    '<i class="messager-icon messager-error"></i><p>保存</p><a data-close>好</a>',
    0,
  ],
];
export const messageIds = messages.map(([id]) => id);

const wrong = `const say = (id) => { document.getElementById(id).hidden = false; };
const check = () => { for (const id of ['v1', 'v2', 'v3', 'v4']) say(id); three.setAttribute('aria-invalid', 'true'); };`;

const layField = (label: string, inside: string) =>
  `<div class="layui-form-item"><label class="layui-form-label">${label}</label><div>${inside}</div></div>`;
const drawn = (type: string, name: string, words: string) =>
  `<input type="${type}" name="${name}" title="${words}" style="display:none"><div class="layui-unselect layui-form-${type}">${words}</div>`;

/** Forms and messages as common kits draw them, which say little of themselves by the names of HTML. */
export const claimPages: Record<string, string> = {
  'claims-messages': page(
    '各种提示',
    messages.map(([id]) => `<button id="${id}">${id}</button> `).join(''),
    `${show}
${messages.map(([id, ...rest]) => `document.getElementById('${id}').onclick = () => show(${rest.map((each) => JSON.stringify(each)).join(', ')});`).join('\n')}`,
  ),
  'claims-wrong': page(
    '填得不对',
    '<div class="van-field"><div class="van-field__label"><label>申请人</label></div><input name="one"><div class="van-field__error-message" id="v1" hidden>请填写</div></div>' +
      '<table><tr><td>电子邮箱：</td><td><input id="two" name="two"><label class="error" id="v2" for="two" hidden>格式不正确</label></td></tr></table>' +
      '<p><label for="three">邮政编码</label><input id="three" aria-errormessage="v3"><small id="v3" hidden>应为六位数字</small></p>' +
      '<div class="form-group has-error"><label for="four">单位名称</label><input id="four"><span class="help-block" id="v4" hidden>不能为空</span></div>' +
      '<button id="check" onclick="check()">检查</button>' +
      '<form onsubmit="return false"><label for="five">联系电话</label><input id="five" required><button id="send">发送</button></form>',
    wrong,
  ),
  'claims-fields': page(
    '各种控件',
    layField('性别', drawn('radio', 'sex', '男') + drawn('radio', 'sex', '女')) +
      layField('办理事项', drawn('checkbox', 'one', '失业登记')) +
      layField('户口所在地', '<input name="home" lay-verify="required|len">') +
      layField(
        '',
        '<button type="button" id="pick">上传户口簿</button><input type="file" name="file" style="display:none">',
      ) +
      '<div class="ivu-form-item ivu-form-item-required"><label class="ivu-form-item-label">失业原因</label>' +
      '<div class="ivu-select"><input type="hidden"><div tabindex="0">请选择</div></div></div>' +
      '<div class="van-field"><div class="van-field__label van-field__label--required">婚姻状况</div>' +
      '<div role="radiogroup"><div role="radio" aria-checked="false">未婚</div><div role="radio" aria-checked="true">已婚</div></div></div>' +
      '<div class="van-field"><div class="van-field__label">短信通知</div><div role="switch" aria-checked="false" style="width:40px;height:20px;cursor:pointer"><i style="display:block;width:20px;height:20px"></i></div></div>' +
      '<div class="van-cell--clickable van-field"><div class="van-field__label"><label for="way">领取方式</label></div><input id="way" readonly placeholder="点击选择"></div>' +
      '<table><tr><td>所属区县：</td><td><input hidden data-options="required:true"><span class="textbox combo"><input id="area" value="请选择"><a id="arrow" style="display:inline-block;width:20px;height:20px;cursor:pointer"></a></span></td></tr>' +
      '<tr><td>失业日期：</td><td><span class="own"><input id="day"><a id="calendar" style="display:inline-block;width:20px;height:20px;cursor:pointer"></a></span></td></tr></table>' +
      '<div><p>提示框</p><input style="display:none"><input type="file" style="display:none"><select style="display:none"></select><p>知道了</p></div>' +
      '<ul id="days" hidden><li id="fifteen" style="cursor:pointer">十五日</li></ul><div class="datagrid-mask" id="mask" style="height:20px" hidden></div>',
    `calendar.onclick = () => { days.hidden = false; };
fifteen.onclick = () => { day.value = '2026-11-15'; days.hidden = true; };
document.querySelector('[role=switch]').onclick = (event) => event.currentTarget.setAttribute('aria-checked', 'true');`,
  ),
  'claims-presses': page(
    '按了有没有反应',
    '<div class="layui-form-item"><label class="layui-form-label">子女数</label><span id="more" role="button" style="display:inline-block;width:20px;height:20px;cursor:pointer"></span><input id="count" value="0"></div>' +
      '<button id="first">提示一</button> <button id="second">提示二</button> <button id="third">提示三</button>' +
      '<span id="hold" role="button" aria-label="加一" style="display:inline-block;width:20px;height:20px"></span><button id="ripple">涟漪</button>' +
      '<div role="menuitem"><i class="sign"></i>更多选项</div><div class="pick-row"></div><div id="over-1234" class="pick-row" style="width:200px;height:20px;cursor:pointer"></div>' +
      '<button id="dead">没接上</button><div id="toast" class="toast" style="display:none"></div>' +
      '<form id="moving"><h2>填写说明</h2><input id="words" aria-label="内容"><p id="shift" style="height:0;margin:0"></p><button type="button" id="go">办理</button><p id="done"></p></form>',
    `more.onclick = () => { count.value = Number(count.value) + 1; };
let timer;
const say = (words, ms) => {
  clearTimeout(timer);
  toast.textContent = words;
  toast.style.display = 'block';
  toast.className = 'toast entering';
  setTimeout(() => { toast.className = 'toast'; }, 150);
  timer = setTimeout(() => {
    toast.className = 'toast leaving';
    setTimeout(() => { toast.style.display = 'none'; toast.className = 'toast'; }, 200);
  }, ms);
};
first.onclick = second.onclick = third.onclick = () => say('保存成功', 2000);
words.onblur = () => { shift.style.height = '60px'; };
go.onclick = () => { done.textContent = '办了'; };
hold.onmousedown = () => { count.value = Number(count.value) + 1; };
ripple.onclick = () => {
  const holder = document.createElement('div');
  holder.style.position = 'absolute';
  ripple.prepend(holder);
  setTimeout(() => { holder.innerHTML = '<div class="kit-wave"></div>'; }, 20);
  setTimeout(() => holder.remove(), 400);
};
const over = document.getElementById('over-1234');
over.onmouseover = () => over.classList.add('pick-row-hover');
over.onmouseout = () => over.classList.remove('pick-row-hover');`,
    '<style>.sign::before { content: "\\e6e0" }</style>',
  ),
};
