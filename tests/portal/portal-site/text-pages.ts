import { html } from 'hono/html';
import type { Html } from '../site.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

const texts: Record<string, [title: string, body: string]> = {
  about: ['关于我们', '云岭省政务服务网是面向全省企业群众提供一体化网上政务服务的总门户（演练）。'],
  sitemap: ['网站地图', '首页、全部事项、高效办成一件事、跨省通办、办件进度、好差评、办事帮助。'],
  privacy: ['隐私声明', '本站仅为办理政务服务之目的处理您的个人信息，不向第三方提供。'],
  errors: ['网站找错', '发现页面错误请拨打 0990-6512300，我们将在3个工作日内处理。'],
  contact: ['联系我们', '投诉建议请拨打政务服务便民热线 12345，7×24小时受理。'],
  help: ['办事帮助', '如何注册、如何查找事项、如何查询进度，请拨打 12345 或到就近政务服务中心咨询台。'],
  accessible: ['无障碍说明', '按 Tab 键可依次浏览全部操作；点击“长辈版”可放大文字、增大按钮。'],
  'hao-cha-ping': ['好差评', '办件后30日内均可评价。差评15个工作日内整改，回访率100%。'],
  'news-1': [
    '关于开展“走流程、解难题”演练工作的通知',
    '请各单位主要负责同志以普通群众身份完整走一遍本部门高频事项。',
  ],
  'news-2': [
    '我省“高效办成一件事”新增五个重点事项',
    '失业再就业、新生儿出生等事项实现一次告知、一表申请、一网通办。',
  ],
  'news-3': ['省政务服务中心2026年清明节假期办事安排', '4月4日至6日休息，网上办事不受影响。'],
  'news-4': ['社会保险关系转移接续跨省通办服务指引', '申请人可在网上提出申请，无须往返转出地和转入地。'],
};

/** The short text page under this name, or undefined. */
export function findTextPage(frame: PageFrame, name: string): Html | undefined {
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (!text) return undefined;
  const [title, body] = text;
  return page(
    frame,
    title,
    title,
    html`${trail(title)}
  <article class="wrap panel text-page"><h1>${title}</h1><p>${body}</p></article>`,
  );
}

/** The form to be printed for the clean item. */
export function templatePage(frame: PageFrame): Html {
  return page(
    frame,
    '读者证申领登记表（样表）',
    '样表下载',
    html`${trail('样表下载')}
  <article class="wrap panel text-page"><h1>读者证申领登记表（样表）</h1>
    <table class="guide-table"><tbody><tr><th scope="row">姓名</th><td>（本人填写）</td></tr>
    <tr><th scope="row">联系电话</th><td>（本人填写）</td></tr></tbody></table></article>`,
  );
}

export function notFoundPage(frame: PageFrame): Html {
  return page(
    frame,
    '页面不存在',
    '错误提示',
    html`<div class="wrap panel notice-box">
    <h1>404</h1><p>抱歉，您访问的页面不存在或已被删除。</p><p><a class="button" href="/">返回首页</a></p></div>`,
  );
}
