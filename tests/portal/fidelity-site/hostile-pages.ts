import { page } from './page.ts';

/** What libraries of another time did to the language, before anything else on the page runs. */
const oldGlobals = `
Array.prototype.toJSON = function () { return 'array'; };
Object.defineProperty(Object.prototype, 'toJSON', { value: function () { return 'object'; }, configurable: true, writable: true });
String.prototype.toJSON = function () { return 'string'; };
Function.prototype.bind = function () { return this; };
Array.from = function () { return []; };
window.JSON = { stringify: function () { return 'broken'; }, parse: function () { return 'broken'; } };
Element.prototype.extended = function () { return 'extended'; };
Element.prototype.matches = function () { throw new Error('matches'); };
Node.prototype.getRootNode = function () { throw new Error('getRootNode'); };
customElements.define = function () { return 'patched'; };
window.Date = function () { return 'old'; };
window.Date.now = function () { return 7; };
window.MutationObserver = undefined;
window.WeakMap = undefined;
window.CustomEvent = function () { return 'no event'; };
window.setTimeout = function () { return 0; };
EventTarget.prototype.addEventListener = (function (old) { return function (kind, hear, options) { return old.call(this, kind, hear, options); }; })(EventTarget.prototype.addEventListener);
`;

export const prototypePage = page(
  '旧时的全局',
  '<input id="text" aria-label="旧页的字段"><p id="out"></p><button id="go">改动</button><style id="own">#x { color: red }</style><p id="styled">样式</p>',
  `const proof = {};
go.onclick = () => {
  out.textContent = '旧页变了';
  text.value = '五个字的值';
  own.sheet.insertRule('#styled { color: rgb(60, 70, 80) }', 0);
  proof.json = JSON.stringify([1]);
  proof.bind = (function () { return this; }).bind('x') instanceof Function;
  proof.from = Array.from([1, 2]).length;
  proof.now = Date.now();
  proof.keys = (() => { const keys = []; for (const key in {}) keys.push(key); return keys.join(); })();
  proof.value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').get.call(text);
  document.title = proof.json + '|' + proof.from + '|' + proof.now + '|' + proof.keys + '|' + proof.value;
};`,
  `<script>${oldGlobals}</script>`,
);

export const strictPage = (nonce: string): string =>
  '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>严格的页</title></head><body><h1>严格的页</h1>' +
  `<input id="text" aria-label="严格页的字段"><button id="go">改动</button><p id="out"></p><script nonce="${nonce}">` +
  "document.getElementById('go').onclick = () => { document.getElementById('out').textContent = '严格的页变了'; document.getElementById('text').value = '六个字的内容'; };" +
  '</script></body></html>';
