import { html } from 'hono/html';
import type { Html } from '../site.ts';
import type { FiledCase } from '../state.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

export function resultPage(frame: PageFrame, filed: FiledCase): Html {
  return page(
    frame,
    '办理结果',
    '办理结果',
    html`${trail(filed.itemName, '办理结果')}
  <div class="wrap panel notice-box result-box">
    <img src="/static/icons/done.svg" width="64" height="64" alt="">
    <h1>申请成功，已当场办结</h1>
    <table class="guide-table"><tbody>
      <tr><th scope="row">办件编号</th><td>${filed.caseNo}</td></tr>
      <tr><th scope="row">事项名称</th><td>${filed.itemName}</td></tr>
      <tr><th scope="row">办理结果</th><td>准予发放电子读者证，可在“我的证照”中查看</td></tr>
      <tr><th scope="row">办结时间</th><td>${filed.filedAt.toLocaleDateString('zh-CN')}</td></tr>
    </tbody></table>
    <p><a class="button" href="/rate/${filed.caseNo}">评价本次服务</a><a class="button plain" href="/">返回首页</a></p>
  </div>`,
  );
}
