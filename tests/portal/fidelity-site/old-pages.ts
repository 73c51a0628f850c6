import { page } from './page.ts';

const type =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
const flash = 'type="application/x-shockwave-flash" data="/fidelity/film.swf" width="200" height="50"';
const frame = (id: string) => `<frame id="${id}" src="/fidelity/leaf">`;

/** Pages as they were written before style sheets said everything, and what they do with pictures. */
export const oldPages: Record<string, string> = {
  'body-colours': `${type}<html><head><title>写在属性里的颜色</title></head><body text="#003300" link="#ff0000" bgcolor="#eeeeff">
<p id="words">正文的字</p><a id="link" href="/fidelity/never-seen">链接的字</a>
<table id="table" border="1" bordercolor="#ff0000"><tr><td>格</td></tr></table><zw-said id="said" text="#13800138000" link="张三丰">组件</zw-said>
<iframe id="inside" src="/fidelity/body-colours-inside"></iframe><script>
function change() {
  document.fgColor = '#0000aa';
  document.linkColor = '#00aa00';
  said.setAttribute('text', '123456');
}
</script></body></html>`,
  'body-colours-inside': `${type}<html><body text="#123456"><p id="words">框里的字</p></body></html>`,
  'dense-pictures': page(
    '按屏幕选的图',
    '<p><img id="half" srcset="/fidelity/wide.svg 2x"><picture><source srcset="/fidelity/wide.svg 1.5x"><img id="source" src="/fidelity/dot.svg"></picture>' +
      '<img id="sized" srcset="/fidelity/wide.svg 200w" sizes="50px"><img id="plain" src="/fidelity/wide.svg"><img id="late" src="/fidelity/dot.svg"></p><p id="after">后</p>',
    `function change() {
  late.srcset = '/fidelity/wide.svg 4x';
}
function changeAgain() {
  late.srcset = '/fidelity/dot.svg 1x';
}`,
  ),
  'broken-pictures': page(
    '来不了的图',
    '<p><img id="named" src="/fidelity/none.png" alt="领导讲话"><img id="nameless" src="/fidelity/none.png"><img id="silent" src="/fidelity/none.png" alt="">' +
      '<img id="sized" src="/fidelity/none.gif" alt="图" width="90" height="40"><img id="other" src="/fidelity/none.jpg" onerror="this.onerror = null; this.src = \'/fidelity/wide.svg\'">' +
      '<img id="fine" src="/fidelity/wide.svg" alt="好图"></p><p id="after">后</p><div id="place"></div>',
    `function change() {
  named.src = '/fidelity/wide.svg';
  fine.src = '/fidelity/gone.png';
  place.innerHTML = '<img id="late" src="/fidelity/never.png" alt="晚来的图"><p id="last">最后</p>';
}`,
  ),
  'scrolled-pictures': page(
    '图撑开的地方',
    '<div id="strip"><table><tr><td><img src="/fidelity/wide.svg"><img src="/fidelity/wide.svg"></td></tr></table></div>' +
      '<img id="tall" src="/fidelity/wide.svg"><p id="after">后</p><iframe id="inside" src="/fidelity/scrolled-inside" width="300" height="100"></iframe><div id="host"></div>',
    `host.attachShadow({ mode: 'open' }).innerHTML = '<style>div { height: 60px; overflow: auto; scroll-behavior: smooth } p { height: 3000px; margin: 0 }</style><div id="deep"><p></p></div>';
function change() {
  strip.scrollLeft = 120;
  scrollTo(0, 900);
  document.getElementById('inside').contentWindow.scrollTo(0, 40);
  host.shadowRoot.getElementById('deep').scrollTop = 1500;
}
function changeAgain() {
  strip.scrollLeft = 10;
  scrollTo(0, 20);
}`,
    '<style>html { scroll-behavior: smooth } #strip { width: 150px; overflow: auto } #tall { width: 100%; height: auto } td { white-space: nowrap }</style>',
  ),
  'scrolled-inside': page(
    '框里的图',
    '<img src="/fidelity/wide.svg" style="width: 200px; height: auto; display: block"><img src="/fidelity/wide.svg">',
  ),
  films: page(
    '过时的控件',
    `<div><object id="said" ${flash}><p id="words">请安装 Flash 播放器</p></object></div><p id="a">一</p>
<div><object id="silent" ${flash}><param name="movie" value="/fidelity/film.swf"></object></div><p id="b">二</p>
<div><object id="control" classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000"><param name="x" value="1"></object></div><p id="c">三</p>
<div><object id="unknown" type="application/x-itst" data="/fidelity/film.itst" width="90" height="90"><b id="instead">请下载控件</b></object></div><p id="d">四</p>`,
  ),
  'bare-framesets': `<html><head><title>没有边的框架集</title></head><frameset rows="60,*" frameborder="no" border="0">${frame('top')}
<frameset cols="180,9,*" border="8">${frame('left')}${frame('bar')}<frameset rows="50%,50%" frameborder="1" border="10">${frame('upper')}${frame('lower')}</frameset></frameset></frameset></html>`,
  'plain-framesets': `<html><head><title>有边的框架集</title></head><frameset cols="200,*">${frame('left')}<frameset rows="100,*" border="2">${frame('upper')}${frame('lower')}</frameset></frameset></html>`,
};

/** In the encoding that pages of this time have: 你 before the words, 好 from a sheet that does not say which it is in. */
export const gbkPage = Buffer.from(
  '<html><head><link rel="stylesheet" href="/fidelity/gbk.css"><title>gbk</title></head><body><p id="said">\xc4\xe3</p></body></html>',
  'latin1',
);
export const gbkCss = Buffer.from('@import "gbk-more.css"; #said::after { content: "\xba\xc3" }', 'latin1');
export const gbkMoreCss = Buffer.from('#said::before { content: "\xba\xc3" }', 'latin1');
