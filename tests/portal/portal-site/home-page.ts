import { html } from 'hono/html';
import { items } from '../items/items.ts';
import type { Html } from '../site.ts';
import type { PageFrame } from './layout.ts';
import { page } from './layout.ts';

const themes = [
  ['job', '就业创业'],
  ['shield', '社会保障'],
  ['book', '文化体育'],
  ['baby', '生育收养'],
  ['heart', '医疗卫生'],
  ['car', '交通出行'],
  ['house', '住房保障'],
  ['elder', '养老服务'],
];

const news = [
  ['2026-03-18', '关于开展“走流程、解难题”演练工作的通知'],
  ['2026-03-11', '我省“高效办成一件事”新增五个重点事项'],
  ['2026-03-02', '省政务服务中心2026年清明节假期办事安排'],
  ['2026-02-26', '社会保险关系转移接续跨省通办服务指引'],
];

const figures = [
  ['1,286', '可网办事项'],
  ['98.6%', '网上可办率'],
  ['52', '“一件事”主题'],
  ['0.3次', '平均跑动次数'],
];

function banner(): Html {
  return html`<section class="banner"><div class="wrap">
    <h1>一网通办 · 一次办好</h1>
    <form class="banner-search" action="/search" role="search">
      <label class="visually-hidden" for="home-search">您想办什么事</label>
      <input id="home-search" name="q" placeholder="您想办什么事？例如：失业、社保转移、读者证" autocomplete="off">
      <button>搜 索</button>
    </form>
    <p>热门搜索：<a href="/search?q=失业">失业</a><a href="/search?q=社保">社保转移</a>
      <a href="/search?q=读者证">读者证</a><a href="/search?q=公积金">公积金</a></p>
  </div></section>`;
}

function hotItems(): Html {
  return html`<section class="panel"><h2>热门事项</h2><ul class="hot-items">
    ${items.map(
      (item) => html`<li><a href="/guide/${item.code}"><strong>${item.name}</strong>
      <span>${item.agency}</span></a></li>`,
    )}
  </ul></section>`;
}

export function homePage(frame: PageFrame): Html {
  return page(
    frame,
    '首页',
    '首页',
    html`${banner()}
  <div class="wrap">
    <section class="panel"><h2>个人服务 · 主题分类</h2><ul class="theme-cards">
      ${themes.map(
        ([icon, name]) => html`<li><a href="/search?q=${name}">
        <img src="/static/icons/${icon}.svg" width="44" height="44" alt=""><span>${name}</span></a></li>`,
      )}
    </ul></section>
    <div class="two-columns">
      ${hotItems()}
      <section class="panel"><h2>通知公告</h2><ul class="news">
        ${news.map(
          ([date, title], index) => html`<li><a href="/page/news-${index + 1}">${title}</a>
          <time datetime="${date}">${date}</time></li>`,
        )}
      </ul></section>
    </div>
    <section class="panel figures">${figures.map(([figure, name]) => html`<p><strong>${figure}</strong>${name}</p>`)}
    </section>
  </div>`,
  );
}
