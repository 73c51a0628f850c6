import { html } from 'hono/html';
import type { Item } from '../items/item.ts';
import type { Html } from '../site.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

/** Tells that the item is handled elsewhere, and sends people there without their sign-in. */
export function handleOldSitePage(frame: PageFrame, item: Item): Html {
  return page(
    frame,
    `${item.name} 在线办理`,
    '在线办理',
    html`${trail(item.theme, item.name, '在线办理')}
  <div class="wrap panel notice-box">
    <h1>即将前往部门业务系统</h1>
    <p>您办理的“${item.name}”由 ${item.agency} 的业务系统受理，点击下方按钮后将离开本站。</p>
    <p class="muted">业务系统：云岭省社会保险个人网上服务大厅　咨询电话：${item.phone}</p>
    <p><a class="button" href="${frame.origins.old}/login.html">继续办理</a>
      <a class="button plain" href="/guide/${item.code}">返回指南</a></p>
  </div>`,
  );
}
