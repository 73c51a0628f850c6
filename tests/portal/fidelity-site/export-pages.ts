import { page } from './page.ts';

const style = `<style>
  .layer { position: absolute; margin: 0; padding: 4px; list-style: none; background: #fff; border: 1px solid #888; width: 160px }
  [hidden] { display: none !important }
  .dialog, .mask-box { position: fixed; top: 30%; left: 30%; width: 300px; padding: 20px; background: #fff; border: 1px solid #444 }
  .pick { position: relative; padding: 10px; background: #eee }
  .pick input { position: absolute; inset: 0; opacity: 0 }
  .bar { display: flex; gap: 40px; margin: 0; padding: 0; list-style: none }
  .bar li { position: relative; padding: 6px 10px; background: #eee }
  .bar ul { display: none; left: 0; top: 100% }
  .bar ul ul { left: 100%; top: 0 }
  .bar li:hover > ul { display: block }
</style>`;

const row = (label: string, inside: string) => `<p><label>${label} ${inside}</label></p>`;

const body = `${style}
${row('街道', '<input id="street" autocomplete="off">')}<ul class="layer streets" hidden><li>人民路街道</li><li>青泥洼桥街道</li></ul>
${row('单位', '<input id="unit" autocomplete="off">')}<ul class="layer units" hidden></ul>
${row('说明', '<input id="words" autocomplete="off">')}
<p id="hint" style="height: 60px">请填写说明</p><p><button id="sure">我已阅读</button></p>
<p><span id="more" class="more-link">更多操作</span></p>
<ul class="bar"><li><span>我的</span><ul class="layer"><li><span>办件</span><ul class="layer"><li id="done">已办结</li><li>在办</li></ul></li><li>收藏</li></ul></li></ul>
<div class="dialog" hidden><p>关闭着的</p><button>确定</button></div>
<p><button id="plus">加一</button> <span class="pick">选择照片<input id="photo" type="file"></span></p>
<p><button id="ask">提交申请</button></p>
<p id="log">LOG:</p>
<div style="height: 400px"></div>`;

const script = `
const say = (words) => { log.textContent += words + ';'; };
const streets = document.querySelector('.streets');
street.onfocus = () => { streets.hidden = false; };
street.oninput = () => { for (const each of streets.children) each.hidden = !each.textContent.includes(street.value); };
for (const each of streets.children) each.onmousedown = () => { street.value = each.textContent; streets.hidden = true; say(each.textContent); };
const units = document.querySelector('.units');
let asked;
unit.oninput = () => {
  clearTimeout(asked);
  asked = setTimeout(() => {
    const found = ['市第一医院', '市第二医院', '市图书馆'].filter((each) => unit.value && each.includes(unit.value));
    units.replaceChildren(...found.map((each) => Object.assign(document.createElement('li'), { textContent: each })));
    units.hidden = found.length === 0;
  }, 250);
};
units.onclick = ({ target }) => { if (target.localName !== 'li') return; unit.value = target.textContent; units.hidden = true; say(target.textContent); };
words.onkeyup = words.onblur = () => hint.remove();
sure.onclick = () => say('已阅读');
words.onchange = () => say('说明');
let menu, going;
const close = () => { going = setTimeout(() => { menu?.remove(); menu = undefined; }, 150); };
more.onmouseenter = () => {
  clearTimeout(going);
  going = setTimeout(() => {
    if (menu) return;
    menu = document.createElement('ul');
    menu.className = 'layer';
    menu.innerHTML = '<li>撤回申请</li><li>打印回执</li>';
    document.body.append(menu);
    const box = more.getBoundingClientRect();
    menu.style.left = box.left + scrollX + 'px';
    menu.style.top = box.bottom + scrollY + 'px';
    menu.onmouseenter = () => clearTimeout(going);
    menu.onmouseleave = close;
    menu.onclick = ({ target }) => { say(target.textContent); close(); };
  }, 200);
};
more.onmouseleave = () => { clearTimeout(going); close(); };
done.onclick = () => say('已办结');
plus.onclick = () => say('加一');
photo.onchange = () => say(photo.files.length + '张');
ask.onclick = () => {
  const box = document.createElement('div');
  box.className = 'mask-box';
  box.innerHTML = '<p>请确认</p><div class="box-foot"><button>取消</button><button>确定</button></div>';
  document.body.append(box);
  box.querySelector('.box-foot').onclick = ({ target }) => { box.remove(); say(target.textContent); };
};`;

/** Lists that are searched by typing, menus that open by hovering and a box whose words stand in a closed one, too. */
export const exportPages: Record<string, string> = {
  'exports-kits': page('各种列表与菜单', body, script),
};
