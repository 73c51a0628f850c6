import { html } from 'hono/html';
import type { Item } from '../items/item.ts';
import { items, searchItems } from '../items/items.ts';
import type { Html } from '../site.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

function findAny(words: string): Item[] {
  const byTheme = items.filter((item) => item.theme === words.trim());
  return byTheme.length > 0 ? byTheme : searchItems(words);
}

function result(item: Item): Html {
  const online = item.handling !== 'counter';
  return html`<li class="result">
    <h2><a href="/guide/${item.code}">${item.name}</a>${online ? html`<em>可网办</em>` : ''}</h2>
    <p>日常用语：${item.plainName}</p>
    <p class="muted">实施主体：${item.agency}　行使层级：${item.level}　实施编码：${item.code}</p>
    <p class="result-actions"><a href="/guide/${item.code}">办事指南</a>
      ${online ? html`<a href="/handle/${item.code}">在线办理</a>` : ''}</p>
  </li>`;
}

export function searchPage(frame: PageFrame, words: string): Html {
  const found = findAny(words);
  const content =
    found.length > 0
      ? html`<ol class="results">${found.map(result)}</ol>`
      : html`<div class="empty" role="status"><p>抱歉，没有找到与“${words}”相关的服务事项。</p>
        <p class="muted">请使用规范的事项名称，或拨打 12345 咨询。</p></div>`;
  return page(
    frame,
    `搜索 ${words}`,
    '事项搜索',
    html`${trail('事项搜索')}
  <div class="wrap panel">
    <form class="inner-search" action="/search" role="search">
      <label for="search-words">事项关键词</label>
      <input id="search-words" name="q" value="${words}" autocomplete="off"><button>搜索</button>
    </form>
    <p class="muted">共找到 <strong>${found.length}</strong> 个事项</p>
    ${content}
  </div>`,
  );
}
