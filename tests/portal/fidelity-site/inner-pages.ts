import type { Origins } from '../config.ts';
import { page } from './page.ts';

const frame = (id: string, attributes: string) =>
  `<iframe id="${id}" width="300" height="120" ${attributes}></iframe>`;
const words = (text: string) => `<!DOCTYPE html><meta charset=utf-8><p id=said>${text}</p>`;

/** Documents in iframes of the page's own origin, as old systems build their tabs and dialogs, and what is not. */
export const innerPages = (origins: Origins): Record<string, string> => ({
  ...Object.fromEntries(
    ['values', 'rules', 'adopted', 'shadow', 'switches', 'clobbered'].map((name) => [
      `inner-${name}`,
      page(`框架里的 ${name}`, frame('held', `src="/fidelity/${name}" style="height:600px"`)),
    ]),
  ),
  inner: page(
    '各种框架',
    frame('srcdoc', `srcdoc="${words('srcdoc 里的字')}"`) +
      frame('written', '') +
      frame('silent', `sandbox src="/fidelity/inner-leaf?silent"`) +
      frame('scripted', `sandbox="allow-scripts" src="/fidelity/inner-leaf?scripted"`) +
      frame('slow', 'src="/fidelity/inner-slow?slow"') +
      frame('folder', 'src="/fidelity/folder/inner-styled"') +
      frame('moved', 'src="/fidelity/inner-leaf?before"') +
      frame('long', 'src="/fidelity/inner-long"') +
      '<div id="host"></div><div id="far"></div>',
    `host.attachShadow({ mode: 'open' }).innerHTML = '${frame('near', 'src="/fidelity/inner-leaf?shadow"')}';
far.attachShadow({ mode: 'open' }).innerHTML = '${frame('other', `src="${origins.department}/fidelity/inner-leaf?far"`)}';
const inside = (id) => document.getElementById(id).contentDocument;
function change() {
  const doc = inside('written');
  doc.open();
  doc.write('<!DOCTYPE html><p id="said">后来写的字</p><input id="field"><style>#said { color: rgb(1, 2, 3) }</style>');
  doc.close();
  document.getElementById('moved').contentWindow.location = '/fidelity/inner-slow?moved';
  inside('long').getElementById('box').scrollTop = 150;
  inside('long').defaultView.scrollTo(0, 90);
}
function add() {
  for (const id of ['written', 'folder']) {
    const more = inside(id).createElement('form');
    more.innerHTML = '<button type="button">按' + id + '</button><label>填' + id + '<input></label>' +
      '<label><input type="checkbox">勾' + id + '</label><label>选' + id + '<select><option>甲<option>乙</select></label>';
    inside(id).body.prepend(more);
  }
}
function changeAgain() {
  inside('written').getElementById('field').value = '写出的值';
  inside('written').querySelector('style').sheet.insertRule('#said { color: rgb(4, 5, 6) !important }', 0);
  inside('written').getElementById('said').textContent = '又改了的字';
  inside('folder').getElementById('late').style.backgroundImage = 'url(img/late.svg)';
}`,
  ),
  refusing: page(
    '不许嵌入的框架',
    frame('refused', `title="缴费" src="${origins.department}/fidelity/refused"`) +
      frame('own', 'title="本站拒绝" src="/fidelity/refused"') +
      frame('broken', 'title="打不开" src="http://zwfw.localhost:1/"') +
      frame('fine', `title="能录的" src="${origins.department}/fidelity/inner-leaf?fine"`) +
      `<iframe title="很小" width="20" height="20" src="${origins.department}/fidelity/refused"></iframe>`,
  ),
  'hears-frames': page(
    '听消息的页',
    `<p id="out"></p>${frame('held', `src="${origins.department}/fidelity/inner-leaf?child"`)}`,
    "addEventListener('message', ({ data }) => { out.textContent += data; JSON.parse(data); });",
  ),
  'inner-leaf': page(
    '里面的页',
    '<p id="said"></p>',
    "said.textContent = location.search.slice(1) + ' 的字';",
  ),
  'inner-slow': page(
    '图迟迟不来的页',
    '<p id="said"></p><img src="/fidelity/late.svg" alt="">',
    "said.textContent = location.search.slice(1) + ' 的字';",
  ),
  'inner-long': page(
    '很长的页',
    '<div id="box" style="height:60px;overflow:auto"><div style="height:900px">盒子里</div></div><div style="height:900px">底下</div>',
  ),
});

/** Stands in a folder of its own, and names its pictures from there. */
export const styledInFolder = page(
  '另一个目录',
  '<p id="said">目录里的字</p><p id="late">后来的图</p><div id="own" style="background:url(img/own.svg);width:20px;height:20px"></div>',
  '',
  '<style>#said { background-image: url("img/sheet.svg") }</style>',
);
