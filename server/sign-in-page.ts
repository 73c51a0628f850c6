import { html } from 'hono/html';

const style = `
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f3f5f8; color: #1d2530;
    font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
  main { width: min(22rem, 88vw); padding: 2rem; background: #fff; border: 1px solid #dde3ea; border-radius: 8px; }
  h1 { margin: 0 0 .25rem; font-size: 1.35rem; } p { margin: 0 0 1rem; color: #55606e; font-size: .9rem; }
  label { display: block; margin-top: .75rem; } [role=alert] { color: #a8071a; }
  input { box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .5rem .6rem; font: inherit;
    border: 1px solid #aab4c0; border-radius: 6px; }
  button { width: 100%; margin-top: 1.25rem; padding: .6rem; font: inherit; color: #fff; background: #1456b8;
    border: 0; border-radius: 6px; cursor: pointer; }
  :focus-visible { outline: 3px solid #7fb0ff; outline-offset: 1px; }`;

/** The sign-in page: a plain form, no script; every value is escaped. */
export function signInPage(page: { name: string; next: string; message?: string }) {
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>登录 · ${page.name}</title>
<style>${style}</style></head>
<body><main>
<h1>${page.name}</h1><p>走一遍 · 归集服务</p>
${page.message ? html`<p role="alert">${page.message}</p>` : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${page.next}">
<label>邮箱<input name="email" type="email" autocomplete="username" required autofocus></label>
<label>密码<input name="password" type="password" autocomplete="current-password" required></label>
<button>登录</button>
</form></main></body></html>`;
}
