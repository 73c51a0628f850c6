import { page } from './page.ts';

const whole =
  '<!DOCTYPE html><html><head><title>写到一半的页</title></head><body><h1>写到一半的页</h1><p id="out">第一段</p>' +
  '<label>姓名<input id="field"></label><button id="more">继续</button>';

/** Documents that a script writes and never closes, as old systems write their prints and result pages. */
export const writtenPages: Record<string, string> = {
  unclosed: page(
    '将被改写而不关闭的页',
    '<p>原先的内容</p><button id="preview">打印预览</button><iframe id="inside" width="300" height="120"></iframe>',
    `const whole = ${JSON.stringify(whole)};
function writeFrame() {
  const doc = document.getElementById('inside').contentDocument;
  doc.write('<p id="said">框里写的</p>');
}
function writeMoreInFrame() {
  document.getElementById('inside').contentDocument.write('<p id="later">框里又写的</p>');
}
function rewrite() {
  document.write(whole);
  more.onclick = () => { out.textContent = '按过继续'; };
}
function writeMore() {
  document.write('<p id="later">第二段</p>');
}
preview.onclick = () => {
  window.made = open('', '_blank');
  made.document.write('<title>打印</title><h1>打印预览</h1><p id="paper">没有关闭的打印页</p><button id="close">已核对</button>');
};`,
  ),
  'long-areas': page(
    '多行字段',
    '<textarea id="area" rows="3" cols="20"></textarea><textarea id="other" rows="2">起初</textarea><input id="line" value="一二三四">',
    `area.value = Array.from({ length: 40 }, (_, n) => '第' + n + '行').join('\\n');
function change() {
  area.scrollTop = 200;
  other.setRangeText('改过的文字', 0, 2);
  line.setRangeText('五六', 4, 4);
}`,
  ),
};
