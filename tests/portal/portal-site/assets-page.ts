import type { Hono } from 'hono';
import { html } from 'hono/html';
import { boxFont, pngOf } from './assets-files.ts';

const base = '/assets-page';
const icon = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="16"><rect width="24" height="16" fill="${fill}"/></svg>`;
const inText = (text: string) => `data:image/svg+xml,${encodeURIComponent(text)}`;

/** The style sheets, by path below `/assets-page/`: imports, a cycle, an old encoding, fonts, addresses spelt oddly. */
const sheets: Record<string, string> = {
  'main.css': `@charset "utf-8";
@import "deep/base.css" screen;
@import url( deep/never.css ) (max-width: 1px);
@import 'gone.css';
/* url(deep/commented.png) */
@font-face { font-family: "箱体"; src: url("font/none.woff2?v=2") format("woff2"), url(font/box.ttf) format("truetype"); }
.boxed { font: 20px "箱体", monospace; }
.hero { width: 60px; height: 20px; background: u\\72l( "img/hero.png?v=3" ) }
.drawn { width: 60px; height: 20px; background-image: image-set("img/drawn.svg" 1x); }
.lost { background: url(img/lost.png) }`,
  'deep/base.css': `@import url(../main.css);
body { background-color: rgb(1, 128, 3); }
.deep { width: 60px; height: 20px; background: url(../img/deep.gif) }`,
  'deep/never.css': 'body { background-color: rgb(200, 0, 0) }',
  'theme-a.css': '.themed { color: rgb(10, 20, 30) }',
  'theme-b.css': '.themed { color: rgb(30, 20, 10) }',
};

const gif = Buffer.from('R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
const files: Record<string, () => [type: string, body: Uint8Array | string]> = {
  'img/hero.png': () => ['image/png', pngOf(20, 40, 200)],
  'img/plain.png': () => ['image/png', pngOf(200, 120, 20)],
  'img/late.png': () => ['image/png', pngOf(120, 20, 200)],
  'img/table.png': () => ['image/png', pngOf(20, 160, 160)],
  'img/button.png': () => ['image/png', pngOf(90, 90, 20)],
  'img/deep.gif': () => ['image/gif', gif],
  'img/drawn.svg': () => ['image/svg+xml', icon('#063')],
  'font/box.ttf': () => ['font/ttf', boxFont()],
};

/** A page that rests on files of every kind, and counts how often each was asked for. */
export function addAssetsPage(site: Hono): void {
  const asked: Record<string, number> = {};
  site.get(base, (c) =>
    c.html(html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>素材页（演练）</title>
<link rel="stylesheet" href="${base}/main.css?v=3&token=abc123">
<link rel="stylesheet" href="${base}/old.css">
<link rel="stylesheet" href="${base}/once.css">
<link id="theme" rel="stylesheet" href="${base}/theme-a.css">
<style>.short { background: url(${base}/img/plain.png) }</style>
<style>.long { width: 60px; height: 20px; background: url(${base}/img/plain.png) } ${`.pad { color: red } `.repeat(20)}</style>
</head><body>
<h1>演练用素材页</h1>
<p class="boxed"><span id="boxed">AAAA</span></p>
<p class="old-words">字符集</p><p class="themed">主题色</p><p class="once">只发一次</p>
<div class="hero">　</div><div class="drawn">　</div><div class="deep">　</div><div class="long">　</div>
<div id="inline" style="width:60px;height:20px;background-image:url(${base}/img/hero.png?v=3)">　</div>
<img id="plain" src="${base}/img/plain.png" alt="办事大厅">
<img id="drawn" src="${base}/img/drawn.svg" alt="">
<img id="written" src="${inText(icon('#936') + ' '.repeat(300))}" alt="">
<input type="image" src="${base}/img/button.png" alt="查询">
<table background="${base}/img/table.png"><tr><td>表格底图</td></tr></table>
<label>验证码 <img id="captcha" class="captcha-img" src="${base}/captcha" alt="看不清，换一张"></label>
<img id="face" class="user-avatar" src="${base}/face.png" alt="">
<img id="lost" src="${base}/img/lost.png" alt="">
<button type="button" id="more">加载更多</button><button type="button" id="switch">切换主题</button>
<script>
document.getElementById('more').onclick = () => {
  const picture = new Image();
  picture.id = 'late';
  picture.src = '${base}/img/late.png';
  document.body.append(picture);
};
document.getElementById('switch').onclick = () => {
  document.getElementById('theme').href = '${base}/theme-b.css';
};
</script></body></html>`),
  );
  site.get(`${base}/asked`, (c) => c.json(asked));
  site.get(`${base}/captcha`, (c) => {
    asked.captcha = (asked.captcha ?? 0) + 1;
    return c.body(icon(`rgb(${asked.captcha % 255},0,0)`), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'no-store',
    });
  });
  site.get(`${base}/old.css`, (c) =>
    c.body(new Uint8Array(oldSheet), 200, { 'content-type': 'text/css; charset=gb2312' }),
  );
  // A gateway that gives each address out once: whoever asks again gets an error, a page opened anew the sheet.
  site.get(`${base}/once.css`, (c) => {
    asked.once = (asked.once ?? 0) + 1;
    const headers = { 'content-type': 'text/css', 'cache-control': 'no-store' };
    return asked.once % 2
      ? c.body('.once { color: rgb(7, 77, 177) }', 200, headers)
      : c.body('', 500, headers);
  });
  site.get(`${base}/:path{.+}`, (c) => {
    const path = c.req.param('path');
    asked[path] = (asked[path] ?? 0) + 1;
    const sheet = sheets[path];
    if (sheet !== undefined) return c.body(sheet, 200, { 'content-type': 'text/css' });
    if (path === 'face.png')
      return c.body(new Uint8Array(pngOf(1, 2, 3)), 200, { 'content-type': 'image/png' });
    const [type, body] = files[path]?.() ?? [];
    return body === undefined || type === undefined
      ? c.notFound()
      : c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, { 'content-type': type });
  });
}

/** `.old-words::after { content: "办理" }` in GB 2312, as sites of its time were written. */
const oldSheet = Buffer.concat([
  Buffer.from('.old-words::after { content: "'),
  Buffer.from([0xb0, 0xec, 0xc0, 0xed]),
  Buffer.from('" }'),
]);
