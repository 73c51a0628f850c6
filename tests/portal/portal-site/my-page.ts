import { html } from 'hono/html';
import type { Html } from '../site.ts';
import type { FiledCase, PortalSession } from '../state.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

function caseRow(filed: FiledCase): Html {
  return html`<tr><td>${filed.caseNo}</td><td>${filed.itemName}</td>
    <td>${filed.filedAt.toLocaleDateString('zh-CN')}</td>
    <td><span class="state">${filed.rating ? '已评价' : '审核中'}</span></td>
    <td>${filed.rating ? filed.rating : html`<a href="/rate/${filed.caseNo}">去评价</a>`}</td></tr>`;
}

export function myPage(frame: PageFrame, session: PortalSession, cases: FiledCase[]): Html {
  const head = ['办件编号', '事项名称', '申请时间', '办理状态', '服务评价'];
  return page(
    frame,
    '办件进度查询',
    '我的办件',
    html`${trail('办件进度')}
  <div class="wrap panel">
    <h1>办件进度查询</h1>
    <p>${session.person.name}，您共有 <strong>${cases.length}</strong> 个办件。办理进度如有疑问请拨打 12345。</p>
    <table class="material-table case-table"><thead><tr>${head.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
      <tbody>${cases.length > 0 ? cases.map(caseRow) : html`<tr><td colspan="5">暂无办件</td></tr>`}</tbody></table>
  </div>`,
  );
}
