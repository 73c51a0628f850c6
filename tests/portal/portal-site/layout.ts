import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Origins } from '../config.ts';
import type { Html } from '../site.ts';
import type { PortalSession } from '../state.ts';

/** What a page of the portal is drawn with besides its own content. */
export interface PageFrame {
  origins: Origins;
  session: PortalSession | undefined;
  elder: boolean;
}

export const siteTitle = '云岭省政务服务网（演练）';

export function frameOf(c: Context, origins: Origins, session: PortalSession | undefined): PageFrame {
  return { origins, session, elder: getCookie(c, 'elder') === '1' };
}

const navigation: [path: string, label: string][] = [
  ['/', '首页'],
  ['/search?q=一件事', '高效办成一件事'],
  ['/search?q=', '全部事项'],
  ['/search?q=跨省', '跨省通办'],
  ['/my', '办件进度'],
  ['/page/hao-cha-ping', '好差评'],
  ['/page/help', '办事帮助'],
];

function utilityBar({ session, elder, origins }: PageFrame): Html {
  const login = `${origins.login}/login?service=${encodeURIComponent(`${origins.portal}/my`)}`;
  return html`<div class="utility"><div class="wrap">
    <span>青溪市 ▾　今天您想办什么事？</span>
    <span class="utility-links">
      <a href="/page/accessible">无障碍说明</a>
      <button type="button" id="elder-switch" aria-pressed="${elder}">${elder ? '标准版' : '长辈版'}</button>
      ${session ? html`<a href="/my">您好，${session.person.name}</a>` : html`<a href="${login}">登录 / 注册</a>`}
    </span>
  </div></div>`;
}

function header(): Html {
  return html`<header class="site-header"><div class="wrap">
    <a class="brand" href="/"><img src="/static/emblem.svg" width="56" height="56" alt="">
      <span><strong>云岭省政务服务网</strong><small>全国一体化在线政务服务平台 · 演练环境</small></span></a>
    <form class="search" action="/search" role="search">
      <label class="visually-hidden" for="header-search">搜索服务事项</label>
      <input id="header-search" name="q" placeholder="请输入事项名称或关键词" autocomplete="off">
      <button>搜索</button>
    </form>
  </div>
  <nav aria-label="主导航"><div class="wrap">
    ${navigation.map(([path, label]) => html`<a href="${path}">${label}</a>`)}
  </div></nav></header>`;
}

function footer(): Html {
  return html`<footer class="site-footer"><div class="wrap">
    <p class="footer-links"><a href="/page/about">关于我们</a><a href="/page/sitemap">网站地图</a>
      <a href="/page/privacy">隐私声明</a><a href="/page/errors">网站找错</a><a href="/page/contact">联系我们</a></p>
    <p>主办：云岭省人民政府办公厅　承办：云岭省大数据发展管理局　技术支持电话：0990-6512300</p>
    <p>政务服务便民热线 <strong class="hotline">12345</strong>（7×24小时）　网站标识码：9900000001（演练）</p>
    <p class="practice-note">本站为演练站点，云岭省并不存在，页面中的人员、单位、电话均为虚构。</p>
  </div></footer>`;
}

/** The whole page around `content`; `column` is the section name portals state in their meta tags. */
export function page(frame: PageFrame, title: string, column: string, content: Html): Html {
  return html`<!DOCTYPE html>
<html lang="zh-CN" class="${frame.elder ? 'elder' : ''}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="SiteName" content="${siteTitle}">
  <meta name="ColumnName" content="${column}">
  <title>${title} - ${siteTitle}</title>
  <link rel="icon" href="/static/emblem.svg">
  <link rel="stylesheet" href="/static/portal.css">
  <link rel="stylesheet" href="/static/pages.css">
  <script src="/static/portal.js" defer></script>
</head>
<body>
  <a class="skip" href="#main">跳到主要内容</a>
  ${utilityBar(frame)}
  ${header()}
  <main id="main">${content}</main>
  ${footer()}
  <div class="practice-mark" role="note">演练站点</div>
</body>
</html>`;
}

/** Where the reader is: the trail above every inner page. */
export function trail(...names: string[]): Html {
  return html`<p class="trail wrap">您的位置：<a href="/">首页</a>${names.map((name) => html` &gt; <span>${name}</span>`)}</p>`;
}
